"""The warehouse: a DuckDB file whose tables are made by `sql/migrations` and whose views by `sql/views`.

The only door to duckdb.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

import duckdb

SQL = Path(__file__).parent.parent / "sql"
STORAGE = "v1.5.0"
"""Files are written so that DuckDB 1.5 and 2.0 both read them."""

VIEWS = "views"
"""The name under which the table `migration` keeps the hash of the views."""

READING, DERIVING = "250MB", "500MB"
"""What a run may hold in DuckDB, which writes to disk beside it what does not fit: while its processes read stories, and when they have ended.
A year of a newswire then takes a tenth of a GB less than 1 in all, and a tenth more time than with all memory."""

Connection = duckdb.DuckDBPyConnection
OutOfMemory = duckdb.OutOfMemoryException
Made = TypeVar("Made")


class StoreError(RuntimeError):
    """The warehouse cannot be used; the message says what, where and what to do."""


def connect(path: Path | None = None) -> Connection:
    """Open the warehouse at `path` (in memory without one) for writing, bringing its tables and views up to date.

    Raises StoreError where the file is no warehouse, is locked, or has had other migrations than these.
    """
    con = _open(path, read_only=False)
    con.execute("CREATE TABLE IF NOT EXISTS migration (name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, applied_at TIMESTAMPTZ NOT NULL)")
    applied = dict(con.execute("SELECT name, sha256 FROM migration").fetchall())
    views_made = applied.pop(VIEWS, None)
    files = sorted((SQL / "migrations").glob("*.sql"))
    if unknown := sorted(applied.keys() - {file.name for file in files}):
        con.close()
        raise StoreError(
            f"{path or 'the warehouse'} was made by a newer statwire, which knows {unknown[-1]}: use that, or another --warehouse"
        )
    if path is not None and applied and any(file.name not in applied for file in files):
        con.execute("CHECKPOINT")
        con.close()
        back_up(path, f"at-{max(applied).removesuffix('.sql')}")
        con = _open(path, read_only=False)
        views_made = None
    for file in files:
        _migrate(con, file, applied.get(file.name))
    _make_views(con, views_made)
    # A checkpoint packs the last rows of a table anew: after every batch that is twice the work of loading them.  What waits for it is held
    # in memory: a tenth of a GB more where it waited for twice as much.
    con.execute("SET wal_autocheckpoint = '128MB'")
    return con


def hold_at_most(con: Connection, memory: str) -> None:
    """Let a connection hold so much and no more."""
    con.execute(f"SET memory_limit = '{memory}'")


def take_all_memory(con: Connection) -> None:
    """Let a connection hold what DuckDB holds by itself, most of the machine's.  (RESET of 1.5 tells that bound, and keeps the one that was set.)"""
    with duckdb.connect(":memory:") as plain:
        (most,) = plain.execute("SELECT current_setting('memory_limit')").fetchall()[0]
    con.execute(f"SET memory_limit = '{most}'")


def with_room(con: Connection, work: Callable[[], Made]) -> Made:
    """Do something in the memory that a connection may hold, and what does not fit, for not all that DuckDB does can be done on disk, in all there is."""
    try:
        return work()
    except OutOfMemory:
        take_all_memory(con)
        return work()


@contextmanager
def transaction(con: Connection) -> Iterator[None]:
    """All of what is done inside, or nothing."""
    con.begin()
    try:
        yield
    except BaseException:
        con.rollback()
        raise
    con.commit()


@contextmanager
def writing(path: Path) -> Iterator[Connection]:
    """The warehouse at `path`, open for writing.  Raises StoreError where it cannot be written: a full disk, a fault of the file."""
    try:
        con = connect(path)
        try:
            yield con
        finally:
            con.close()
    except duckdb.Error as error:
        said = str(error).splitlines()[0]
        raise StoreError(f"{path} cannot be written: {said}: what was published stands; mend the cause and run again") from error


def read_only(path: Path) -> Connection:
    """Open the published warehouse at `path` for reading.  Raises StoreError where there is none."""
    if not path.exists():
        raise StoreError(f"there is no warehouse at {path}: run `statwire run` first")
    return _open(path, read_only=True)


def _open(path: Path | None, read_only: bool) -> Connection:
    try:
        if path is None:
            con = duckdb.connect(":memory:")
        elif path.exists() or read_only:
            con = duckdb.connect(str(path.resolve()), read_only=read_only)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            _create(path)
            con = duckdb.connect(str(path))
    except duckdb.Error as error:
        raise StoreError(f"{path} cannot be opened: {str(error).splitlines()[0]}") from error
    con.execute("SET TimeZone = 'UTC'")
    # The points of one series are of facts from all over the table: so many are looked up one by one, where DuckDB would read all between the
    # first and the last.  Its own bound is 50.
    con.execute("SET dynamic_or_filter_threshold = 1000")
    return con


def _create(path: Path) -> None:
    """An empty file that both versions of DuckDB read."""
    con = duckdb.connect(":memory:")
    name = str(path).replace("'", "''")
    con.execute(f"ATTACH '{name}' AS made (STORAGE_VERSION '{STORAGE}')")
    con.execute("DETACH made")
    con.close()


def _make_views(con: Connection, made: str | None) -> None:
    """Make the views, unless those with the hash `made` are these: they take longer than all else that opening a file does."""
    texts = [file.read_text("utf-8") for file in sorted((SQL / "views").glob("*.sql"))]
    sha256 = hashlib.sha256("\0".join([duckdb.__version__, *texts]).encode()).hexdigest()
    if made == sha256:
        return
    with transaction(con):
        con.execute("COMMENT ON TABLE migration IS 'The migrations this file has had, and the views as they were made last.'")
        con.execute("COMMENT ON COLUMN migration.name IS 'File name; views for all of them.'")
        con.execute("COMMENT ON COLUMN migration.sha256 IS 'sha256 of the file as applied.'")
        con.execute("COMMENT ON COLUMN migration.applied_at IS 'When it was applied.'")
        for text in texts:
            con.execute(text)
        con.execute("DELETE FROM migration WHERE name = ?", [VIEWS])
        con.execute("INSERT INTO migration VALUES (?, ?, now())", [VIEWS, sha256])


def back_up(path: Path, ending: str) -> None:
    """Copy a file before it is changed or replaced: beside it, its name with an ending, whole or not at all."""
    copy_whole(path, path.with_name(f"{path.name}.{ending}"))


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file so that `target` is all of it or as it was."""
    partial = target.with_name(target.name + ".partial")
    try:
        shutil.copyfile(source, partial)
        partial.replace(target)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def _migrate(con: Connection, file: Path, applied: str | None) -> None:
    text = file.read_text("utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    if applied == sha256:
        return
    if applied is not None:
        raise StoreError(f"{file.name} has changed since it was applied: undo the edit and add a new migration")
    with transaction(con):
        con.execute(text)
        con.execute("INSERT INTO migration VALUES (?, ?, now())", [file.name, sha256])


class Failed(NamedTuple):
    """A check that returned rows: how many, and the documents that they name where they name any."""

    rows: int
    documents: frozenset[str]


def failed_checks(con: Connection) -> dict[str, Failed]:
    """Each check of `sql/checks` that returns rows; its name starts with its severity (error, warn)."""
    found = {}
    for file in sorted((SQL / "checks").glob("*.sql")):
        result = con.execute(file.read_text("utf-8"))
        names = [column[0] for column in result.description]
        rows = result.fetchall()
        if rows:
            at = names.index("document") if "document" in names else None
            found[file.stem] = Failed(len(rows), frozenset() if at is None else frozenset(row[at] for row in rows))
    return found
