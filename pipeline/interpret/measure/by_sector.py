""" "employment fell 1.1 pct in construction", "unemployment was 12 pct in education": the sector that stands behind a figure narrows it."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure

PLACED = "in"

LONG = 3
"""Tokens of a sector: "the construction industry"."""


def settle(figure: Figure) -> None:
    """Narrow what is told of all who work, or of none of their sectors, by the one right behind the figure."""
    fact, words, tokens = figure.fact, lexicon.sets("measure", figure.story.language), figure.sentence.tokens
    at = figure.behind
    if fact.indicator not in words["by_sector"] or figure.money or tokens[at : at + 1] != [PLACED]:
        return
    if fact.variant and fact.variant not in words["by_sector.sectors"]:
        return
    behind = [token for token in tokens[at + 1 : at + 1 + LONG] if token not in figure.words("articles")]
    if behind[:1] and behind[0] in words["by_sector.sectors"]:
        fact.variant = behind[0]
        figure.because(f"variant: {fact.variant}, the sector behind the figure")
