"""What part of all that a firm sells something brings: "accounts for 13 percent of its total business", "gets half of its sales abroad"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.lexicon import either

BY_BUSINESS = frozenset({"stake", "other", "market_share", "assets", "dividend"})
"""What a part of a firm's business is taken for; a part of its sales is so by what the clause has besides."""

BY_SALES = frozenset({"stake", "market_share"})

WHOLE = 4
"""Tokens behind "of" and whose it is in which the business stands."""

VERB = 6
"""Tokens before such a part in which its verb stands."""


def settle(figure: Figure) -> None:
    """Take such a part for one of revenue, where nobody buys or owns it."""
    fact, tokens, words = figure.fact, figure.sentence.tokens, sets(figure.story.language)
    if (
        figure.money
        or fact.statistic != "share"
        or fact.indicator not in BY_BUSINESS
        or tokens[figure.behind : figure.behind + 1] != ["of"]
    ):
        return
    if figure.lead[-1:] == ["for"] and figure.previous is not None and figure.previous.money:
        return  # "offers $4 million for half of the company's power business"
    if not either(words["acquires"], words["part_traders"]).isdisjoint(figure.lead[-VERB:]):
        return
    low = figure.last + 2
    owned = words["turnover_owners"]
    at = next((i for i in range(low, min(low + WHOLE, len(tokens))) if tokens[i] in owned), None)
    if at is None or any(tokens[i] in words["prepositions"] or not tokens[i][0].isalnum() for i in range(low, at)):
        return
    noun = next((i for i in range(at + 1, min(at + 1 + WHOLE, len(tokens))) if tokens[i] in words["turnover_nouns"]), None)
    if noun is None or any(tokens[i] in words["prepositions"] or not tokens[i][0].isalnum() for i in range(at + 1, noun)):
        return
    if not words["turnover_stops"].isdisjoint(tokens[noun + 1 : noun + 2]):
        return
    if tokens[noun] in words["turnover_sales"] and fact.indicator not in BY_SALES:
        return
    fact.indicator, fact.measure, fact.variant = "revenue", tokens[noun], ""
    figure.because("indicator: a part of all that a firm sells", 0.8)
