"""Ask the warehouse: rows as pandas frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from pipeline.store import SQL, Connection, StoreError

if TYPE_CHECKING:
    import pandas as pd


def frame(con: Connection, sql: str, parameters: list[object] | None = None) -> pd.DataFrame:
    """The result of `sql`.  Raises StoreError with DuckDB's first line where it fails."""
    try:
        result: Connection | None = con.execute(sql, parameters or [])
        if result is None:  # what DuckDB gives for no statement at all
            raise StoreError("the query is empty: give one SQL statement")
        return result.df()
    except duckdb.Error as error:
        raise StoreError(str(error).split("\n\n")[0].splitlines()[0]) from error


def named(con: Connection, name: str, parameters: list[object] | None = None) -> pd.DataFrame:
    """The result of `sql/queries/<name>.sql`."""
    return frame(con, (SQL / "queries" / f"{name}.sql").read_text("utf-8"), parameters)


def settle(con: Connection) -> None:
    """Work the views of series out once, for a connection that asks many times: 0.2 s a query on the shipped stories otherwise."""
    for view in ("facts", "latest", "first_release", "series"):
        con.execute(f"CREATE TEMP TABLE {view} AS FROM main.{view}")
