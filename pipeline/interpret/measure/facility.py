"""What a central bank lends by a facility that is called by its letters: "expands the TSLF to $200 billion" is help to the market."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

LEAST = 100_000_000
"""A sum from which on it is one of such a facility."""

TAKEN_FOR = frozenset({"lending", "deal_value", "debt_issue", "share_issue", "assets", "investment", "aid", "budget_balance", "other"})
"""What such a sum is taken for."""

NEAR = 14
"""Tokens between the letters and the sum."""


def settle(figure: Figure) -> None:
    """Take a sum beside such letters for that of the money market, where no noun of another thing tells it."""
    fact, tokens = figure.fact, figure.sentence.tokens
    if not figure.money or fact.indicator not in TAKEN_FOR or fact.quantity.high < LEAST:
        return
    if sets(figure.story.language)["facilities"].isdisjoint(tokens[max(0, figure.first - NEAR) : figure.last + NEAR]):
        return
    fact.indicator = "money_market"
    figure.because("indicator: what a central bank lends by a facility", 0.8)
