"""Elements of the page. All text goes through here and is escaped by the serialiser, whoever wrote it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

from pipeline.report import words

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no HTML may hold, or that UTF-8 cannot."""

UNIT = re.compile(rf"(?<=\d) (?=(?:%|{'|'.join(name for _, name in words.STEPS)})(?!\w))")
"""The space before a unit, at which no line may break."""

Child = Element | str | None


def printable(text: str) -> str:
    """Text without what HTML cannot hold."""
    return UNPRINTABLE.sub(" ", text)


def unbroken(text: str) -> str:
    """Text whose numbers stay on one line with their units."""
    return UNIT.sub("\u00a0", text)


def element(tag: str, *children: Child, **attributes: str | int | bool | None) -> Element:
    """An element with its children in order; an attribute that is None or False is left out, and `_` in its name stands for `-`.

    A name that Python keeps for itself ends with `_`: `class_`.
    """
    made = Element(tag)
    for name, value in attributes.items():
        if value is not None and value is not False:
            made.set(name.rstrip("_").replace("_", "-"), "" if value is True else printable(str(value)))
    last: Element | None = None
    for child in children:
        if child is None:
            continue
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + printable(child)
        else:
            last.tail = (last.tail or "") + printable(child)
    return made


def raw(tag: str, text: str, **attributes: str | None) -> Element:
    """A script or style of our own, whose text HTML takes as it is.  Raises ValueError where the text would end the element."""
    if re.search(rf"</{tag}|<!--", text, re.IGNORECASE):
        raise ValueError(f"the text of a {tag} element would end it")
    made = element(tag, **attributes)
    made.text = text
    return made


def document(root: Element) -> bytes:
    """The whole page, UTF-8."""
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}\n".encode()
