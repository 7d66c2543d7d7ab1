"""Which of the input a run takes, and how it reads it."""

from __future__ import annotations

import datetime as dt
import shlex
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import lexicon
from pipeline.interpret.story import publication
from pipeline.model import Document
from pipeline.read.language import detected
from pipeline.record import moment


@dataclass(frozen=True)
class Choice:
    """What a run takes of the stories that are new to it; what it leaves, a later run takes."""

    since: dt.date | None = None
    """First day of publication (UTC)."""
    until: dt.date | None = None
    """Last day of publication."""
    only: str | None = None
    """A shell pattern for the end of a file's path: `*.txt`, `reuters/*.gz`."""
    limit: int | None = None
    """Stories at most."""
    language: str | None = None
    """The language that stories are read in, whatever they are in; None: each in its own."""
    retry: bool = False
    """Only the files that rejected input came from, and the stories that a check set aside."""

    def told(self, again: bool) -> str:
        """The choice as it is given on the command line."""
        given = {"--since": self.since, "--until": self.until, "--only": self.only, "--limit": self.limit, "--language": self.language}
        flags = {"--again": again, "--retry": self.retry}
        return shlex.join(
            [*(part for name, value in given.items() if value for part in (name, str(value))), *(n for n, on in flags.items() if on)]
        )

    def of(self, paths: list[Path]) -> list[Path]:
        """The files that it takes."""
        return [path for path in paths if path.match(self.only)] if self.only else paths

    def takes(self, document: Document) -> bool:
        """Whether it takes a story, by its date as given or inferred: a month or a year counts to its last day; no date is in no range.

        A story whose date a rule fails on is taken: extraction fails on it as well, and says so.
        """
        if self.since is None and self.until is None:
            return True
        try:
            language = self.language or document.language or detected(document.text)[0]
            when = publication(replace(document, language=language)) if language in lexicon.languages() else document.published
        except Exception:
            return True
        at, _ = moment(when.text)
        return at is not None and (self.since or dt.date.min) <= at.date() <= (self.until or dt.date.max)
