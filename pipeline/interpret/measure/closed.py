"""The closed sets of words by which phrases are told apart (measure.toml)."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon


@cache
def closed(name: str, language: str) -> frozenset[str]:
    """A closed set of words of measure.toml."""
    return frozenset(lexicon.entries("measure", language)[name]["forms"])
