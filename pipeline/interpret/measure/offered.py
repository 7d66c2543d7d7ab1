"""Whether a price of a share is one that a bidder offers for it, or at which new shares are sold: "offered 34 dlrs a share", "warrants to buy shares at 6 dlrs"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

MEANT = ("share_price", "other")
"""What an offered price is taken for: that of the market, or "cash" that is no sum."""

BEHIND = 3
"""Tokens behind a price in which "in cash" stands."""

REACH = 25
"""Tokens before a price in which the word stands that says so."""


def settle(figure: Figure) -> None:
    """Make a price of a share that of a deal or of new shares where the words before it say so."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator not in MEANT or not figure.money or fact.statistic != "level" or figure.frame.move is not None:
        return
    tokens = figure.sentence.tokens
    if fact.indicator == "other" and closed("paid_in", language).isdisjoint(tokens[figure.last + 1 : figure.last + 1 + BEHIND]):
        return
    low = max(figure.clause[0], figure.first - REACH, figure.previous.last + 1 if figure.previous is not None else 0)
    issued, offered, traded = (closed(name, language) for name in ("issuing", "offering", "trading"))
    for i in range(figure.first - 1, low - 1, -1):
        if tokens[i] in traded:
            return
        if tokens[i] in issued or tokens[i] in offered:
            fact.indicator = "share_issue" if tokens[i] in issued else "deal_value"
            figure.because("indicator: a price that is offered" if tokens[i] in offered else "indicator: the price of new shares", 0.75)
            return
