"""JSON Lines: a document a line, with the fields of the command-line contract; only `text` is required."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from pipeline.model import Document
from pipeline.read import row
from pipeline.read.source import CONVERT, LINE, Fault, Source

SUFFIXES = (".jsonl", ".ndjson")


def looks_like(head: bytes, name: str) -> bool:
    """Whether a file is JSON Lines: by its name, or because its first line is a JSON object (or breaks off inside `head`)."""
    if name.endswith(SUFFIXES):
        return True
    first, newline, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return not newline and first[1:].lstrip()[:1] == b'"'


def read(source: Source, place: str) -> Iterator[Document | Fault]:
    """A document a line, or (line number, reason, sha256 of the line without its end, offset) for one that is none; empty lines are passed over."""
    number = 0
    try:
        for number, raw in enumerate(source.lines(), 1):
            if raw is None:
                yield number, f"is longer than {LINE >> 20} MB, the most that is read of one line", None, source.offset
            elif raw.strip():
                found = _document(raw, number, place, source)
                if isinstance(found, Document):
                    yield found
                else:
                    yield number, found[1], hashlib.sha256(raw.rstrip(b"\r\n")).hexdigest(), source.offset
    except OSError as error:
        yield number + 1, f"the file breaks off here: {error}"


def _document(raw: bytes, number: int, place: str, source: Source) -> Document | Fault:
    try:
        said = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return number, f"cannot be decoded as UTF-8 (byte {error.start} of the line): {CONVERT}"
    except (ValueError, RecursionError) as error:
        return number, f"is not JSON: {error}"
    if not isinstance(said, dict):
        return number, "is not a JSON object"
    return row.document(said, number, place, source.columns)
