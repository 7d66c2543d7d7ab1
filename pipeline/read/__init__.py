"""Read documents from files: a module a source format, chosen by content and suffix."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from pipeline.model import Document
from pipeline.read import jsonl, text
from pipeline.read.origin import Origin, origin_of

GZIP = b"\x1f\x8b"
HEAD = 1 << 16
SIDECAR = ".origin.toml"


class Rejected(NamedTuple):
    """Input that could not be read: where it stands, why, and what can be done."""

    file: str
    line: int | None
    reason: str


def files(places: list[Path]) -> list[Path]:
    """The input files under `places`, sorted by path; sidecars, hidden files and anything that is no file are left out."""
    found: set[Path] = set()
    for place in places:
        if place.is_dir():
            found |= {
                p
                for p in place.rglob("*")
                if (p.is_file() or (p.is_symlink() and not p.exists()))
                and not p.name.endswith(SIDECAR)
                and not any(part.startswith(".") for part in p.relative_to(place).parts)
            }
        else:
            found.add(place)
    return sorted(found)


def read(path: Path) -> Iterator[Document | Rejected]:
    """The documents of one file, and what in it could not be read.  Never raises on what a file holds."""
    place = printable(path)
    try:
        origin = origin_of(path)
        with path.open("rb") as file:
            yield from read_stream(file, place, printable(Path(path.name)), origin)
    except (OSError, EOFError, zlib.error) as error:
        yield Rejected(place, None, f"cannot be read: {_plain(error)}")
    except ValueError as error:
        yield Rejected(place, None, str(error))


def read_stream(stream: IO[bytes], place: str, name: str, origin: Origin | None = None) -> Iterator[Document | Rejected]:
    """The documents of an open stream, unpacked where it is gzip: JSON Lines, else one plain text."""
    head = stream.read(2)
    rest: Any = _Rejoined(head, stream)
    if head == GZIP:
        rest = gzip.GzipFile(fileobj=rest)
        name = name.removesuffix(".gz")
    head = rest.read(HEAD)
    if not head.strip():
        yield Rejected(place, None, "the file is empty")
        return
    if jsonl.looks_like(head, name):
        yield from _marked(jsonl.read(head, rest, place), place, origin)
        return
    body = head + rest.read()
    if jsonl.is_array(body):
        yield Rejected(place, None, "is one JSON array: give an object a line (JSON Lines)")
        return
    yield from _marked(text.read(body, place, name), place, origin)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes have been looked at."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = len(buffer)
        found, self._head = (self._head[:size], self._head[size:]) if self._head else (self._stream.read(size), b"")
        buffer[: len(found)] = found
        return len(found)

    def readline(self, size: int | None = -1) -> bytes:  # noqa: ARG002 (lines are read whole)
        line = self._head + (b"" if self._head.endswith(b"\n") else self._stream.readline())
        self._head = b""
        return line


def printable(path: Path) -> str:
    """A path as text; bytes of its name that are no text are shown as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _marked(found: Iterator[Document | tuple[int | None, str]], place: str, origin: Origin | None) -> Iterator[Document | Rejected]:
    for item in found:
        if isinstance(item, tuple):
            yield Rejected(place, *item)
        else:
            if origin is not None:
                origin.apply(item)
            yield item


def _plain(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
