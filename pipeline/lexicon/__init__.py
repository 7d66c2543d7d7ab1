"""The words, as data: TOML files in `lexicon/` and, for what one language says, in `lexicon/<language>/`.

A word is written down once; every pattern and dictionary of the other stages is made from that.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent

Entries = dict[str, Any]


class LexiconError(ValueError):
    """A lexicon file says something that cannot be used."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, as ISO 639-1 codes."""
    return tuple(sorted(path.name for path in ROOT.iterdir() if (path / "corpus").is_dir()))


@cache
def entries(name: str, language: str | None = None) -> Entries:
    """The tables of `lexicon/<language>/<name>.toml`, or of `lexicon/<name>.toml` where no language is given."""
    path = ROOT / language / f"{name}.toml" if language else ROOT / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


Sets = dict[str, frozenset[str]]
"""The sets of words of a file by the name of their table; "silent.own" is one under another key than the usual.

A figure asks for 250 sets, and a plain dictionary answers in half the time that one of a class of ours takes.
"""


def _sets(name: str, language: str, usual: str) -> Sets:
    """All sets of a file; a table of forms is the set of its keys."""
    found: Sets = {}
    for table, content in entries(name, language).items():
        for key, forms in content.items() if isinstance(content, dict) else ():
            if isinstance(forms, list | dict) and all(isinstance(form, str) for form in forms):
                found[f"{table}.{key}"] = frozenset(forms)
        if f"{table}.{usual}" in found:
            found[table] = found[f"{table}.{usual}"]
    return found


class File(dict[str, Sets]):
    """The sets of words of a file by language."""

    def __init__(self, name: str, key: str = "forms") -> None:
        super().__init__()
        self._name, self._key = name, key

    def __missing__(self, language: str) -> Sets:
        found = self[language] = _sets(self._name, language, self._key)
        return found


@cache
def file(name: str) -> File:
    """The sets of a file, one object for all who ask."""
    return File(name)


def sets(name: str, language: str) -> Sets:
    """The closed sets of words of a file."""
    return file(name)[language]


GRAMMAR = file("grammar")


def grammar(language: str) -> Sets:
    """The closed sets of function words of `grammar.toml`."""
    return GRAMMAR[language]


def words(name: str, language: str) -> frozenset[str]:
    """A closed set of function words of `grammar.toml`."""
    return GRAMMAR[language][name]


@cache
def either(*closed: frozenset[str]) -> frozenset[str]:
    """The words of some closed sets, joined once: a figure asks for a dozen of such unions, some of 500 words."""
    return frozenset().union(*closed)


@cache
def meanings(name: str, language: str, key: str = "forms") -> dict[str, str]:
    """Each form of a file, in lower case, with the table that lists it.

    Raises LexiconError where two tables of the file claim one form.
    """
    found: dict[str, str] = {}
    for entry, content in entries(name, language).items():
        for form in content.get(key, ()):
            form = form.casefold()
            if form in found:
                raise LexiconError(f"{language}/{name}.toml: {form!r} is listed under both [{found[form]}] and [{entry}]")
            found[form] = entry
    return found
