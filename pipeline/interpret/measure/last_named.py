"""Which of several things, each by phrases of its own, a stretch of tokens names last."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import tokenise


@cache
def phrases(table: str, key: str, language: str) -> dict[str, list[str]]:
    """By the name of each thing: its phrases in a table of measure.toml, as tokens between spaces."""
    found = lexicon.entries("measure", language)[table][key]
    return {name: [f" {' '.join(tokenise(form))} " for form in forms] for name, forms in found.items()}


def places(tokens: list[str], named: dict[str, list[str]]) -> dict[str, int]:
    """Where in some tokens, as one text, each thing is named last; below 0 where it is not."""
    said = f" {' '.join(tokens)} "
    return {name: max(said.rfind(form) for form in forms) for name, forms in named.items()}


def last(found: dict[str, int]) -> str:
    """The thing that is named last of all; empty where none is."""
    name, at = max(found.items(), key=lambda place: place[1])
    return name if at >= 0 else ""
