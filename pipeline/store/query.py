"""Ask the warehouse: rows as pandas frames, or as they come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import duckdb

from pipeline.store import SQL, Connection, StoreError

if TYPE_CHECKING:
    import pandas as pd

Parameters = list[object] | dict[str, object]

CHUNK = 10_000
"""Rows fetched at once."""


def frame(con: Connection, sql: str, parameters: list[object] | None = None) -> pd.DataFrame:
    """The result of `sql`.  Raises StoreError with DuckDB's first line where it fails."""
    try:
        result: Connection | None = con.execute(sql, parameters or [])
        if result is None:  # what DuckDB gives for no statement at all
            raise StoreError("the query is empty: give one SQL statement")
        return result.df()
    except duckdb.Error as error:
        raise StoreError(_said(error)) from error


def named(con: Connection, name: str, parameters: list[object] | None = None) -> pd.DataFrame:
    """The result of `sql/queries/<name>.sql`."""
    return frame(con, text(name), parameters)


def text(name: str) -> str:
    """The query `sql/queries/<name>.sql`, without the semicolon that ends it, so that others can enclose it."""
    return (SQL / "queries" / f"{name}.sql").read_text("utf-8").rstrip().removesuffix(";")


def do(con: Connection, sql: str, parameters: Parameters | None = None) -> Connection:
    """Carry out `sql`.  Raises StoreError with DuckDB's first line where it fails."""
    try:
        return con.execute(sql, parameters or [])
    except duckdb.Error as error:
        raise StoreError(_said(error)) from error


def rows(con: Connection, sql: str, parameters: Parameters | None = None) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The names of the columns of `sql`, and its rows as they come.  Raises StoreError as `do` does."""
    result = do(con, sql, parameters)
    return [column[0] for column in result.description], (row for chunk in iter(lambda: result.fetchmany(CHUNK), []) for row in chunk)


def dicts(con: Connection, sql: str, parameters: Parameters | None = None) -> list[dict[str, Any]]:
    """The result of `sql` as a dict a row, without pandas, which takes a second to load."""
    names, found = rows(con, sql, parameters)
    return [dict(zip(names, row, strict=True)) for row in found]


def records(con: Connection, name: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
    """The result of `sql/queries/<name>.sql` as a dict a row."""
    return dicts(con, text(name), list(parameters))


def _said(error: duckdb.Error) -> str:
    return str(error).split("\n\n")[0].splitlines()[0]


def settle(con: Connection, **made: str) -> None:
    """Work the query `sql/queries/<value>.sql` out once, as the table of each name in `made`, for a connection that asks often.

    Queries then read these tables, also where a view has the name; the views of the warehouse do not.
    """
    for table, name in made.items():
        do(con, f"CREATE TEMP TABLE {table} AS {text(name)}")


def seal(con: Connection) -> None:
    """Let the queries of a connection, whoever wrote them, read the warehouse and nothing else: no file, no address."""
    do(con, "SET enable_external_access = false")
