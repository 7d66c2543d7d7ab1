"""What a state spends on the exchanges: "spent 3 trillion yen to prop up the currency", "defending the peg had cost $3 billion". It is of its reserves."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM

TAKEN_FOR = frozenset({"government_spending", "costs", "other"})
"""What such a sum is taken for by the verb alone."""

NEAR = 8
"""Tokens between a sum and what it is spent on."""


def settle(figure: Figure) -> None:
    """Take such a sum for reserves."""
    fact, tokens, words = figure.fact, figure.sentence.tokens, sets(figure.story.language)
    if not figure.money or fact.indicator not in TAKEN_FOR or fact.quantity.high < SUM or figure.story.main_place is None:
        return
    low = max(figure.clause[0], figure.first - NEAR)
    if words["spending_on_money"].isdisjoint(tokens[low : figure.first]):
        return
    moneys = [c.first for c in figure.sentence.of("indicator") if c.key == "exchange_rate"]
    for near in (range(figure.behind, figure.behind + NEAR), range(low, figure.first)):
        if any(i in near for i in moneys) and not words["propping"].isdisjoint(tokens[near.start : near.stop]):
            fact.indicator, fact.measure, fact.variant = "foreign_reserves", "intervention", ""
            figure.because("indicator: what a state spends on its money", 0.75)
            return
