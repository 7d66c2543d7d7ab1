"""What a farm programme pays, lends or vouches for: the target price and the loan rate of a crop, of which no subsidy is told.

"The bill would cut the corn loan rate to 1.90 dlrs a bushel", "ten pct cuts in target prices".
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.lexicon import Sets

TAKEN = frozenset({"other", "commodity_price", "deal_value", "costs", "lending"})
"""What a sum of such a programme is taken for by what stands around it."""

MOVED = frozenset({"consumer_prices", "commodity_price", "other", "interest_rate"})
"""What a change of it in percent is taken for."""

BEHIND = 8
"""Tokens behind a figure in which the support may stand: "the 2.40 dlr per bushel basic loan rate", "ten pct cuts in target prices"."""


def settle(figure: Figure) -> None:
    """Take such a sum, and such a change, for a subsidy."""
    fact = figure.fact
    if fact.statistic == "share" or fact.indicator not in (TAKEN if figure.money else MOVED):
        return
    if not figure.money and fact.statistic != "growth":
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    if words["crops_supported"].isdisjoint(tokens):
        return
    for part in (tokens[figure.clause[0] : figure.first], tokens[figure.behind : figure.behind + BEHIND]):
        if any(_support(a, b, fact.quantity.per, words) for a, b in pairwise(part)):
            fact.indicator, fact.measure, fact.variant = "subsidy", "farm support", ""
            figure.because("indicator: what a farm programme vouches for", 0.75)
            return


def _support(one: str, other: str, per: str | None, words: Sets) -> bool:
    """Whether two words name a support: "target prices", "deficiency payments", and "the soybean loan" of so much a bushel."""
    if one in words["farm_supports"]:
        return other in words["farm_supported"]
    if one in words["farm_deficiency"]:
        return other in words["farm_paid"]
    return per is not None and one in words["crops_supported"] and other in words["farm_supports"]
