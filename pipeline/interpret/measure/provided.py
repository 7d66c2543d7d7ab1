"""What a bank sets aside for what it may not get back: "the amount set aside for bad loans rose to 850 million" is a cost, and no loan."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

TAKEN_FOR = frozenset({"lending", "government_spending"})
"""What such a sum is taken for by what is named last, or by the verb alone."""

NEAR = 6
"""Tokens between the verb and the loans, with a sum between them."""


def settle(figure: Figure) -> None:
    """Read such a sum as one of costs."""
    fact = figure.fact
    if fact.indicator not in TAKEN_FOR or not figure.money or fact.statistic == "share":
        return
    if figure.clue is not None and figure.clue.first > figure.last:
        return  # "reserved more for loan losses, and 5 million of loans were overdue"
    tokens, language = figure.sentence.tokens, figure.story.language
    low = max(figure.clause[0], figure.lead_first)
    aside = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in closed("set_aside", language)), None)
    if aside is None:
        return
    until = figure.behind + NEAR if figure.first - aside <= NEAR else figure.first
    after = tokens[aside + 1 : until]
    if any(a in closed("soured", language) and b in closed("soured_debts", language) for a, b in pairwise(after)):
        fact.indicator, fact.measure, fact.variant = "costs", "provisions", ""
        figure.because("indicator: what is set aside for loans that sour", 0.85)
