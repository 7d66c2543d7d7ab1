"""Put documents, facts, rejects and runs into the warehouse: a batch a transaction."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.store import Connection, transaction

Row = dict[str, Any]

DECIMAL = pa.decimal128(38, 9)
TEXT, WHOLE, TIME, TEXTS = pa.string(), pa.int64(), pa.timestamp("us", tz="UTC"), pa.list_(pa.string())
WORD = pa.dictionary(pa.int32(), TEXT)
"""Text of which many rows have the same: DuckDB reads it from a dictionary in two thirds of the time."""

SENSE = {
    "unit": WORD, "per": WORD, "approx": WORD, "indicator": WORD, "statistic": WORD, "direction": WORD, "status": WORD, "revision": WORD,
    "period_source": WORD, "basis": WORD, "balance": WORD, "adjustment": WORD, "optional": pa.bool_(), "own_source": pa.bool_(),
}  # fmt: skip
"""What a fact means apart from its value, words, owner and time: facts have few such senses, and keep the number of theirs."""
FACT = {
    "fact": TEXT, "document": WORD, "start": WHOLE, "end": WHOLE, "value_text": TEXT, "low": DECIMAL, "high": DECIMAL, "precision": DECIMAL,
    "measure": WORD, "variant": WORD, "period": WORD, "period_start": pa.date32(), "period_end": pa.date32(),
    "entity": WORD, "entity_id": WORD, "partner": WORD, "partner_id": WORD, "attribution": WORD, "sense": WORD,
    "converts": TEXT, "sentence": TEXT, "confidence": pa.float64(), "rules": pa.list_(WORD), "links": TEXT, "alt": TEXT, "checks": TEXTS,
    "run": WORD, "recorded_at": TIME, "retired_at": TIME,
}  # fmt: skip
"""As workers hand them over: rules by their names and the sense as told by `sense`, both numbered in the warehouse."""
CORRECTED = (
    "low", "high", "precision", "unit", "per", "approx", "measure", "indicator", "variant", "statistic", "direction", "status",
    "revision", "period", "period_start", "period_end", "period_source", "basis", "entity", "entity_id", "partner", "partner_id",
    "attribution", "balance", "adjustment", "own_source",
)  # fmt: skip
"""The columns of a fact that a correction may change."""

SCHEMAS = {
    "document": {
        "document": TEXT, "story": TEXT, "publisher": WORD, "title": TEXT, "dateline": TEXT, "url": TEXT, "language": WORD, "language_from": WORD, "licence": WORD,
        "published": TEXT, "published_from": WORD, "published_evidence": TEXT, "published_at": TIME, "published_precision": WORD,
        "text_sha256": TEXT, "characters": WHOLE, "synthetic": pa.bool_(), "origin": TEXT, "told": WORD, "masked": WHOLE, "pages": pa.list_(pa.int32()),
        "minhash": pa.binary(), "minhash_by": WORD, "words": WHOLE, "figures": pa.list_(pa.uint16()), "run": WORD, "recorded_at": TIME,
    },
    "fact": FACT,
    "sense": SENSE,
    "rule": {"name": TEXT},
    "correction": {
        "correction": TEXT, "number": WHOLE, "fact": TEXT, "document": TEXT, "start": WHOLE, "end": WHOLE, "action": TEXT, "fields": TEXT, "because": TEXT,
        "made_by": TEXT, "made_on": pa.date32(), "quote": TEXT, "sentence": TEXT, "facts": WHOLE, "fault": TEXT, "run": TEXT, "recorded_at": TIME, "retired_at": TIME,
    },
    "corrected": {"fact": TEXT, "document": TEXT, "rejected": pa.bool_(), "correction": TEXT}
    | {name: (FACT | SENSE)[name] for name in (*CORRECTED, "run", "recorded_at", "retired_at")},
}  # fmt: skip

TIMES = ("run", "recorded_at", "retired_at")
"""The columns that tell when a row was recorded, not what it says."""


def arrow(table: str, rows: Sequence[Row]) -> pa.Table:
    """Rows of a table of the warehouse; what a row has besides its columns is left out."""
    made = {"sense": [sense([row[name] for name in SENSE]) for row in rows]} if table == "fact" else {}
    return pa.table({name: pa.array(made.get(name) or [row[name] for row in rows], kind) for name, kind in SCHEMAS[table].items()})


sense = json.JSONEncoder(separators=(",", ":")).encode
"""The values of SENSE, in its order, as one text."""


def known(con: Connection) -> set[str]:
    """The keys of the documents that are stored."""
    return {key for (key,) in con.execute("SELECT document FROM document").fetchall()}


def store(con: Connection, documents: pa.Table, facts: pa.Table) -> None:
    """Add documents that are new, and their facts, in one transaction.

    A document that is stored has all its facts, for they came in one transaction with it: its facts are passed over unread.
    """
    with transaction(con):
        con.register("incoming", documents)
        fresh = con.execute("SELECT document FROM incoming ANTI JOIN document USING (document)").to_arrow_table()
        con.unregister("incoming")
        if not fresh.num_rows:
            return
        con.register("fresh", fresh)
        which = "TRUE" if fresh.num_rows == documents.num_rows else "document IN (FROM fresh)"
        _insert(con, "document", documents, which)
        _insert(con, "fact", numbered(con, facts), which)
        con.unregister("fresh")


def numbered(con: Connection, facts: pa.Table) -> pa.Table:
    """Facts with the numbers of their rules and senses; what was never met gets the next number, inside a transaction."""
    return _with(_with(facts, "rules", _rules(con, facts["rules"])), "sense", _senses(con, facts["sense"]))


def number(con: Connection, table: str, source: str, order: str) -> None:
    """Give what a relation holds and a table of numbered rows, `rule` or `sense`, does not the next numbers, in order of one of its columns."""
    names = columns(table)
    con.execute(
        f"""INSERT INTO {table} ({table}, {names}) SELECT (SELECT count(*) FROM {table}) + row_number() OVER (ORDER BY o.{order}), {names}
            FROM {source} o WHERE NOT EXISTS (FROM {table} s WHERE {alike(table, "s", "o")})"""
    )


def _with(facts: pa.Table, name: str, column: pa.ChunkedArray) -> pa.Table:
    return facts.set_column(facts.schema.get_field_index(name), name, column)


def _rules(con: Connection, told: pa.ChunkedArray) -> pa.ChunkedArray:
    names = pa.chunked_array([rules.flatten() for rules in told.chunks], WORD).unify_dictionaries()
    numbers = _numbers(con, "rule", {"name": pa.array(_words(names), TEXT)})
    # Of a slice the offsets count from the start of the whole, its values do not.
    begins = [pc.subtract(rules.offsets, rules.offsets[0]) for rules in told.chunks]
    chunks = [pa.ListArray.from_arrays(b, numbers.take(part.indices)) for b, part in zip(begins, names.chunks, strict=True)]
    return pa.chunked_array(chunks, pa.list_(pa.int32()))


def _senses(con: Connection, told: pa.ChunkedArray) -> pa.ChunkedArray:
    one = told.unify_dictionaries()
    met = _words(one)
    values = zip(*json.loads(f"[{','.join(met)}]"), strict=True) if met else ([] for _ in SENSE)
    columns_of = {name: pa.array(column, kind) for (name, kind), column in zip(SENSE.items(), values, strict=True)}
    numbers = _numbers(con, "sense", columns_of)
    return pa.chunked_array([numbers.take(chunk.indices) for chunk in one.chunks], pa.int32())


def _words(column: pa.ChunkedArray) -> list[str]:
    """The words of a column with one dictionary, in the order in which they were met."""
    return column.chunk(0).dictionary.to_pylist() if column.num_chunks else []


def _numbers(con: Connection, table: str, met: dict[str, Any]) -> pa.Array:
    """The numbers that rows, by column, have in a table of numbered ones, in their order; new ones get the next."""
    rows = pa.table(met)
    con.register("met", rows.append_column("place", pa.array(range(rows.num_rows), pa.int32())))
    number(con, table, "met", "place")
    found = con.execute(f"SELECT s.{table} AS number FROM met o JOIN {table} s ON {alike(table, 's', 'o')} ORDER BY place").to_arrow_table()
    con.unregister("met")
    return found["number"].combine_chunks()


def replace(con: Connection, documents: Sequence[str], facts: pa.Table, now: dt.datetime) -> int:
    """Put new readings of stored documents, named by their keys, in place of those that stand, in one transaction: how many facts were retired.

    A fact that is read as before stays as it is; one that is read differently, or no more, is retired and kept.
    """
    with transaction(con):
        con.register("read_again", pa.table({"document": pa.array(documents, TEXT)}))
        retired = reconcile(con, "fact", numbered(con, facts), now, "document IN (SELECT document FROM read_again)")
        con.unregister("read_again")
    return retired


def reconcile(con: Connection, table: str, rows: pa.Table, now: dt.datetime, scope: str = "TRUE") -> int:
    """Put rows in place of those that stand in `scope`, inside a transaction: how many were retired.

    A row that comes out as before stays as it is, with its time; any other is retired and kept.
    """
    names, same = columns(table), alike(table, "t", "i")
    con.register("incoming", rows)
    retired = con.execute(
        f"UPDATE {table} t SET retired_at = $now WHERE t.retired_at IS NULL AND {scope} AND NOT EXISTS (SELECT 1 FROM incoming i WHERE {same})",
        {"now": now},
    ).fetchall()[0][0]
    con.execute(
        f"""INSERT INTO {table} ({names}) SELECT {names} FROM incoming i
            WHERE NOT EXISTS (SELECT 1 FROM {table} t WHERE t.retired_at IS NULL AND {same})"""
    )
    con.unregister("incoming")
    return int(retired)


def columns(table: str) -> str:
    """The columns of a table, as SQL lists them."""
    return ", ".join(f'"{name}"' for name in SCHEMAS[table])


def alike(table: str, a: str, b: str) -> str:
    """SQL: whether a row `a` and a row `b` of a table say the same, whenever they were recorded."""
    return " AND ".join(f'{a}."{name}" IS NOT DISTINCT FROM {b}."{name}"' for name in SCHEMAS[table] if name not in TIMES)


def _insert(con: Connection, table: str, rows: pa.Table, which: str) -> None:
    """Add the rows of which the condition `which` holds."""
    names = columns(table)
    con.register("incoming", rows)
    con.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM incoming WHERE {which}")
    con.unregister("incoming")


class SetAside(NamedTuple):
    """A document whose facts were retired."""

    origin: str
    story: str
    text_sha256: str
    document: str


def quarantine(con: Connection, documents: frozenset[str], now: dt.datetime) -> list[SetAside]:
    """Retire the facts of documents that fail a check: which these are, in order."""
    with transaction(con):
        con.register("failing", pa.table({"document": pa.array(sorted(documents), TEXT)}))
        con.execute(
            "UPDATE fact SET retired_at = $now WHERE retired_at IS NULL AND document IN (SELECT document FROM failing)", {"now": now}
        )
        found = con.execute(
            """SELECT origin, story, text_sha256, document FROM document
               WHERE document IN (SELECT document FROM failing) ORDER BY ALL"""
        ).fetchall()
        con.unregister("failing")
    return [SetAside(*row) for row in found]
