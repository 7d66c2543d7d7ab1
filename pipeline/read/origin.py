"""The origin file beside a raw document: who published it, where it was got, under which licence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Document, When
from pipeline.read.dates import date_fault
from pipeline.read.language import language_of


@dataclass(frozen=True)
class Origin:
    """What `<file>.origin.toml` says; it fills what the document itself does not."""

    publisher: str = ""
    url: str = ""
    licence: str = ""
    title: str = ""
    published: str | None = None
    language: str = ""
    synthetic: bool = False

    def apply(self, document: Document) -> None:
        document.publisher = document.publisher or self.publisher
        document.url = document.url or self.url
        document.title = document.title or self.title
        document.licence = self.licence
        document.synthetic = self.synthetic
        if self.language:
            document.language = language_of(self.language)
        if not document.published.text and self.published:
            document.published = When(self.published, "metadata")


def origin_of(path: Path) -> Origin | None:
    """The origin of a raw file, None where no file beside it tells.  Raises ValueError on one that is not TOML."""
    sidecar = path.with_name(path.name + ".origin.toml")
    if not sidecar.is_file():
        return None
    try:
        said = tomllib.loads(sidecar.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"its origin file {sidecar.name} is not valid TOML: {error}") from error
    published = said.get("published")
    if fault := date_fault(str(published) if published else ""):
        raise ValueError(f"`published` of its origin file {sidecar.name} {fault}")
    return Origin(
        str(said.get("publisher", "")), str(said.get("url", "")), str(said.get("licence", "")), str(said.get("title", "")),
        str(published) if published else None, str(said.get("language", "")), said.get("synthetic") is True,
    )  # fmt: skip
