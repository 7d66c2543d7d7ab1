"""PDF: one document a file, its pages apart by a form feed, so that the page of each figure can be told."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import pypdfium2
import pypdfium2.raw

from pipeline.model import Document, When
from pipeline.read import apart
from pipeline.read.dates import date_fault
from pipeline.read.pages import BREAK
from pipeline.read.source import Fault, Source

PAGES = 1000
"""Pages of the longest PDF that is read."""
MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
BROKEN = re.compile(r"([^\W_]+)(?:\ufffe|[\xad-]\n)([^\W_]+)")
"""A word that a line breaks: pdfium writes U+FFFE for the hyphen where it knows it for one."""
SHORT = 0.6
"""Share of the usual line below which a line ends a paragraph."""


def read(source: Source, place: str) -> Iterator[Document | Fault]:
    """The document of a PDF, and (page, reason) for each page that is a picture; it is read in a process that may be ended."""
    yield from apart.read("pdf", source.whole(), place, PurePath(source.name).stem)


def pages(body: bytes, place: str, name: str) -> Iterator[Document | Fault]:
    """The document of a PDF, and what is wrong with single pages; columns come in the order in which they are set."""
    try:
        file = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            yield None, "is an encrypted PDF: save it without its password"
        else:
            yield None, f"is a damaged PDF: {error}"
        return
    if len(file) > PAGES:
        yield None, f"is a PDF of {len(file):,} pages; {PAGES:,} are the most that are read"
        return
    texts: list[str] = []
    for number in range(1, len(file) + 1):
        try:
            page = file[number - 1]
            texts.append(_lines(page.get_textpage().get_text_range()))
            picture = not texts[-1] and next(page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
        except pypdfium2.PdfiumError as error:
            texts.append("")
            yield number, f"is a page that cannot be read: {error}"
            continue
        if picture:
            yield number, "is a page without text, a picture: have its words recognised (OCR) first"
    if not any(texts):
        yield None, "is a PDF without text"
        return
    said = file.get_metadata_dict()
    title = " ".join(said["Title"].split())
    yield Document(
        name, _mended(BREAK.join(texts)), _made(said), title, language="", origin=place,
        told={"title": "metadata"} if title else {},
    )  # fmt: skip


def _lines(text: str) -> str:
    """The lines of a page; an empty one behind each that is so short that it ends a paragraph."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    usual = statistics.median(map(len, lines))
    ended = (line + "\n" if len(line) < SHORT * usual and line else line for line in lines)
    return "\n".join(ended).strip()


def _mended(text: str) -> str:
    """The text with the words joined that lines broke; a hyphen stays where it stands elsewhere as well, or beside a figure or a capital."""

    def join(broken: re.Match[str]) -> str:
        first, last = broken[1], broken[2]
        kept = f"{first}-{last}"
        return kept if not last[0].islower() or first[-1].isdigit() or kept in text else first + last

    return BROKEN.sub(join, text).replace("\ufffe", "-")


def _made(said: dict[str, Any]) -> When:
    """The day on which the file was made: it is seldom told elsewhere."""
    day = MADE.match(said["CreationDate"])
    text = "-".join(day.groups()) if day else ""
    return When(text, "inferred", "the day on which the PDF was made") if text and not date_fault(text) else When()
