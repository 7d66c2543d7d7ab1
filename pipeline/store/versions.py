"""Which documents tell one story: copies by other outlets and later versions, found by their signatures."""

from __future__ import annotations

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

Numbers = NDArray[np.int64]


class Texts(NamedTuple):
    """Different dated texts in the order of their publication; `minhash` has a row of bytes for each."""

    row: Numbers
    day: Numbers
    words: Numbers
    minhash: NDArray[np.uint8]


def versions(con: Connection) -> pa.Table:
    """The rows of the table `version`: each text that follows another of its story.  The same documents give the same, in whatever order they came."""
    found: list[tuple[int, int, int, float]] = []
    for (made_by,) in con.execute("SELECT DISTINCT minhash_by FROM document WHERE minhash_by IS NOT NULL ORDER BY 1").fetchall():
        texts = _texts(con, made_by)
        if len(texts.row) < 2:
            continue
        first, later, agreeing = _near(texts)
        total, least = texts.words[first] + texts.words[later], np.minimum(texts.words[first], texts.words[later])
        shared = np.minimum(agreeing * total / ((1 + agreeing) * least), 1)
        close = (shared >= SHARED) & (agreeing >= AGREEING)
        found += _chained(con, texts, first[close], later[close], shared[close])
    return pa.table(
        {name: pa.array([row[n] for row in found], kind) for n, (name, kind) in enumerate(
            {"document": pa.int32(), "story": pa.int32(), "follows": pa.int32(), "shared": pa.float64()}.items()
        )}
    )  # fmt: skip


def _texts(con: Connection, made_by: str) -> Texts:
    table = con.execute(
        f"""SELECT rowid AS row, epoch(published_at)::BIGINT // 86400 AS day, words::BIGINT AS words, minhash FROM document
            WHERE minhash_by = $by AND words >= {SHORTEST} AND published_precision IN ('second', 'day')
            QUALIFY row_number() OVER (PARTITION BY text_sha256 ORDER BY published_at, document) = 1
            ORDER BY published_at, document""",
        {"by": made_by},
    ).to_arrow_table()
    row, day, words = (table[name].to_numpy() for name in ("row", "day", "words"))
    held = b"".join(table["minhash"].to_pylist())
    return Texts(row, day, words, np.frombuffer(held, np.uint8).reshape(len(row), len(held) // max(len(row), 1)))


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


def _chained(
    con: Connection, texts: Texts, first: Numbers, later: Numbers, shared: NDArray[np.float64]
) -> Iterator[tuple[int, int, int, float]]:
    """Each text follows the one before it that is most like it, and belongs to the story of that."""
    figures = _figures(con, texts.row[np.union1d(first, later)])
    story: dict[int, int] = {}
    best: dict[int, tuple[float, int]] = {}
    for a, b, share in zip(first.tolist(), later.tolist(), shared.tolist(), strict=True):
        if _same_figures(figures[int(texts.row[a])], figures[int(texts.row[b])]):
            best[b] = max(best.get(b, (0.0, 0)), (share, a))
    for b in sorted(best):
        share, a = best[b]
        root = story.get(a, a)
        if texts.day[b] - texts.day[root] <= LASTS:
            story[b] = root
            yield int(texts.row[b]), int(texts.row[root]), int(texts.row[a]), share


def _figures(con: Connection, rows: Numbers) -> dict[int, frozenset[int]]:
    con.register("asked", pa.table({"row": rows}))
    found = con.execute("SELECT d.rowid, d.figures FROM document d JOIN asked ON asked.row = d.rowid").fetchall()
    con.unregister("asked")
    return {row: frozenset(figures) for row, figures in found}


def _same_figures(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= FIGURES * min(len(one), len(other))
