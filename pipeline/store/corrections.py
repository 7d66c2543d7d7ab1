"""Corrections in the warehouse: the facts that they are about, and what they made of them, each version with its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from pipeline.store import Connection, transaction
from pipeline.store.load import Row, arrow, reconcile
from pipeline.store.query import dicts

AS_READ = "* EXCLUDE (fact_row) REPLACE (rule_names(rules) AS rules)"
"""The columns of a fact as its readers know them."""


def readings(con: Connection, facts: Collection[str], places: Collection[tuple[str, int, int]]) -> list[Row]:
    """The standing rows of `fact`, as read, that have one of these ids or stand at one of these places (document, start, end),
    each with the `language` of its document; in order."""
    return dicts(
        con,
        f"""SELECT f.{AS_READ}, d.language FROM readings() f JOIN document d USING (document)
           WHERE f.retired_at IS NULL AND (f.fact IN (SELECT unnest($facts::VARCHAR[])) OR concat_ws(' ', f.document, f.start, f."end") IN (SELECT unnest($places::VARCHAR[])))
           ORDER BY f.fact, f.document""",
        {"facts": sorted(facts), "places": sorted(" ".join(map(str, place)) for place in places)},
    )


def starting(con: Connection, prefix: str) -> list[Row]:
    """The standing rows of `fact`, as read, whose id starts with `prefix`, in order."""
    return dicts(
        con,
        f"SELECT {AS_READ} FROM readings() WHERE retired_at IS NULL AND starts_with(fact, $prefix) ORDER BY fact, document",
        {"prefix": prefix},
    )


def documents(con: Connection, keys: Collection[str]) -> list[Row]:
    """Documents by their keys, in order."""
    return dicts(
        con, "SELECT * FROM document WHERE document IN (SELECT unnest($keys::VARCHAR[])) ORDER BY document", {"keys": sorted(keys)}
    )


def changed(con: Connection, now: dt.datetime) -> bool:
    """Whether what was recorded at `now` differs in anything from what stood."""
    (found,) = con.execute(
        """SELECT EXISTS (FROM correction WHERE recorded_at = $now OR retired_at = $now)
               OR EXISTS (FROM corrected WHERE recorded_at = $now OR retired_at = $now)""",
        {"now": now},
    ).fetchall()[0]
    return bool(found)


def record(con: Connection, corrections: Sequence[Row], corrected: Sequence[Row], now: dt.datetime) -> int:
    """Put what this build met in place of what stood, in one transaction; how many standing facts are as read again.

    A row that comes out as before stays as it is, with its time; any other is retired and kept.
    """
    with transaction(con):
        made = {"correction": arrow("correction", corrections), "corrected": arrow("corrected", corrected)}
        con.register("incoming", made["corrected"])
        (undone,) = con.execute(
            """SELECT count(*) FROM (FROM corrected WHERE retired_at IS NULL) ANTI JOIN incoming USING (fact, document)
               SEMI JOIN (FROM fact WHERE retired_at IS NULL) USING (fact, document)"""
        ).fetchall()[0]
        con.unregister("incoming")
        for table, rows in made.items():
            reconcile(con, table, rows, now)
    return int(undone)
