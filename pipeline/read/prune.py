"""What is taken out of a page before its main text is looked for, where trafilatura would keep it."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree, html

from pipeline import lexicon

STORY = 600
"""Characters from which the cell of a table holds a story: the table lays out a page."""
PROSE = 120
"""Characters from which a stretch of text is a part of the story, in whatever cell it stands."""
LABEL = 16
"""Characters of the longest label before a link to another story ("Read more: ")."""
SHARE = 0.3
"""Share of a page's text from which a part is the story, whatever it is called."""

DEEPEST = 6
"""Tables in tables that are looked into."""
TEXTS = etree.XPath(".//text()[not(parent::script or parent::style or parent::noscript)]")


def prune(tree: html.HtmlElement) -> None:
    """Take out of a page the cells around a story, paragraphs that are one link, and parts whose name says that they are none."""
    for table in tree.xpath("//table[not(ancestor::table)]"):
        _unframe(table)
    links = [p for p in tree.iter("p") if _is_link(p)]
    if sum(map(_size, links)) < SHARE * _size(tree):  # else it is how the page marks its text
        _drop(links)
    named = tree.xpath("//body//*[@class or @id][not(self::article or self::main)]")
    whole = _size(tree) if named else 0
    _drop([part for part in named if _is_furniture(part) and _size(part) < SHARE * whole])


def _texts(element: html.HtmlElement) -> list[str]:
    return [text for text in TEXTS(element) if text.strip()]


def _size(element: html.HtmlElement) -> int:
    return sum(map(len, _texts(element)))


def _unframe(table: html.HtmlElement, depth: int = 0) -> None:
    """Drop the cells around a story, where one of the cells holds one."""
    cells = [cell for cell in table.iter("td") if _nearest(cell) is table]
    if depth == DEEPEST or not any(_size(cell) >= STORY and _has_prose(cell) for cell in cells):
        return
    _drop([cell for cell in cells if not _has_prose(cell)])
    for cell in cells:
        for inner in cell.iter("table"):
            if _nearest(inner) is table:
                _unframe(inner, depth + 1)


def _nearest(element: html.HtmlElement) -> html.HtmlElement:
    return next(element.iterancestors("table"), None)


def _has_prose(cell: html.HtmlElement) -> bool:
    return any(len(text.strip()) >= PROSE for text in _texts(cell))


def _is_link(paragraph: html.HtmlElement) -> bool:
    """Whether a paragraph is one link to another page, with at most a label before it."""
    linked = sum(_size(link) for link in paragraph.iter("a") if link.get("href", "").partition("#")[0])
    return linked > 0 and _size(paragraph) - linked <= LABEL


@cache
def _names() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, lexicon.entries("page_parts")["furniture"]["forms"]))
    return re.compile(rf"(?<![^\W_])(?:{forms})(?![^\W_])", re.IGNORECASE)


def _is_furniture(part: html.HtmlElement) -> bool:
    return _names().search(f"{part.get('class', '')} {part.get('id', '')}") is not None


def _drop(parts: list[html.HtmlElement]) -> None:
    for part in parts:
        if part.getparent() is not None:
            part.drop_tree()
