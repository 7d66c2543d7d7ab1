"""Read documents from files: a module a source format, chosen by content and suffix."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from pipeline.model import Document
from pipeline.read import jsonl, text
from pipeline.read.origin import Origin, origin_of

GZIP = b"\x1f\x8b"
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
                if p.is_file() and not p.name.endswith(SIDECAR) and not any(part.startswith(".") for part in p.relative_to(place).parts)
            }
        else:
            found.add(place)
    return sorted(found)


def read(path: Path) -> Iterator[Document | Rejected]:
    """The documents of one file, and what in it could not be read.  Never raises on what a file holds."""
    try:
        origin = origin_of(path)
        with path.open("rb") as file:
            packed = file.read(2) == GZIP
        with path.open("rb") as file:
            stream: IO[bytes] = gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[assignment]
            yield from read_stream(stream, str(path), path.stem if packed else path.name, origin)
    except (OSError, EOFError) as error:
        yield Rejected(str(path), None, f"cannot be read: {_plain(error)}")
    except ValueError as error:
        yield Rejected(str(path), None, str(error))


def read_stream(stream: IO[bytes], place: str, name: str, origin: Origin | None = None) -> Iterator[Document | Rejected]:
    """The documents of an open stream; JSON Lines by its first character, anything else as one plain text."""
    head = stream.read(1 << 16)
    if not head.strip():
        yield Rejected(place, None, "the file is empty")
        return
    if jsonl.looks_like(head, name):
        yield from _marked(jsonl.read(head, stream, place), place, origin)
        return
    yield from _marked(text.read(io.BytesIO(head + stream.read()), place, name), place, origin)


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
