"""What drives an economy: spending that makes up half of it or more is that of consumers, named ("the consumer, whose spending accounts
for two thirds of economic activity") or not ("spending, which fuels 70 percent of the economy").
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

MEANT = frozenset({"government_spending", "investment", "gdp", "profit", "other"})
"""What such a part is taken for, by the word "spending" or by what it is a part of."""

LEAST, MOST = 50, 85
"""Between which percentages of an economy spending is that of consumers, and not a state's."""

BEFORE, BEHIND = 12, 5
"""Tokens before a part in which it is said that it is spent, and behind it in which the economy stands."""


def settle(figure: Figure) -> None:
    """Make consumer spending of such a part."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if fact.indicator not in MEANT or fact.statistic != "share" or not LEAST <= fact.quantity.high <= MOST:
        return
    if closed("driven", language).isdisjoint(tokens[figure.behind : figure.behind + BEHIND]):
        return
    low = max(0, figure.first - BEFORE)
    spent = closed("is_spent", language)
    at = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in spent), None)
    if at is None or (at and tokens[at - 1] in closed("states_spend", language)):
        return
    first = at - (at > 0 and tokens[at - 1] in closed("who_spends", language))
    fact.indicator, fact.variant = "consumer_spending", ""
    fact.measure = figure.story.text[figure.sentence.starts[first] : figure.sentence.ends[at]]
    figure.because("indicator: what makes up most of an economy", 0.8)
