"""The round sum by which the price of a swap is told: "$40,000 a year to insure $10 million of debt" says of nobody that he owes so much."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

ROUND = frozenset({1_000_000, 10_000_000, 100_000_000})
"""The sums that are taken as examples."""


def settle(figure: Figure) -> None:
    """Take a round sum behind "to insure" for an example, where the sentence tells what it costs."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if not figure.money or fact.quantity.low not in ROUND or fact.quantity.high != fact.quantity.low:
        return
    lead = figure.bare_lead()
    if closed("insured", language).isdisjoint(lead[-1:]) or closed("notional_told", language).isdisjoint(tokens):
        return
    fact.status = "hypothetical"
    figure.because("status: a sum by which the price of a swap is told", 0.85)
