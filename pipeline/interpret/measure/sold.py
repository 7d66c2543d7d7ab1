"""Prices that a seller makes: of a phone, of a meal, of no share."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

SET = 3
"""Tokens before a price in which stands who makes it, or of what kind it is."""


def by_seller(clue: Clue, figure: Figure, dealt: bool) -> bool:
    """ "Cut the price of its notebook", "the average selling price": a price that a seller makes, which no share has.

    In a story of a deal (`dealt`) only a price "on" something is one.
    """
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[clue.last] not in closed("seller_prices", language) or tokens[clue.first - 1] in closed("no_seller", language):
        return False
    if tokens[clue.last + 1 : clue.last + 2] == ["on"]:
        return True
    if dealt:
        return False
    before = tokens[max(0, clue.first - SET) : clue.first]
    return not closed("price_kinds", language).isdisjoint(before) or not closed("price_setters", language).isdisjoint(before)
