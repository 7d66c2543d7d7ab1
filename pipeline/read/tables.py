"""JSON in one piece, CSV and Parquet: a document an object or a row, its columns as ours or as the origin file maps them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.model import Document
from pipeline.read import row
from pipeline.read.source import LINE, Fault, Source

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
        yield None, f"cannot be decoded as UTF-8 (byte {error.start})"
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
    line = head.decode("utf-8-sig", "replace").lstrip("\r\n").partition("\n")[0].rstrip("\r")
    return next(csv.reader([line], delimiter=_delimiter(line)), [])


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)


def read_csv(source: Source, place: str) -> Iterator[Document | Fault]:
    """A document a row, `line` being that on which it ends; bytes that are no UTF-8 reject their row only."""
    if fault := _missing(_header(source.head), source):
        yield None, fault
        return
    lines = _text_lines(source)
    first = next(lines).lstrip("\ufeff")
    reader = csv.reader(lines, delimiter=_delimiter(first))
    names = next(csv.reader([first], delimiter=_delimiter(first)))
    try:
        for cells in reader:
            if not any(cells):
                continue
            number = reader.line_num + 1
            if len(cells) != len(names):
                yield number, f"has {len(cells)} fields where the header has {len(names)}"
            elif any("\udc80" <= c <= "\udcff" for cell in cells for c in cell):
                yield number, "cannot be decoded as UTF-8"
            else:
                yield row.document(dict(zip(names, cells, strict=True)), number, place, source.columns)
    except (OSError, csv.Error) as error:
        yield reader.line_num + 2, f"the file breaks off here: {error}"


def _text_lines(source: Source) -> Iterator[str]:
    for line in source.lines():
        if line is None:
            raise csv.Error(f"a line is longer than {LINE >> 20} MB")
        yield line.decode("utf-8", "surrogateescape")


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
