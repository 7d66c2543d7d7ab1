"""What a state gets from those abroad who help it: "Since May the budget has received $5 billion from foreign partners". It is aid."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

TAKEN_FOR = frozenset({"other", "government_spending", "budget_balance", "tax_revenue"})
"""What such a sum is taken for by what gets it, or by nothing."""

LEAST = 10_000_000
"""No state is helped with less."""

VERB = 8
"""Tokens before a sum in which the verb stands."""

FROM = 3
"""Tokens between a sum and "from"."""

GIVER = 6
"""Tokens behind "from" in which those who give stand."""


def settle(figure: Figure) -> None:
    """Take a sum that a state has received from them for aid."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if not figure.money or fact.indicator not in TAKEN_FOR or fact.quantity.high < LEAST or figure.story.main_place is None:
        return
    behind = tokens[figure.behind : figure.behind + FROM + GIVER]
    if "from" not in behind[:FROM]:
        return
    givers = behind[behind.index("from") + 1 :]
    named = (*givers, *(f"{one} {other}" for one, other in pairwise(givers)))
    if closed("helpers_abroad", language).isdisjoint(named):
        return
    low = max(figure.clause[0], figure.first - VERB)
    if closed("received", language).isdisjoint(tokens[low : figure.first]):
        return
    if figure.story.organisations_in(figure.sentence.starts[low], figure.sentence.starts[figure.first]):
        return  # "Arden has received $90 million from the European Union"
    fact.indicator, fact.measure, fact.variant = "aid", "aid", ""
    figure.because("indicator: what a state gets from those who help it", 0.75)
