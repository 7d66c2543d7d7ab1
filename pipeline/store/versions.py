"""Which documents tell one story: copies by other outlets and later versions, found by their signatures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pipeline.store import Connection

WITHIN = 3
"""Days in which a story is told again; a release of the same template a week later is another story."""
LASTS = 7
"""Days for which versions of versions are one story."""
SHARED = 0.6
"""Share of the shorter text that must stand in the longer one: a tail may be cut off, a place line be another."""
AGREEING = 0.2
"""Share of hashes in which two signatures must agree: below it, what is shared is a guess, and a short text a quote in a long one."""
FIGURES = 0.7
"""Share of the figures of the one with fewer that the other must print: the texts of one template differ in them."""
SHORTEST = 20
"""Words below which a text tells nothing of where it comes from."""

ROWS = 3
"""Bytes that must agree in a row for two signatures to be compared: of texts that share half of their runs 996 in 1,000 are."""
NEXT = 20
"""With how many after it a document is compared where many agree in a row: bounds the time where one text comes in a thousand variants."""

COMPARED = f"minhash_by IS NOT NULL AND words >= {SHORTEST} AND published_precision IN ('second', 'day')"
"""SQL: whether a document is compared with others."""
DAY = "epoch(published_at)::BIGINT // 86400"
"""SQL: the day on which a document was published, counted from 1970 on."""
EPOCH = dt.date(1970, 1, 1)

Numbers = NDArray[np.int64]
Story = tuple[int, int]
"""The document that a story begins with, and its day."""


class Texts(NamedTuple):
    """Different dated texts in the order of their publication; `minhash` has a row of bytes for each."""

    row: Numbers
    day: Numbers
    words: Numbers
    minhash: NDArray[np.uint8]


def renew(con: Connection, since: dt.date = dt.date.min) -> None:
    """Work out anew the rows of the table `version` for texts published from the day `since` on, inside a transaction."""
    con.register("found", versions(con, since))
    later = "SELECT rowid FROM document WHERE published_at >= CAST($since AS TIMESTAMPTZ)"
    con.execute(f"DELETE FROM version WHERE document IN ({later})", {"since": since})
    con.execute("INSERT INTO version BY NAME SELECT * FROM found ORDER BY document")
    con.unregister("found")


def versions(con: Connection, since: dt.date = dt.date.min) -> pa.Table:
    """The rows of the table `version` for texts published from the day `since` on: each that follows another of its story.

    Those of earlier days stand in the table: a text hangs on those before it alone.  The same documents give the same, in whatever order they
    came and from whatever day it is asked.
    """
    day = (since - EPOCH).days
    found: list[tuple[int, int, int, float]] = []
    for (made_by,) in con.execute("SELECT DISTINCT minhash_by FROM document WHERE minhash_by IS NOT NULL ORDER BY 1").fetchall():
        texts = _texts(con, made_by, day - WITHIN)
        if len(texts.row) < 2:
            continue
        first, later, agreeing = _near(texts)
        asked = texts.day[later] >= day
        first, later, agreeing = first[asked], later[asked], agreeing[asked]
        total, least = texts.words[first] + texts.words[later], np.minimum(texts.words[first], texts.words[later])
        shared = np.minimum(agreeing * total / ((1 + agreeing) * least), 1)
        close = (shared >= SHARED) & (agreeing >= AGREEING)
        found += _chained(con, texts, _stories(con, texts, day), first[close], later[close], shared[close])
    return pa.table(
        {name: pa.array([row[n] for row in found], kind) for n, (name, kind) in enumerate(
            {"document": pa.int32(), "story": pa.int32(), "follows": pa.int32(), "shared": pa.float64()}.items()
        )}
    )  # fmt: skip


def earliest(con: Connection, document: int) -> dt.date | None:
    """The first day of publication among the texts that are compared of documents from this row on; None where there are none."""
    sql = f"SELECT min(published_at)::DATE FROM document WHERE {COMPARED} AND rowid >= $row"
    day: dt.date | None = con.execute(sql, {"row": document}).fetchall()[0][0]
    return day


def _texts(con: Connection, made_by: str, day: int) -> Texts:
    """The texts that were first published on a day, counted from 1970 on, or later."""
    table = con.execute(
        f"""SELECT rowid AS row, {DAY} AS day, words::BIGINT AS words, minhash FROM document d
            WHERE minhash_by = $by AND {COMPARED} AND {DAY} >= $day
              AND NOT EXISTS (FROM document e WHERE e.text_sha256 = d.text_sha256 AND minhash_by = $by AND {COMPARED} AND {DAY} < $day)
            QUALIFY row_number() OVER (PARTITION BY text_sha256 ORDER BY published_at, document) = 1
            ORDER BY published_at, document""",
        {"by": made_by, "day": day},
    ).to_arrow_table()
    row, day_of, words = (table[name].to_numpy() for name in ("row", "day", "words"))
    held = b"".join(table["minhash"].to_pylist())
    return Texts(row, day_of, words, np.frombuffer(held, np.uint8).reshape(len(row), len(held) // max(len(row), 1)))


def _near(texts: Texts) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """Pairs of texts, by their places, that may be one story, and the share of hashes in which they agree."""
    count, size = texts.minhash.shape
    pairs = [np.empty(0, np.int64)]
    for at in range(0, size - ROWS + 1, ROWS):
        key = np.zeros(count, np.int64)
        for n in range(ROWS):
            key = key << 8 | texts.minhash[:, at + n]
        order = np.argsort(key, kind="stable")
        key, day = key[order], texts.day[order]
        for step in range(1, min(NEXT, count - 1) + 1):
            same = (key[step:] == key[:-step]) & (day[step:] - day[:-step] <= WITHIN)
            pairs.append(order[:-step][same] * count + order[step:][same])
    pair = np.unique(np.concatenate(pairs))
    first, later = pair // count, pair % count
    return first, later, (texts.minhash[first] == texts.minhash[later]).mean(axis=1)


def _stories(con: Connection, texts: Texts, day: int) -> dict[int, Story]:
    """To which stories the table says that texts of before a day belong, by their places."""
    places = {int(row): place for place, row in enumerate(texts.row[texts.day < day])}
    con.register("asked", pa.table({"document": pa.array(places, pa.int64())}))
    found = con.execute(
        f"SELECT v.document, v.story, {DAY} FROM version v SEMI JOIN asked USING (document) JOIN document d ON d.rowid = v.story"
    ).fetchall()
    con.unregister("asked")
    return {places[document]: (story, began) for document, story, began in found}


def _chained(
    con: Connection, texts: Texts, story: dict[int, Story], first: Numbers, later: Numbers, shared: NDArray[np.float64]
) -> Iterator[tuple[int, int, int, float]]:
    """Each text follows the one before it that is most like it, and belongs to the `story` of that."""
    figures = _figures(con, texts.row[np.union1d(first, later)])
    best: dict[int, tuple[float, int]] = {}
    for a, b, share in zip(first.tolist(), later.tolist(), shared.tolist(), strict=True):
        if _same_figures(figures[int(texts.row[a])], figures[int(texts.row[b])]):
            best[b] = max(best.get(b, (0.0, 0)), (share, a))
    for b in sorted(best):
        share, a = best[b]
        root, began = story.get(a, (int(texts.row[a]), int(texts.day[a])))
        if texts.day[b] - began <= LASTS:
            story[b] = root, began
            yield int(texts.row[b]), root, int(texts.row[a]), share


def _figures(con: Connection, rows: Numbers) -> dict[int, frozenset[int]]:
    con.register("asked", pa.table({"row": rows}))
    found = con.execute("SELECT d.rowid, d.figures FROM document d JOIN asked ON asked.row = d.rowid").fetchall()
    con.unregister("asked")
    return {row: frozenset(figures) for row, figures in found}


def _same_figures(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= FIGURES * min(len(one), len(other))
