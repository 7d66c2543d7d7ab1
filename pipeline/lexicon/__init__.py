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


@cache
def grammar(language: str) -> dict[str, frozenset[str]]:
    """The closed sets of function words of `grammar.toml`, by name."""
    return {name: frozenset(entry["forms"]) for name, entry in entries("grammar", language).items() if "forms" in entry}


def words(name: str, language: str) -> frozenset[str]:
    """A closed set of function words of `grammar.toml`."""
    return grammar(language)[name]


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
