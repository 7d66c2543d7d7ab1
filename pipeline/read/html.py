"""HTML pages: trafilatura finds the main text, the title, the publisher and the date."""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree, html

from pipeline.model import Document, When
from pipeline.read import apart
from pipeline.read.dates import date_fault
from pipeline.read.language import language_of
from pipeline.read.prune import prune
from pipeline.read.source import Fault, Source

PAGE = 8 << 20
"""Bytes of the largest page; what is larger is no story, and would take minutes."""
QUICK = 128 << 10
"""Bytes of a page that takes no long time whatever it holds: what is slow in trafilatura grows with the square."""
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
for library in ("trafilatura", "htmldate", "courlan"):  # what they cannot use is told as a reject, and nowhere else
    logging.getLogger(library).addHandler(logging.NullHandler())

NARROW = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What pages that declare the left mean is the right, as browsers take it (WHATWG Encoding)."""
RULER = re.compile(r"^[\s|:-]+$")


def read(source: Source, place: str) -> Iterator[Document | Fault]:
    """The story of a page."""
    yield page(source.whole(PAGE), place, PurePath(source.name).stem, source.url, source.charset)


def page(body: bytes, place: str, name: str, url: str = "", charset: str = "") -> Document | Fault:
    """The story of a page, got from `url` in `charset` where these are known; a large page is read in a process that may be ended."""
    return story(body, place, name, url, charset) if len(body) <= QUICK else apart.read("page", body, place, name, url, charset)[0]


def story(body: bytes, place: str, name: str, url: str, charset: str) -> Document | Fault:
    """The story of a page.  Its text is trafilatura's, a paragraph apart by an empty line."""
    import trafilatura  # a second, which runs without a page need not wait for

    try:
        text = _decoded(body, charset)
    except (UnicodeDecodeError, LookupError) as error:
        return None, f"cannot be decoded: {error}: convert it to UTF-8"
    try:
        text = DECLARED.sub("", text)  # lxml refuses a declaration in what is decoded
        tree = html.document_fromstring(text)
        known, language = _metadata(tree), tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        meta = trafilatura.extract_metadata(tree, url or None, date_config={"original_date": True, "extensive_search": False})
        tree = html.document_fromstring(text)  # trafilatura changes the one it is given
        prune(tree)
        found = trafilatura.bare_extraction(tree, include_comments=False)
    except (etree.LxmlError, ValueError, RecursionError, TypeError, AttributeError) as error:
        return None, f"is a page that cannot be taken apart: {type(error).__name__}: {error}"
    if found is None or isinstance(found, dict) or not found.text or not found.text.strip():
        return None, "no main text is found in the page"
    title, link = meta.title or "", url or meta.url or ""
    lines = [line for line in found.text.splitlines() if line.strip() and not RULER.match(line)]
    if len(lines) > 1 and lines[0].strip() == title:
        lines = lines[1:]  # figures are read from the text; its title is kept beside it
    publisher = meta.sitename or meta.hostname or ""
    named = meta.sitename and not ("." in publisher and publisher in link)  # else trafilatura has it from the address
    told = {
        "title": "metadata" if title and any(title in said for said in known) else "markup",
        "publisher": ("metadata" if any(publisher in said for said in known) else "markup") if named else "inferred",
        "url": "metadata",
        "language": "markup",
    }
    has = {"title": title, "publisher": publisher, "url": link, "language": language}
    return Document(
        link or name, "\n\n".join(lines), _published(meta.date or "", known, link), title, publisher=publisher, url=link,
        language=language_of(language), origin=place, told={key: source for key, source in told.items() if has[key]},
    )  # fmt: skip


def _metadata(tree: html.HtmlElement) -> list[str]:
    """What a page says of itself to machines."""
    return [str(said) for said in tree.xpath("//meta/@content | //script[@type='application/ld+json']/text() | //head/link/@href")]


def _published(day: str, known: list[str], link: str) -> When:
    """The date that trafilatura found, with its time of day where the metadata tell it, and where it stands."""
    if not day or date_fault(day):
        return When()
    full = next((said for said in known if said.startswith(day) and not date_fault(said)), None)
    if full or any(day in said for said in known if "://" not in said[:8]):
        return When(full or day, "metadata")
    if day.replace("-", "/") in link or day in link:
        return When(day, "inferred", "the address of the page")
    return When(day, "markup")


def _decoded(body: bytes, charset: str) -> str:
    """The text of a page: by byte order mark, by the server's word, by its own, as UTF-8, or else as Western European."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16")
    own = CHARSET.search(body, 0, 4096)
    declared = charset or (own[1].decode("ascii", "ignore") if own else "")
    if not declared or body.startswith(codecs.BOM_UTF8):
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError:
            return body.decode("cp1252")
    name = codecs.lookup(declared).name
    return body.decode(NARROW.get(name, name))
