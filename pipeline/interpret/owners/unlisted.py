"""A name that the story tells nowhere else, in a list of shares: "Samsung had 20%, followed by Vivo 16%, Realme 11% and Oppo 11%"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words

SHARE = "market_share"
"""What each of a market has of its own."""

NAME = 3
"""Tokens of such a name."""


def named(figure: Figure, found: list[Party]) -> Party | None:
    """The party that stands alone between two shares of a market, known by its capitals; None where anything else stands there."""
    previous, tokens, language = figure.previous, figure.sentence.tokens, figure.story.language
    if previous is None or figure.fact.indicator != SHARE or previous.fact.indicator != SHARE or figure.money or previous.money:
        return None
    last = figure.first - 1
    while last > previous.last and tokens[last] in words("listed", language):
        last -= 1
    first = last
    while first > previous.last and _capital(figure, first):
        first -= 1
    led = tokens[first]
    follows = led in ("by", "of") and tokens[first - 1] in words("followed", language)
    if not 0 < last - first <= NAME or not (follows or led in words("listing", language)):
        return None
    if any(p.first <= last and first < p.last for p in found):
        return None
    sentence = figure.sentence
    name = figure.story.text[sentence.starts[first + 1] : sentence.ends[last]]
    return Party(first + 1, last, name, "organisation", True, False, False, False)


def _capital(figure: Figure, at: int) -> bool:
    return figure.story.text[figure.sentence.starts[at]].isupper()
