"""A plan to buy: of a firm it is a deal, of a central bank its purchases ("its $8 billion plan to buy Arden", "to buy bonds")."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM
from pipeline.interpret.measure.instrument import central_bank

NEAR = 4
"""Tokens between a sum and its plan."""

PRIVATE = 8
"""Tokens behind a plan in which a firm that "goes private" does."""

OF_FIRMS = ("investment", "other")
"""What a plan of a firm is taken for by its name."""

OF_STATES = ("government_spending", "aid", "investment")
"""What one of a central bank is."""


def settle(figure: Figure) -> None:
    """Read a plan by what it is to do: buy or merge a firm, buy bonds."""
    fact, tokens = figure.fact, figure.sentence.tokens
    if not figure.money or fact.quantity.high < SUM or fact.indicator not in (*OF_FIRMS, *OF_STATES) or not _buys(figure):
        return
    language = figure.story.language
    if central_bank(tokens, language) is not None:
        if fact.indicator in OF_STATES:
            fact.indicator = "money_market"
            figure.because("indicator: what a central bank is to buy", 0.8)
    elif fact.indicator in OF_FIRMS:
        fact.indicator = "deal_value"
        figure.because("indicator: what a firm is to buy", 0.8)


def _buys(figure: Figure) -> bool:
    words, tokens, at = sets(figure.story.language), figure.sentence.tokens, figure.behind
    plan = next((i for i in range(at, min(at + NEAR, len(tokens) - 2)) if tokens[i] in words["plans_to_buy"]), None)
    if plan is None or words["infinitive"].isdisjoint(tokens[plan + 1 : plan + 2]):
        return False
    if any(not (tokens[i][0].isalnum() or tokens[i] == "-") for i in range(at, plan)):
        return False
    verb = tokens[plan + 2]
    return verb in words["buying_whole"] or (
        verb in words["going_private"] and not words["privacy"].isdisjoint(tokens[plan + 3 : plan + PRIVATE])
    )
