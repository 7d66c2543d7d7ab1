"""What devalues by so much is a money, named or not: "the government devalued by 6 pct"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

MONEY = "exchange_rate"
"""What is devalued."""


def settle(figure: Figure) -> None:
    """Make the step of such a verb one of a money."""
    fact, move = figure.fact, figure.frame.move
    if figure.money or fact.statistic != "growth" or move is None or move.first > figure.first or fact.indicator == MONEY:
        return
    if figure.sentence.tokens[move.last] not in closed("devaluing", figure.story.language):
        return
    fact.indicator, fact.measure, fact.variant = MONEY, "devaluation", ""
    figure.because("indicator: what devalues is a money", 0.85)
