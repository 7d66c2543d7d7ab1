"""Versions of stories, points, claims, events and releases: what the views stand on, worked out from the documents and the facts that stand."""

from __future__ import annotations

from functools import partial

from pipeline.store import Connection, basis, transaction, with_room
from pipeline.store.additions import add
from pipeline.store.versions import renew

TABLES = {
    "point": (
        "claims_now WHERE fact IN (SELECT min(fact) FROM claims_now WHERE point NOT IN (SELECT point FROM point) GROUP BY point)",
        "point",
    ),
    "claim": ("claims_now LEFT JOIN events_now USING (fact)", "point, published, fact"),
    "release": ("releases('claims_now', 'point')", "point, vintage"),
}
"""What is put into each table, in this order, once `claims_now` and `events_now` are worked out, and the order of its rows: a query of one series then
reads few of them."""

SHARE = 10
"""All is worked out anew before one claim in so many stands behind the others, out of order."""


def refresh(con: Connection, made_by: str = "") -> None:
    """Bring `version`, `point`, `claim` and `release` up to date, in one transaction.

    Where facts and documents were only added since the same program, `made_by`, did so last, what these touch is worked out alone, else all is.
    Both ways give the same rows but for the numbers of points; without `made_by` all is worked out, and what comes next builds on nothing.
    """
    with_room(con, partial(_refresh, con, made_by))


def _refresh(con: Connection, made_by: str) -> None:
    with transaction(con):
        now = basis.at_present(con)
        added = _added(con, made_by, now)
        if added is None:
            _work_out(con)
        for table, (relation, _) in TABLES.items():
            put(con, table, relation)
        con.execute("DROP TABLE claims_now")
        con.execute("DROP TABLE events_now")
        basis.record(con, made_by, now, added or 0)


def _added(con: Connection, made_by: str, now: basis.Basis) -> int | None:
    """The claims that stand behind the others, where what was added alone was worked out; else None."""
    stood = basis.stood_on(con, made_by)
    if stood is None or not basis.only_added(stood[0], now):
        return None
    before, behind = stood
    (claims,) = con.execute("SELECT count(*) FROM claim").fetchall()[0]
    most = claims // SHARE - behind
    added = add(con, before, most) if now.facts - before.facts <= most else None
    return None if added is None else behind + added


def _work_out(con: Connection) -> None:
    """Versions, claims and their events anew, in place of all that stand."""
    renew(con)
    con.execute("CREATE OR REPLACE TEMP TABLE claims_now AS FROM claims_known(TIMESTAMPTZ 'infinity')")
    con.execute("CREATE OR REPLACE TEMP TABLE events_now AS WITH sides_now AS (FROM event_sides('claims_now')) FROM tellings('sides_now')")
    for table in TABLES:
        con.execute(f"DELETE FROM {table}")


def put(con: Connection, table: str, relation: str) -> None:
    """Add what a relation gives to one of TABLES, in its order."""
    columns = ", ".join(name for (name,) in con.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall())
    con.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {relation} ORDER BY {TABLES[table][1]}")
