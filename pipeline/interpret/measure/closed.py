"""The closed sets of words by which phrases are told apart (measure.toml)."""

from __future__ import annotations

from pipeline import lexicon

SETS = lexicon.file("measure")


def sets(language: str) -> lexicon.Sets:
    """The closed sets of words of measure.toml."""
    return SETS[language]


def closed(name: str, language: str) -> frozenset[str]:
    """A closed set of words of measure.toml."""
    return SETS[language][name]
