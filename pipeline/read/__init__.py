"""Read documents from files: a module a source format, chosen by content."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from pipeline.model import Document
from pipeline.read import choice, packed
from pipeline.read.dates import AHEAD_SAID
from pipeline.read.origin import SIDECAR, Origin, origin_of
from pipeline.read.source import Source


class Rejected(NamedTuple):
    """Input that could not be read: where it stands, why, and what can be done.

    `sha256` is that of the exact bytes where they are less than the file, `offset` how many bytes of the file stand before them;
    `document` is the key of a stored document that was set aside.
    """

    file: str
    line: int | None
    reason: str
    sha256: str | None = None
    offset: int | None = None
    document: str | None = None

    @property
    def lasting(self) -> bool:
        """Whether these very bytes are rejected whenever the same program reads them: a date that is to come may be good another day,
        and a whole file may fail to open today."""
        return self.sha256 is not None and AHEAD_SAID not in self.reason


def files(places: list[Path]) -> list[Path]:
    """The input files under `places`, sorted by path; sidecars, hidden files and anything that is no file are left out.

    A link into nothing and a folder that may not be listed are named as well, so that reading them says why.
    """
    if len(places) == 1:
        return [*_under(places[0])]
    return sorted({path for place in places for path in _under(place)})


def _under(place: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, in the order of their names; the place itself where it is no folder."""
    if not place.is_dir():
        yield place
        return
    try:
        with os.scandir(place) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        yield place
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = place / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _under(path)
        elif not entry.name.endswith(SIDECAR) and (entry.is_file() or (entry.is_symlink() and not path.exists())):
            yield path


def read(
    path: Path, opened: Callable[[IO[bytes]], None] | None = None, passed: Counter[str] | None = None
) -> Iterator[Document | Rejected]:
    """The documents of one file, and what in it could not be read.  Never raises on what a file holds.

    `opened` is given the file, whose place tells how far reading has come; in `passed` is counted what is rightly passed over.
    """
    place = printable(path)
    try:
        origin = origin_of(path)
        with path.open("rb") as file:
            if opened:
                opened(file)
            yield from read_stream(file, place, printable(Path(path.name)), origin, passed)
    except OSError as error:
        yield Rejected(place, None, f"cannot be read: {_plain(error)}")
    except ValueError as error:
        yield Rejected(place, None, str(error))


def read_stream(
    stream: IO[bytes], place: str, name: str, origin: Origin | None = None, passed: Counter[str] | None = None
) -> Iterator[Document | Rejected]:
    """The documents of an open stream, unpacked where it is packed; each says where in it it was found ("a.zip!/b.html")."""
    members, origin = 0, origin or Origin()
    try:
        for member, source in packed.sources(Source(stream, name, origin.columns, origin.got, origin.charset, passed)):
            members += 1
            within = f"{place}!/{member}" if member else place
            if isinstance(source, str):
                yield Rejected(within, None, source)
            else:
                yield from _documents(source, within, origin)
    except OSError as error:
        yield Rejected(place, None, f"cannot be read: {_plain(error)}")
        return
    except Exception as error:
        yield _unforeseen(place, error)
        return
    if not members:
        yield Rejected(place, None, "is an archive without files")


def _documents(source: Source, place: str, origin: Origin) -> Iterator[Document | Rejected]:
    """The documents of one source; a fault of it leaves its neighbours in an archive alone."""
    try:
        for item in choice.reader(source)(source, place):
            if isinstance(item, tuple):
                yield Rejected(place, *item)
            else:
                origin.apply(item)
                yield item
    except OSError as error:
        yield Rejected(place, None, f"cannot be read: {_plain(error)}")
    except ValueError as error:
        yield Rejected(place, None, str(error))
    except Exception as error:
        yield _unforeseen(place, error)


def _unforeseen(place: str, error: Exception) -> Rejected:
    """A library that fails on damaged input as nobody foresaw costs its file, never the night."""
    return Rejected(place, None, f"cannot be read: {type(error).__name__}: {error}")


def printable(path: Path) -> str:
    """A path as text; bytes of its name that are no text are shown as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _plain(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
