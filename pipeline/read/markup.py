"""What HTML, feeds and SGML share: which kind a piece of markup is, and the text of a fragment."""

from __future__ import annotations

import re

from lxml import etree, html

PROLOG = re.compile(r"\s*(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE(?P<kind>[^>\[]*)(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE)
ROOT = re.compile(r"\s*<([a-z][\w:.-]*)[\s/>]", re.IGNORECASE)
SILENT = frozenset(("script", "style", "template", "noscript", "head"))
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
"""Elements of HTML that begin a paragraph."""


def root_of(head: bytes) -> str:
    """The name of the first element, in small letters ("html" also where a doctype says so); empty where the text is no markup."""
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "ignore").lstrip("\ufeffï»¿")
    at = 0
    while found := PROLOG.match(text, at):
        if (found["kind"] or "").strip().lower().startswith("html"):
            return "html"
        at = found.end()
    root = ROOT.match(text, at)
    return root[1].lower() if root else ""


def plain(fragment: str) -> str:
    """The text of a fragment of HTML, paragraphs apart by an empty line."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    try:
        tree = html.fragment_fromstring(fragment, create_parent="div")
    except etree.ParserError:  # a comment and nothing else
        return ""
    except AssertionError as error:  # a document's parts within a fragment, in an order that lxml does not know
        raise ValueError("its markup cannot be taken apart") from error
    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(tree, ("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in SILENT:
            silent += 1 if event == "start" else -1
        if tag in BLOCKS:
            parts.append("\n\n")
        elif tag == "td" and event == "end":
            parts.append(" ")
        if event == "start" and not silent:
            parts.append(_spaced(element.text))
        elif event != "start" and not silent:
            parts.append(_spaced(element.tail))
    paragraphs = (" ".join(part.split()) for part in "".join(parts).split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


def _spaced(text: str | None) -> str:
    return " ".join(re.split(r"\s+", text)) if text else ""
