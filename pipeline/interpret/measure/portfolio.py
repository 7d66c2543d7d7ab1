"""What investors buy and sell of the paper of a country: "foreigners bought a net $19 billion of securities" is no deal and no issue."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import SUM

TAKEN = frozenset({"deal_value", "share_issue", "debt_issue", "assets", "profit", "retail_sales", "revenue", "money_market"})
"""What such a sum is taken for by its verb or its paper alone."""

KIND = 2
"""Tokens before "investors" in which it is told where they are at home."""

PAPER = 8
"""Tokens behind a sum within which the paper stands."""


def settle(figure: Figure) -> None:
    """Take such a sum for no measure of its own."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if fact.indicator not in TAKEN or not figure.money or fact.quantity.high < SUM:
        return
    verb = next((i for i in range(figure.first - 1, 0, -1) if tokens[i] in closed("portfolio_verbs", language)), None)
    who = None if verb is None else next((i for i in range(verb) if _abroad(figure, i)), None)
    if who is None:
        return
    told = [*tokens[who + 1 : figure.first], *tokens[figure.behind : figure.behind + PAPER]]
    paper = not closed("portfolio_paper", language).isdisjoint(told)
    if not (paper or "net" in told) or not closed("portfolio_no", language).isdisjoint(told):
        return
    fact.indicator, fact.variant = "other", ""
    figure.because("indicator: what investors buy or sell of a country's paper", 0.75)


def _abroad(figure: Figure, at: int) -> bool:
    """ "foreigners", "overseas investors", "Japanese institutional investors": whether a token names those of whom countries tell so."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[at] in closed("portfolio_alone", language):
        return True
    if tokens[at] not in closed("portfolio_investors", language):
        return False
    kind = range(max(0, at - KIND), at)
    return any(tokens[i] in closed("portfolio_kinds", language) for i in kind) or any(c.last in kind for c in figure.sentence.of("place"))
