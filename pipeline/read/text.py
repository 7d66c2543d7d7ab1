"""Plain text: one document a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from pipeline.model import Document
from pipeline.read.source import CONVERT, Fault, Source

BINARY = 0.02
"""Share of control characters from which a file is no text."""


def read(source: Source, place: str) -> Iterator[Document | Fault]:
    """One document whose text is the file as decoded: byte order mark and line ends kept."""
    try:
        text = decode(source.whole())
    except UnicodeDecodeError as error:
        yield None, f"cannot be decoded as UTF-8 (byte {error.start}): {CONVERT}"
        return
    control = sum(c < " " and c not in "\n\r\t\f" for c in text[:4096])
    if "\x00" in text[:4096] or control > BINARY * min(len(text), 4096):
        yield None, "is not text (it holds control characters)"
        return
    if not text.strip("\ufeff \t\r\n\f"):
        yield None, "the file holds only white space"
        return
    yield Document(PurePath(source.name).stem, text, language="", origin=place)


def decode(raw: bytes) -> str:
    """UTF-8, or UTF-16 where a byte order mark says so.  Raises UnicodeDecodeError."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    return raw.decode("utf-8")
