"""The warehouse as it stood at the end of a day of the past: every view of it, in memory."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import duckdb

from pipeline.store import SQL, Connection, StoreError, derive, read_only

CLAIMS = """
    CREATE TABLE claim AS SELECT * REPLACE (CASE WHEN superseded_at < $day THEN superseded_at END AS superseded_at)
    FROM stored.claim WHERE published < $day ORDER BY rowid"""
"""The claims that had been published before a moment, as they stood then."""


def as_of(warehouse: Path, day: dt.date) -> Connection:
    """A copy in memory of the published `warehouse`, holding of claims and releases only what had been published by the end of `day` (UTC).

    Rows keep their numbers, by which claims name facts and documents, so the views stand on it as they are.
    Raises StoreError where there is no warehouse, or where it cannot be read.
    """
    read_only(warehouse).close()
    con = duckdb.connect(":memory:")
    try:
        con.execute("SET TimeZone = 'UTC'")
        name = str(warehouse.resolve()).replace("'", "''")
        con.execute(f"ATTACH '{name}' AS stored (READ_ONLY)")
        end = dt.datetime.combine(day, dt.time(), dt.UTC) + dt.timedelta(days=1)
        tables = con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'stored'").fetchall()
        for (table,) in tables:
            if table not in ("claim", "release"):
                con.execute(f"CREATE TABLE {table} AS FROM stored.{table}")
        con.execute(CLAIMS, {"day": end})
        con.execute("CREATE TABLE release AS FROM stored.release LIMIT 0")
        for file in sorted((SQL / "views").glob("*.sql")):
            con.execute(file.read_text("utf-8"))
        derive.put(con, "release", "releases('claim', 'point')")
        con.execute("DETACH stored")
    except duckdb.Error as error:
        con.close()
        raise StoreError(f"{warehouse} cannot be shown as of {day}: {str(error).splitlines()[0]}") from error
    return con
