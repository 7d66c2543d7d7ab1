"""One run at a time: a lock that dies with the process that holds it, and says which one that is."""

from __future__ import annotations

import datetime as dt
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pipeline.store import publish


class BusyError(RuntimeError):
    """Another run holds the lock."""


@contextmanager
def lock(warehouse: Path) -> Iterator[None]:
    """Hold the lock of a warehouse.  Raises BusyError, with the process and its start, where another holds it.

    The system lets go of a lock when its process ends, however it ends: what a killed run left in the file keeps nobody out.
    """
    path = _path(warehouse)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:  # opened for appending: what the holder wrote there stays until the lock is ours
        _take(file)
        file.truncate(0)
        file.write(f"{os.getpid()} {dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


@contextmanager
def still(warehouse: Path) -> Iterator[None]:
    """Keep runs away while files are looked at; nothing is written.  Raises BusyError while one is at work."""
    path = _path(warehouse)
    if not path.exists():
        yield
        return
    with path.open() as file:
        _take(file)
        yield


def _path(warehouse: Path) -> Path:
    return publish.working_file(warehouse).with_name("lock")


def _take(file: IO[str]) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.seek(0)
        raise BusyError(f"another run holds {file.name}{_holder(file.read(80))}") from error


def _holder(said: str) -> str:
    """Who holds the lock, by what it wrote; a holder that is gone left the lock to a process that it had started."""
    number, _, since = said.partition(" ")
    if not number.isdigit():
        return ""
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return f" (process {number}, which has ended, left it to one that it started: find it with `fuser`)"
    except PermissionError:
        pass
    return f" (process {number}, since {since})"
