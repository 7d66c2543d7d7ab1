"""Where responses are kept: a folder a source, each body as received with its origin file beside it, and what the server said of the last one.

A body is given its name when it is whole and its origin file lies there; what the server said of it is noted last.  A kill between
any two steps leaves what the next fetch completes.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import json
import os
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pipeline.fetch.client import Answer, FetchError
from pipeline.fetch.config import Source
from pipeline.read.origin import SIDECAR

NOTE = ".fetched.toml"
PARTIAL = ".partial"
PACKED = (".gz", ".zst")
SUFFIX = re.compile(r"\.[A-Za-z]\w{0,7}", re.ASCII)


class Shelf:
    """The folder of a source: use it inside `opened`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.note = _read(folder / NOTE)
        if not (folder / str(self.note.get("file") or NOTE)).is_file():
            self.note.clear()  # what it tells of is gone

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask a server for what is newer than the last body, where that came from `url`."""
        if self.note.get("url") != url:
            return {}
        headers = {"If-None-Match": self.note.get("etag"), "If-Modified-Since": self.note.get("last_modified")}
        return {name: str(value) for name, value in headers.items() if value}

    def asked(self) -> dt.datetime | None:
        """When the server was last asked and answered."""
        at = self.note.get("asked")
        return at if isinstance(at, dt.datetime) and at.tzinfo else None

    def unchanged(self, now: dt.datetime) -> None:
        """The server has nothing newer."""
        self._write(NOTE, self.note | {"asked": now})

    def keep(self, source: Source, answer: Answer, now: dt.datetime) -> Path | None:
        """Store a body with its origin; None where it is here already.  Raises OSError."""
        sha256 = hashlib.sha256(answer.body).hexdigest()
        said = {key.casefold().replace("-", "_"): _plain(answer.headers.get(key, "")) for key in ("ETag", "Last-Modified", "Content-Type")}
        origin = {
            "publisher": source.publisher, "url": answer.url, "licence": source.licence, "language": source.language,
            "accessed": now, "sha256": sha256, "status": answer.status,
        } | said  # fmt: skip
        begun = sorted(self.folder.glob(f"*-{sha256[:16]}*{SIDECAR}"))
        name = begun[0].name.removesuffix(SIDECAR) if begun else f"{now:%Y%m%dT%H%M%SZ}-{sha256[:16]}{_suffix(answer)}"
        path = self.folder / name
        fresh = not path.is_file()
        if fresh:
            with self._made(name, answer.body):
                self._write(name + SIDECAR, origin)
        self._write(NOTE, {"file": name, "url": answer.url, "asked": now} | {key: said[key] for key in ("etag", "last_modified")})
        return path if fresh else None

    @contextmanager
    def _made(self, name: str, content: bytes) -> Iterator[None]:
        """Write a file under another name, and give it its own at the end of the context."""
        partial = self.folder / f".{name.removeprefix('.')}{PARTIAL}"
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield
        partial.replace(self.folder / name)
        _settle(self.folder)

    def _write(self, name: str, values: dict[str, Any]) -> None:
        lines = (f"{key} = {_toml(value)}\n" for key, value in values.items() if value not in ("", None))
        with self._made(name, "".join(lines).encode()):
            pass


@contextmanager
def opened(folder: Path) -> Iterator[Shelf]:
    """The shelf of a source, kept from others.  Raises FetchError while another fetch is at it, OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    place = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FetchError("another fetch is at it") from None
        for left in folder.glob(f".*{PARTIAL}"):
            left.unlink()
        yield Shelf(folder)
    finally:
        os.close(place)


def _settle(folder: Path) -> None:
    """Put the names in a folder on the disk."""
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)


def _read(path: Path) -> dict[str, Any]:
    """What a note tells; nothing where there is none or somebody broke it: then all is asked for anew."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _suffix(answer: Answer) -> str:
    """The end of a body's name, for its reader: that of its address, but for a page, whose address ends as it likes."""
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().casefold()
    if kind in ("text/html", "application/xhtml+xml"):
        return ".html"
    ends = [end for end in PurePosixPath(urlsplit(answer.url).path).suffixes if SUFFIX.fullmatch(end)]
    return "".join(ends[-2:] if ends and ends[-1].casefold() in PACKED else ends[-1:])


def _plain(header: str) -> str:
    """A header as one line that can be sent again."""
    return header if header.isprintable() and len(header) <= 1000 else ""


def _toml(value: Any) -> str:
    """A value in TOML: a moment in UTC, a number, or a string on one line."""
    if isinstance(value, dt.datetime):
        return f"{value.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)
