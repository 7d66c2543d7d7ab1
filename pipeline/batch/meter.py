"""How much of the input has been read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO


class Meter:
    """Bytes as the files lie there: `total` of all, `done` of those that were read."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.total = sum(map(_size, paths))
        self._before = 0
        self._open: IO[bytes] | None = None

    def opened(self, file: IO[bytes]) -> None:
        """A file is being read: it tells its place as long as it is open."""
        self._open = file

    def closed(self, path: Path) -> None:
        """A file has been read."""
        self._open = None
        self._before += _size(path)

    @property
    def done(self) -> int:
        inside = self._open.tell() if self._open is not None and not self._open.closed else 0
        return min(self._before + inside, self.total)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # gone, or a link into nothing: its reader says so
        return 0
