"""JSON Lines: a document a line, with the fields of the command-line contract; only `text` is required."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from typing import IO, Any

from pipeline.model import Document, When
from pipeline.read.dates import date_fault
from pipeline.read.language import language_of

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz")


def looks_like(head: bytes, name: str) -> bool:
    """Whether a file is JSON Lines: by its name, or because its first line is a JSON object (or breaks off inside `head`)."""
    if name.endswith(SUFFIXES):
        return True
    first, newline, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return not newline and first[1:].lstrip()[:1] == b'"'


def is_array(body: bytes) -> bool:
    """Whether a file is one JSON array of objects, which is not JSON Lines."""
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        return False
    try:
        return isinstance(json.loads(body), list)
    except (ValueError, RecursionError):
        return False


def read(head: bytes, stream: IO[bytes], place: str) -> Iterator[Document | tuple[int | None, str]]:
    """A document a line, or (line number, reason) for a line that is none; empty lines are passed over."""
    number = 0
    try:
        for number, raw in enumerate(_lines(head, stream), 1):
            if not raw.strip():
                continue
            yield document(raw, number, place)
    except (OSError, EOFError, zlib.error) as error:
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
    except (ValueError, RecursionError) as error:
        return number, f"is not JSON: {error}"
    if not isinstance(said, dict):
        return number, "is not a JSON object"
    text = said.get("text")
    if not isinstance(text, str) or not text.strip():
        return number, "has no `text`"
    fields = {key: _text(said, key) for key in ("id", "published", "title", "dateline", "publisher", "url", "language")}
    broken = next((key for key, value in {"text": text, **fields}.items() if any("\ud800" <= c <= "\udfff" for c in value)), None)
    if broken:
        return number, f"`{broken}` holds half a surrogate pair, which is no character"
    when = fields["published"]
    if fault := date_fault(when):
        return number, f"`published` {fault}"
    return Document(
        fields["id"] or hashlib.sha256(text.encode()).hexdigest()[:16], text, When(when, "metadata") if when else When(),
        fields["title"], fields["dateline"], fields["publisher"], fields["url"], language_of(fields["language"]), place, number,
    )  # fmt: skip


def _text(said: dict[str, Any], key: str) -> str:
    value = said.get(key)
    return "" if value is None else str(value)
