"""JSON Lines: a document a line, with the fields of the command-line contract; only `text` is required."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from pipeline.model import Document, When

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz")
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ][0-9:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?")


def looks_like(head: bytes, name: str) -> bool:
    return name.endswith(SUFFIXES) or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read(head: bytes, stream: IO[bytes], place: str) -> Iterator[Document | tuple[int | None, str]]:
    """A document a line, or (line number, reason) for a line that is none; empty lines are passed over."""
    number = 0
    try:
        for number, raw in enumerate(_lines(head, stream), 1):
            if not raw.strip():
                continue
            yield document(raw, number, place)
    except (OSError, EOFError) as error:
        yield number + 1, f"the file breaks off here: {error}"


def _lines(head: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    if b"\n" not in head:
        yield head + stream.readline()
    else:
        lines = head.split(b"\n")
        yield from lines[:-1]
        yield lines[-1] + stream.readline()
    yield from stream


def document(raw: bytes, number: int, place: str) -> Document | tuple[int | None, str]:
    try:
        said = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return number, f"cannot be decoded as UTF-8 (byte {error.start} of the line)"
    except (json.JSONDecodeError, RecursionError) as error:
        return number, f"is not JSON: {error}"
    if not isinstance(said, dict):
        return number, "is not a JSON object"
    text = said.get("text")
    if not isinstance(text, str) or not text.strip():
        return number, "has no `text`"
    if any("\ud800" <= c <= "\udfff" for c in text):
        return number, "`text` holds half a surrogate pair, which is no character"
    when = _text(said, "published")
    if when and not DATE.fullmatch(when):
        return number, f"`published` is not an ISO date: {when[:40]!r}"
    return Document(
        _text(said, "id") or f"{place}:{number}", text, When(when, "metadata") if when else When(),
        _text(said, "title"), _text(said, "dateline"), _text(said, "publisher"), _text(said, "url"),
        _text(said, "language") or "en", f"{place}:{number}",
    )  # fmt: skip


def _text(said: dict[str, Any], key: str) -> str:
    value = said.get(key)
    return "" if value is None else str(value)
