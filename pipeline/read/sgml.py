"""SGML as in the Reuters-21578 distribution: a document a story."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from html import unescape

from pipeline.model import Document, When
from pipeline.read.dates import date_fault
from pipeline.read.source import Fault, Source

STORY = re.compile(r"<REUTERS\b([^>]*)>(.*?)(?:(</REUTERS>)|(?=<REUTERS\b)|\Z)", re.DOTALL)
NUMBER = re.compile(r'NEWID="(\d+)"')
PARTS = {name: re.compile(rf"<{name}\b[^>]*>(.*?)</{name}>", re.DOTALL) for name in ("DATE", "TEXT", "TITLE", "DATELINE", "AUTHOR", "BODY")}
DAY = re.compile(r"(\d{1,2}-[A-Z]{3}-\d{4})")


def read(source: Source, place: str) -> Iterator[Document | Fault]:
    """A document a story, `line` being its number in the file.

    Its text is the body; of a story without one what else its text holds, and of one that is all headline the headline.
    """
    body = source.whole()
    encoding = "utf-8"
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        encoding = "latin-1"  # a few bytes of the distribution are no ASCII
        text = body.decode(encoding)
    at = offset = 0
    for number, story in enumerate(STORY.finditer(text), 1):
        offset += len(text[at : story.start()].encode(encoding))
        at = story.start()
        found = _document(story[1], story[2], number, place) if story[3] else (number, "is a story that is cut off")
        if isinstance(found, Document):
            yield found
        else:
            yield number, found[1], hashlib.sha256(story[0].encode(encoding)).hexdigest(), offset


def _document(said: str, inside: str, number: int, place: str) -> Document | Fault:
    name, day = NUMBER.search(said), DAY.search(_part("DATE", inside))
    title, dateline = " ".join(_part("TITLE", inside).split()), " ".join(_part("DATELINE", inside).split())
    text = _part("BODY", inside) or _without_parts(inside) or title
    if not text:
        return number, "is a story without text"
    try:
        published = When(dt.datetime.strptime(day[1].title(), "%d-%b-%Y").date().isoformat(), "markup") if day else When()
    except ValueError:
        return number, f"its date is no date of the calendar: {day[1]!r}" if day else ""
    if fault := date_fault(published.text or ""):
        return number, f"its date {fault}"
    return Document(
        f"reuters-{name[1]}" if name else f"{place}:{number}", text, published, title, dateline, "Reuters", origin=place, line=number,
        told={"publisher": "markup"} | ({"title": "markup"} if title else {}),
    )  # fmt: skip


def _part(name: str, inside: str) -> str:
    found = PARTS[name].search(inside)
    return unescape(found[1]).strip() if found else ""  # of &#2; and the like nothing is left


def _without_parts(inside: str) -> str:
    found = PARTS["TEXT"].search(inside)
    text = found[1] if found else ""
    for name in ("TITLE", "DATELINE", "AUTHOR"):
        text = PARTS[name].sub("", text)
    return unescape(text).strip()
