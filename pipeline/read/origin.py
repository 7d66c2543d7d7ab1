"""The origin file beside a raw document or its folder: who published it, where it was got, under which licence, what its columns are called."""

from __future__ import annotations

import codecs
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.model import Document, When
from pipeline.read.dates import date_fault
from pipeline.read.language import language_of

SIDECAR = ".origin.toml"


@dataclass(frozen=True)
class Origin:
    """What `<file>.origin.toml` and those of the folders above say; it fills what the document itself does not, or does only by inference.

    `columns` maps our fields to the names that a table or JSON has for them.  `got` and `charset` are the address that this very file
    was got from, and the encoding that the server told of it.
    """

    publisher: str = ""
    url: str = ""
    licence: str = ""
    title: str = ""
    published: str | None = None
    language: str = ""
    synthetic: bool = False
    columns: dict[str, str] = field(default_factory=dict)
    got: str = ""
    charset: str = ""

    def apply(self, document: Document) -> None:
        for name in ("publisher", "url", "title"):
            if getattr(self, name) and (not getattr(document, name) or document.told.get(name) == "inferred"):
                setattr(document, name, getattr(self, name))
                document.told[name] = "metadata"
        document.licence = self.licence
        document.synthetic = self.synthetic
        if self.language:
            document.language = language_of(self.language)
            document.told["language"] = "metadata"
        if document.published.source in ("unknown", "inferred") and self.published:
            document.published = When(self.published, "metadata")


def origin_of(path: Path) -> Origin | None:
    """The origin of a raw file: what the file beside it says, else that beside the nearest folder.  Raises ValueError on one that is not TOML.

    None where none tells.
    """
    said: dict[str, Any] = {}
    own: dict[str, Any] = {}
    for sidecar in _sidecars(path):
        told = _said(sidecar, sidecar.stat().st_mtime_ns)
        said = told | said
        if sidecar.name == path.name + SIDECAR:
            own = told
    if not said:
        return None
    published = said.get("published")
    return Origin(
        str(said.get("publisher", "")), str(said.get("url", "")), str(said.get("licence", "")), str(said.get("title", "")),
        str(published) if published else None, str(said.get("language", "")), said.get("synthetic") is True,
        {str(ours): str(theirs) for ours, theirs in said.get("columns", {}).items()},
        str(own.get("url", "")), _charset(str(own.get("content_type", ""))),
    )  # fmt: skip


def _charset(content_type: str) -> str:
    """The encoding that a server told with the type of what it sent, where that is one."""
    header = Message()
    header["Content-Type"] = content_type
    name = str(header.get_content_charset() or "")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _sidecars(path: Path) -> Iterator[Path]:
    """The origin files of a path and of the folders it names, nearest first."""
    for place in (path, *path.parents):
        if place.name and (sidecar := place.with_name(place.name + SIDECAR)).is_file():
            yield sidecar


@lru_cache(maxsize=256)
def _said(sidecar: Path, changed: int) -> dict[str, Any]:  # a sidecar that changed is read anew
    try:
        said = tomllib.loads(sidecar.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"its origin file {sidecar.name} is not valid TOML: {error}") from error
    published = said.get("published")
    if fault := date_fault(str(published) if published else ""):
        raise ValueError(f"`published` of its origin file {sidecar.name} {fault}")
    if not isinstance(said.get("columns", {}), dict):
        raise ValueError(f"`columns` of its origin file {sidecar.name} is no table: write [columns]")
    return said
