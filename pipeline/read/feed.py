"""RSS and Atom: a document an entry, its full content where the feed has it, else its summary."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser
from lxml import etree

from pipeline.model import Document, When
from pipeline.read.dates import date_fault
from pipeline.read.language import language_of
from pipeline.read.markup import plain
from pipeline.read.source import Fault, Source

FEED = 16 << 20
"""Bytes of the largest feed."""
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def read(source: Source, place: str) -> Iterator[Document | Fault]:
    """A document an entry; `line` is the number of the entry."""
    body = source.whole(FEED)
    if b"<!ENTITY" in body.replace(b"\0", b""):  # neither what lies elsewhere nor what grows is ever read
        yield None, "is a feed that declares entities, which is refused"
        return
    try:
        found = feedparser.parse(io.BytesIO(body))  # a stream: bytes it would take for the name of a file first
    except Exception as error:  # where elements stand that it looks for elsewhere, it fails as it happens: KeyError, IndexError …
        yield None, f"is a feed that cannot be taken apart: {type(error).__name__}: {error}"
        return
    fault = found.get("bozo_exception")
    if found.bozo and not isinstance(fault, (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)):
        yield None, f"is not well-formed ({fault}): {len(found.entries)} entries were read, others may be missing"
    elif not found.entries:
        yield None, "is a feed without entries"
    for number, entry in enumerate(found.entries, 1):
        yield _document(entry, found.feed, number, place)


def _document(entry: Any, feed: Any, number: int, place: str) -> Document | Fault:
    contents = [content.get("value") or "" for content in entry.get("content", ())]
    try:
        text = plain(max([*contents, entry.get("summary") or ""], key=len))
        title = " ".join(plain(entry.get("title") or "").split())
    except (etree.LxmlError, ValueError, RecursionError) as error:
        return number, f"is an entry whose markup cannot be read: {error}"
    if not text:
        return number, "is an entry without text"
    # The title of a feed names its publisher, but seldom that alone.
    publisher = str(entry.get("source", {}).get("title") or feed.get("title") or "")
    url, language = str(entry.get("link") or ""), str(feed.get("language") or "")
    has = {"title": title, "publisher": publisher, "url": url, "language": language}
    published = _published(entry)
    if fault := date_fault(published.text or ""):
        return number, f"its date {fault}"
    return Document(
        str(entry.get("id") or url) or hashlib.sha256(text.encode()).hexdigest()[:16], text, published, title,
        publisher=publisher, url=url, language=language_of(language), origin=place, line=number,
        told={key: "inferred" if key == "publisher" else "metadata" for key, value in has.items() if value},
    )  # fmt: skip


def _published(entry: Any) -> When:
    """When an entry was published, or else updated: the day where it tells no more, else the moment in UTC."""
    for key in ("published", "updated"):
        said, parsed = str(entry.get(key) or "").strip(), entry.get(f"{key}_parsed")
        day = said if DAY.fullmatch(said) else "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*parsed[:6]) if parsed else ""
        if day:
            return When(day, "metadata")
    return When()
