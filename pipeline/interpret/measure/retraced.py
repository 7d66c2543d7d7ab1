"""How much of a move a price has taken back: "the 61.8 percent retracement of the fall" is a line in a chart, and no move."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

NEAR = 3
"""Tokens between a percentage and the noun: "61.8 percent Fibonacci retracement"."""


def settle(figure: Figure) -> None:
    """Take a percentage of a move that is taken back for what it is."""
    if figure.fact.quantity.unit != "percent":
        return
    tokens = figure.sentence.tokens[figure.behind : figure.behind + NEAR]
    noun = next((token for token in tokens if token in closed("retraced", figure.story.language)), None)
    if noun is None or not closed("prepositions", figure.story.language).isdisjoint(tokens[: tokens.index(noun)]):
        return
    fact = figure.fact
    fact.indicator, fact.measure, fact.variant, fact.statistic, fact.direction = "other", noun, "", "share", None
    figure.clue = None  # nothing is told on of it
    figure.because("indicator: a part of a move that is taken back", 0.85)
