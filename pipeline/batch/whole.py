"""Files that an earlier run read to their end: one that holds the same bytes has nothing new, and is not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from pipeline.batch.quarantine import names
from pipeline.read import Rejected, printable
from pipeline.read.origin import origin_of

SMALL = 1 << 16
"""Bytes up to which reading a file costs no more than keeping a row about it."""


class Whole:
    """What the warehouse knows of whole files, by `before`: the documents of each by its key; `now` are those of this run."""

    def __init__(self, before: Mapping[str, int], code: str) -> None:
        self._before = before
        self._code = code
        self._files: dict[str, tuple[str, int]] = {}

    def key(self, path: Path) -> str | None:
        """The sha256 of all that decides what is read of a file: its name, its origin, its bytes, and the program that reads it.

        None for a file that is small or cannot be read.  Taken before the file is read: what is added to it meanwhile makes it another.
        """
        try:
            if not path.is_file() or path.stat().st_size <= SMALL:
                return None
            told = f"{self._code}\0{printable(path)}\0{origin_of(path)}\0"
            with path.open("rb") as file:
                return hashlib.sha256(told.encode("utf-8", "backslashreplace") + hashlib.file_digest(file, "sha256").digest()).hexdigest()
        except (OSError, ValueError):  # its reader says so
            return None

    def documents(self, key: str | None) -> int | None:
        """How many documents there are in a file that was read whole; None for one that has to be read."""
        return self._before.get(key) if key else None

    def read(self, path: Path, key: str | None, documents: int) -> None:
        """A file was read to its end, and everything in it taken, or rejected for good."""
        if key:
            self._files[printable(path)] = key, documents

    def now(self, failed: list[Rejected]) -> dict[str, int]:
        """The documents of each file that was read whole in this run, by key; that of a story which could not be extracted is none."""
        faulty = {name for item in failed for name in names(item.file)}
        return {key: documents for name, (key, documents) in self._files.items() if name not in faulty}
