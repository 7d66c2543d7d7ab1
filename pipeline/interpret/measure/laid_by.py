"""What households lay by of their income: "saved 40 pct of their disposable incomes", "the saving rate as a percentage of income fell to 2 pct".

It is a part of what they earn, and no growth of that.
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure

WAGES = "wages"

LONG = 14
"""Tokens between a word of saving and a figure."""

WHOLE = 6
"""Tokens behind a figure in which the income stands of which it is a part."""


def settle(figure: Figure) -> None:
    """Take such a percentage for none of wages."""
    fact, clue = figure.fact, figure.clue
    if fact.indicator != WAGES or fact.quantity.unit != "percent" or clue is None:
        return
    words, tokens = lexicon.sets("measure", figure.story.language), figure.sentence.tokens
    low = max(figure.clause[0], figure.first - LONG)
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in words["laid_by"]), None)
    if at is None or clue.start < figure.sentence.start:
        return
    between = tokens[at + 1 : clue.first] if at < clue.first < figure.first else tokens[figure.behind : clue.first]
    of_it = clue.first > figure.last and between[:1] == ["of"] and len(between) <= WHOLE
    by_it = at < clue.first < figure.first and not words["laid_by.parts"].isdisjoint(between)
    if of_it or by_it:
        fact.indicator, fact.variant, fact.measure = "other", "savings", "savings"
        fact.statistic, fact.direction = "share", None
        figure.because("indicator: what is laid by of an income", 0.8)
