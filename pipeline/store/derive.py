"""Versions of stories, points, claims, events and releases: what the views stand on, worked out from the documents and the facts that stand."""

from __future__ import annotations

from functools import partial

from pipeline.store import Connection, transaction, with_room
from pipeline.store.versions import versions

TABLES = {
    "point": ("SELECT DISTINCT ON (point) {columns} FROM claims_now", "point"),
    "claim": (
        "SELECT {columns} FROM claims_now LEFT JOIN (FROM tellings('claims_now')) USING (fact)",
        "point, published, fact",
    ),
    "release": ("SELECT {columns} FROM releases('claim', 'point')", "point, vintage"),
}
"""How each table is made, in this order, and the order of its rows: a query of one series then reads few of them."""


def refresh(con: Connection) -> None:
    """Fill `version`, `point`, `claim` and `release` anew, in one transaction.  Whole: a new fact may move the vintages of its point."""
    with_room(con, partial(_refresh, con))


def _refresh(con: Connection) -> None:
    with transaction(con):
        con.register("found", versions(con))
        con.execute("DELETE FROM version")
        con.execute("INSERT INTO version BY NAME SELECT * FROM found ORDER BY document")
        con.unregister("found")
        con.execute("CREATE OR REPLACE TEMP TABLE claims_now AS FROM claims_known(TIMESTAMPTZ 'infinity')")
        for table in TABLES:
            fill(con, table)
        con.execute("DROP TABLE claims_now")


def fill(con: Connection, table: str) -> None:
    """Put what the tables before it give in place of what stands in one of TABLES."""
    query, order = TABLES[table]
    columns = ", ".join(name for (name,) in con.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall())
    con.execute(f"DELETE FROM {table}")
    con.execute(f"INSERT INTO {table} ({columns}) {query.format(columns=columns)} ORDER BY {order}")
