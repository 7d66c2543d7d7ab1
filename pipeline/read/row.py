"""A document from named fields: a line of JSON, a row of a table; only `text` is required."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

from pipeline.model import Document, When
from pipeline.read.dates import date_fault
from pipeline.read.language import language_of
from pipeline.read.source import Fault

FIELDS = ("id", "published", "title", "dateline", "publisher", "url", "language")


def document(said: Mapping[str, Any], number: int, place: str, columns: Mapping[str, str]) -> Document | Fault:
    """The document that `said` tells; `columns` maps our names to those used there, a dot leading into an object."""
    text = _value(said, "text", columns)
    if not isinstance(text, str) or not text.strip():
        return number, f"has no `{columns.get('text', 'text')}`"
    fields = {key: _plain(_value(said, key, columns)) for key in FIELDS}
    broken = next((key for key, value in {"text": text, **fields}.items() if not _is_text(value)), None)
    if broken:
        return number, f"`{broken}` holds half a surrogate pair, which is no character"
    when = fields["published"]
    if fault := date_fault(when):
        return number, f"`published` {fault}"
    return Document(
        fields["id"] or hashlib.sha256(text.encode()).hexdigest()[:16], text, When(when, "metadata") if when else When(),
        fields["title"], fields["dateline"], fields["publisher"], fields["url"], language_of(fields["language"]), place, number,
        told={key: "metadata" for key in ("title", "publisher", "url", "language") if fields[key]},
    )  # fmt: skip


def _is_text(value: str) -> bool:
    """Whether a string can be written: JSON may escape half a character.  Encoding tells in a hundredth of the time that a look at each takes."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _value(said: Mapping[str, Any], key: str, columns: Mapping[str, str]) -> Any:
    name = columns.get(key, key)
    if name in said:
        return said[name]
    value: Any = said
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)
