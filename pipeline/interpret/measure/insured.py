"""What of a deposit is insured: "the fund insures up to $250,000 per account" tells no loss and no house, whatever the story is about."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

LEAST, MOST = 1_000, 1_000_000
"""No account is insured for less, and none for as much."""

FEES = frozenset({"fine", "wages", "tax_revenue"})
"""What is told of a bank besides, by a noun of its own."""


def settle(figure: Figure) -> None:
    """Take a small sum for deposits where the sentence says that so much of an account is safe."""
    fact = figure.fact
    if not figure.money or fact.indicator == "deposits" or not LEAST <= fact.quantity.high < MOST:
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    if words["accounts_insured"].isdisjoint(tokens) or words["insuring"].isdisjoint(tokens) or fact.indicator in FEES:
        return
    fact.indicator, fact.measure, fact.variant = "deposits", "insured deposits", "insured"
    figure.because("indicator: what of a deposit is insured", 0.8)
