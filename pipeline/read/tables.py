"""JSON in one piece, CSV and Parquet: a document an object or a row, its columns as ours or as the origin file maps them."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.model import Document
from pipeline.read import row
from pipeline.read.source import CONVERT, LINE, Fault, Source

DELIMITERS = ",;\t|"
ROWS = 256
"""Rows of Parquet that are held at once."""
RECORDS = "records"
"""Under which name `columns` says where in a JSON document the list of objects lies."""

csv.field_size_limit(LINE)


def read_json(source: Source, place: str) -> Iterator[Document | Fault]:
    """A document an object: of a list, or the one there is; `line` is its number."""
    try:
        said = json.loads(source.whole().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        yield None, f"cannot be decoded as UTF-8 (byte {error.start}): {CONVERT}"
        return
    except (ValueError, RecursionError) as error:
        yield None, str(error) if str(error).startswith("is larger") else f"is not JSON: {error}"
        return
    for part in source.columns.get(RECORDS, "").split("."):
        said = said.get(part) if part and isinstance(said, Mapping) else said
    objects = said if isinstance(said, list) else [said]
    for number, one in enumerate(objects, 1):
        if isinstance(one, Mapping):
            yield row.document(one, number, place, source.columns)
        else:
            yield number, "is not a JSON object"


def is_csv(source: Source) -> bool:
    """Whether the first line names the column of the text, beside others."""
    cells = _header(source.head)
    return len(cells) > 1 and source.columns.get("text", "text") in cells


def _header(head: bytes) -> list[str]:
    line = _first(head)
    return next(csv.reader([line], delimiter=_delimiter(line)), [])


def _first(head: bytes) -> str:
    return re.split(r"[\r\n]", head.decode("utf-8-sig", "replace"), maxsplit=1)[0]  # a carriage return alone ends lines on old Macs


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)


def read_csv(source: Source, place: str) -> Iterator[Document | Fault]:
    """A document a row, `line` being that on which it begins; bytes that are no UTF-8 reject their row only."""
    if fault := _missing(_header(source.head), source):
        yield None, fault
        return
    if b"\r" in (head := source.head) and b"\n" not in head:
        yield None, "ends its lines with a carriage return alone: convert the file, for example with `tr '\\r' '\\n'`"
        return
    lines = _Lines(source)
    names = next(csv.reader(lines, delimiter=_delimiter(_first(head))))
    reader = csv.reader(lines, delimiter=_delimiter(_first(source.head)), strict=True)
    while True:
        number, offset = lines.number + 1, source.behind
        lines.row = []
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            yield number, f"is a row that is not CSV: {error}", lines.sha256(), offset
            continue
        except OSError as error:
            yield number, f"the file breaks off here: {error}"
            break
        if any(cells):
            found = _of_cells(cells, names, number, place, source)
            yield found if isinstance(found, Document) else (number, found[1], lines.sha256(), offset)
    for number in lines.too_long:
        yield number, f"is longer than {LINE >> 20} MB, the most that is read of one line"


def _of_cells(cells: list[str], names: list[str], number: int, place: str, source: Source) -> Document | Fault:
    if len(cells) != len(names):
        return number, f"has {len(cells)} fields where the header has {len(names)}"
    if any("\udc80" <= c <= "\udcff" for cell in cells for c in cell):
        return number, f"cannot be decoded as UTF-8: {CONVERT}"
    return row.document(dict(zip(names, cells, strict=True)), number, place, source.columns)


class _Lines:
    """The lines of a source as text; the numbers of those too long to be read are kept, and in `row` the bytes of those that a row has so far."""

    def __init__(self, source: Source) -> None:
        self._lines, self.number, self.too_long = source.lines(), 0, list[int]()
        self.row: list[bytes] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            raw = next(self._lines)
            self.number += 1
            if raw is not None:
                self.row.append(raw)
                line = raw.decode("utf-8", "surrogateescape")
                return line.removeprefix("\ufeff") if self.number == 1 else line
            self.too_long.append(self.number)

    def sha256(self) -> str:
        """That of the row, without its end."""
        return hashlib.sha256(b"".join(self.row).rstrip(b"\r\n")).hexdigest()


def read_parquet(source: Source, place: str) -> Iterator[Document | Fault]:
    """A document a row; `line` is its number."""
    import pyarrow as pa  # a quarter of a second
    import pyarrow.parquet as pq

    number = 0
    try:
        file = pq.ParquetFile(source.seekable())
        names = file.schema_arrow.names
        if fault := _missing(names, source):
            yield None, fault
            return
        wanted = [name for key in ("text", *row.FIELDS) if (name := source.columns.get(key, key)) in names]
        for batch in file.iter_batches(ROWS, columns=wanted):
            for said in batch.to_pylist():
                number += 1
                yield row.document({key: _utf8(value) for key, value in said.items()}, number, place, source.columns)
    except (pa.ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0]
        yield (number + 1, f"the file breaks off here: {reason}") if number else (None, f"is not Parquet, or damaged: {reason}")


def _utf8(value: Any) -> Any:
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value


def _missing(names: list[str], source: Source) -> str | None:
    """What to do where no column holds the text."""
    text = source.columns.get("text", "text")
    if text in names:
        return None
    return f'has no column `{text}` but {", ".join(names)[:200]}: name the one that holds the text in its origin file, under [columns], as text = "…"'
