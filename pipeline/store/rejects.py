"""The quarantine: what could not be read, told once as long as its bytes stay, and let go when they are read after all."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import pyarrow as pa

from pipeline.store import Connection, transaction
from pipeline.store.load import TEXT, TIME, WHOLE


class Standing(NamedTuple):
    """A row of the quarantine that stands."""

    reject: str
    file: str
    document: str | None


class Met(NamedTuple):
    """What a run met of the quarantine."""

    new: int
    """Pieces that did not stand in it before."""
    resolved: int
    """Pieces that stood in it and stand no more."""


SCHEMA = {
    "reject": TEXT, "file": TEXT, "line": WHOLE, "reason": TEXT, "sha256": TEXT, "offset": WHOLE, "document": TEXT,
    "run": TEXT, "recorded_at": TIME, "resolved_at": TIME,
}  # fmt: skip

Piece = tuple[str, int | None, str, str | None, int | None, str | None]
"""File, line, reason, sha256 of the bytes, offset in bytes, document set aside."""


def standing(con: Connection) -> list[Standing]:
    """What stands in the quarantine."""
    found = con.execute("SELECT reject, file, document FROM reject WHERE resolved_at IS NULL ORDER BY ALL").fetchall()
    return [Standing(*row) for row in found]


def record(con: Connection, pieces: Iterable[Piece], cleared: Iterable[str], run: str, now: dt.datetime) -> Met:
    """Put pieces into the quarantine, and let go the rows named in `cleared` that were not met again.

    The same bytes of the same file are one row whatever line they stand on and whatever is said of them; the row has the last line and reason.
    """
    rows = _keyed(pieces)
    columns = {
        name: pa.array([(key, *piece, run, now, None)[at] for key, piece in rows.items()], kind) for at, (name, kind) in enumerate(SCHEMA.items())
    }  # fmt: skip
    table = pa.table(columns | {"before": pa.array([_key(*piece[:3]) for piece in rows.values()], TEXT)})
    with transaction(con):
        con.register("met", table)
        # Up to migration 0008 the key did not know the bytes.
        con.execute(
            "UPDATE reject r SET reject = m.reject, sha256 = m.sha256 FROM met m WHERE r.reject = m.before AND m.before <> m.reject AND r.sha256 IS NULL"
        )
        stood = {key for (key,) in con.execute("SELECT reject FROM reject WHERE resolved_at IS NULL").fetchall()}
        con.execute(
            """UPDATE reject r SET line = m.line, "offset" = m."offset", reason = m.reason, document = m.document, resolved_at = NULL FROM met m
               WHERE m.reject = r.reject
                 AND (r.line, r."offset", r.reason, r.document, r.resolved_at) IS DISTINCT FROM (m.line, m."offset", m.reason, m.document, NULL::TIMESTAMPTZ)"""
        )
        con.execute("INSERT INTO reject BY NAME SELECT * EXCLUDE before FROM met ANTI JOIN reject USING (reject)")
        con.unregister("met")
        resolved = [key for key in cleared if key in stood and key not in rows]
        con.register("cleared", pa.table({"reject": pa.array(resolved, TEXT)}))
        con.execute("UPDATE reject SET resolved_at = $now WHERE reject IN (SELECT reject FROM cleared)", {"now": now})
        con.unregister("cleared")
    return Met(len(rows.keys() - stood), len(resolved))


def _keyed(pieces: Iterable[Piece]) -> dict[str, Piece]:
    """Pieces by their keys; equal bytes in one file are told apart by which of them it is."""
    rows, seen = {}, Counter[tuple[str, str]]()
    for piece in pieces:
        file, line, reason, sha256 = piece[:4]
        if sha256:
            seen[file, sha256] += 1
            key = _key(file, sha256, seen[file, sha256])
        else:
            key = _key(file, line, reason)
        rows[key] = piece
    return rows


def _key(*parts: str | int | None) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
