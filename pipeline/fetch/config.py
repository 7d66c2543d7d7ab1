"""`statwire.toml`: the feeds and pages that are followed, each with a name, its address, and what it does not tell of itself."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

FILE = Path("statwire.toml")
"""The config of the folder that a command is called in."""
RAW = Path("data/raw")
"""The folder of stories, where no config names another."""
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
AGE = re.compile(r"(\d{1,4})([mhd])")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}
PORTS = range(1, 1 << 16)


class ConfigError(ValueError):
    """The config cannot be used; the message names the file, the source and what to write."""


@dataclass(frozen=True)
class Source:
    """A feed or page that is followed.  `publisher`, `licence` and `language` tell what its stories do not.

    `every` is the time from one request to the next ("6h"); None: at every run.
    """

    name: str
    url: str
    publisher: str = ""
    licence: str = ""
    language: str = ""
    every: dt.timedelta | None = None


@dataclass(frozen=True)
class Config:
    """The sources of the file `path`, and the folder `raw` that stories are read from, and that what is fetched is put into, a folder each source."""

    path: Path
    raw: Path
    sources: tuple[Source, ...]

    def named(self, names: tuple[str, ...]) -> tuple[Source, ...]:
        """The sources of these names, or all.  Raises ConfigError on a name that is none."""
        for name in names:
            if all(source.name != name for source in self.sources):
                known = ", ".join(source.name for source in self.sources) or "none"
                raise ConfigError(f"{self.path} has no source {name!r}: it has {known}")
        return tuple(source for source in self.sources if not names or source.name in names)


def read(path: Path) -> Config:
    """The config in a file.  Raises ConfigError with the first fault, OSError where the file cannot be read."""
    try:
        tables = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is no TOML: {str(error).splitlines()[0]}") from error
    if other := [name for name in tables if name not in ("raw", "source")]:
        raise ConfigError(f"{path}: {other[0]!r} is unknown: begin each source with [[source]]")
    raw, entries = tables.get("raw", str(RAW)), tables.get("source", [])
    if not isinstance(raw, str) or not raw:
        raise ConfigError(f'{path}: `raw` names a folder: write raw = "data/raw"')
    if not isinstance(entries, list):
        raise ConfigError(f"{path}: write [[source]] with two brackets: there may be several")
    try:
        sources = tuple(_source(entry, number) for number, entry in enumerate(entries, 1))
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error
    if twice := [name for name, times in Counter(source.name for source in sources).items() if times > 1]:
        raise ConfigError(f"{path}: two sources are named {twice[0]!r}: each has a folder of its own under {raw}")
    return Config(path, path.parent / raw, sources)


def _source(entry: Any, number: int) -> Source:
    known = [field.name for field in fields(Source)]
    if not isinstance(entry, dict):
        raise ConfigError(f"source {number} is no table: begin it with [[source]]")
    where = f"source {entry.get('name', number)!r}"
    if other := [key for key in entry if key not in known]:
        raise ConfigError(f"{where}: {other[0]!r} is unknown: a source has {', '.join(known)}")
    for key, value in entry.items():
        if not isinstance(value, str) or not value.isprintable() or not value.strip():
            raise ConfigError(f"{where}: `{key}` is no text on one line")
    for key in ("name", "url"):
        if key not in entry:
            raise ConfigError(f"{where} has no `{key}`")
    if not NAME.fullmatch(entry["name"]):
        raise ConfigError(f"{where}: its name is that of a folder: write small letters, digits, - and _")
    if fault := _fault(entry["url"]):
        raise ConfigError(f"{where}: url {entry['url']!r} {fault}")
    every = _age(entry["every"]) if "every" in entry else None
    if "every" in entry and every is None:
        raise ConfigError(f"{where}: every {entry['every']!r} is no age: write 90m, 36h or 7d")
    return Source(**{**entry, "every": every})


def _fault(url: str) -> str | None:
    """What is wrong with the address of a source."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        return f"is no address: {error}"
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "is no address of the web: begin it with https://"
    if parts.username is not None or parts.password is not None:
        return "names a user: an address with a password is not kept here"
    if port is not None and port not in PORTS:
        return "has no port from 1 to 65535"
    if any(c.isspace() for c in url):
        return "holds a space: write %20"
    return None


def _age(text: str) -> dt.timedelta | None:
    found = AGE.fullmatch(text)
    return dt.timedelta(**{UNITS[found[2]]: int(found[1])}) if found else None
