"""What stands in the quarantine while a run reads: which files it came from, and what of it was read again."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pipeline.read import Rejected, printable
from pipeline.store.rejects import Standing

INSIDE = re.compile(r"[/:!#]")
"""What may stand between a file and the name of what lies in it."""


class Quarantine:
    """The pieces that stood when a run began; `cleared` are the keys of those that it came past."""

    def __init__(self, standing: Iterable[Standing] = ()) -> None:
        self.cleared: list[str] = []
        self._standing = list(standing)
        self._of_document = {piece.document: piece.reject for piece in self._standing if piece.document}
        self._of_file: dict[str, list[Standing]] = defaultdict(list)
        for piece in self._standing:
            for name in names(piece.file):
                self._of_file[name].append(piece)

    @property
    def documents(self) -> frozenset[str]:
        """The stored documents that a check set aside."""
        return frozenset(self._of_document)

    def of(self, paths: list[Path]) -> list[Path]:
        """The files that pieces came from."""
        return [path for path in paths if printable(path) in self._of_file]

    def read_whole(self, path: Path) -> None:
        """A file was read to its end: what could not be read of it is met again, or stands no more."""
        self.cleared += [piece.reject for piece in self._of_file.get(printable(path), ()) if not piece.document]

    def read_again(self, documents: Iterable[str]) -> None:
        """Documents were read anew: those that a check set aside are set aside again, or stand no more."""
        self.cleared += [self._of_document[key] for key in documents if key in self._of_document]

    def forget_gone(self) -> None:
        """What came from files that are no longer there stands no more."""
        self.cleared += [piece.reject for piece in self._standing if not piece.document and not any(map(_file, names(piece.file)))]


def with_hash(item: Rejected, path: Path) -> Rejected:
    """Rejected input with the hash of its bytes: of the file, where its reader names no smaller piece.

    A row of Parquet, a record of an archive, an entry of a feed or a page has none: that of its file would make it news whenever the file grows.
    """
    if item.sha256 or item.line is not None:
        return item
    try:
        with path.open("rb") as file:
            return item._replace(sha256=hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return item


def names(file: str) -> list[str]:
    """A file as a reader names it, and the beginnings of that name which may be the file it lies in."""
    return [file, *(file[: at.start()] for at in INSIDE.finditer(file) if at.start())]


def _file(name: str) -> bool:
    """Whether there is, or may be, such a file: what cannot be looked at is not gone."""
    path = Path(name)
    try:
        return path.is_symlink() or path.is_file()
    except OSError:
        return True
