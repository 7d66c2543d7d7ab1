"""How far an offer is above a price of the market: "will pay $76 a share, 6 percent more than Friday's close" is its premium, and no growth."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

DEAL = "deal_value"

REACH = 9
"""Tokens behind a comparative within which the price of the market stands."""

BESIDE = 8
"""Tokens between the price of an offer and its premium."""


def settle(figure: Figure) -> None:
    """Take what is told of an offer's price and a closing price for the offer's premium."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if figure.money or fact.statistic != "growth" or tokens[figure.behind : figure.behind + 1] == []:
        return
    if tokens[figure.behind] not in closed("above_price", language) or not _offered(figure):
        return
    behind = tokens[figure.behind + 1 : figure.behind + 1 + REACH]
    behind = behind[: behind.index(",")] if "," in behind else behind
    if closed("prices_of_market", language).isdisjoint(behind):
        return
    fact.indicator, fact.variant, fact.measure, fact.statistic, fact.direction = DEAL, "premium", "premium", "level", None
    figure.because("indicator: how far an offer is above a price of the market", 0.8)


def _offered(figure: Figure) -> bool:
    """Whether it is an offer of which that is told: by its noun, or by its price before."""
    if figure.fact.indicator == DEAL:
        return True
    before = figure.previous
    if before is None or before.fact.indicator != DEAL or not before.money:
        return False
    return figure.clue is None or figure.first - before.last <= BESIDE
