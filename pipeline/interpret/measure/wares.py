"""The price of a ware, in a story of shares or of a deal: "cut the price of its smallest phone to $99", "a base price of $20,000"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM

TAKEN_FOR = frozenset({"share_price", "deal_value"})
"""What such a price is taken for by what the story named before."""

PHRASE = 7
"""Tokens behind "the price of" in which the ware stands."""


def settle(figure: Figure) -> None:
    """Read such a price as that of nothing that the lexicon names."""
    fact, clue = figure.fact, figure.clue
    if not figure.money or fact.quantity.high >= SUM or fact.quantity.per is not None or fact.indicator not in TAKEN_FOR:
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    if clue is None or clue.first != clue.last or clue.last >= figure.first or tokens[clue.last] not in words["price_called"]:
        return
    if _of_ware(figure, clue.last) or not words["ware_prices"].isdisjoint(tokens[clue.first - 1 : clue.first]):
        fact.indicator, fact.variant = "other", ""
        figure.because("indicator: the price of a ware", 0.75)


def _of_ware(figure: Figure, price: int) -> bool:
    """Whether what stands behind "the price of" is a thing that somebody owns or makes, and no share, deal, firm or paper."""
    words, tokens, sentence = sets(figure.story.language), figure.sentence.tokens, figure.sentence
    if tokens[price + 1] not in words["ware_links"] or tokens[price + 2 : price + 3] == [] or tokens[price + 2] not in words["determiners"]:
        return False
    low = price + 3
    until = next((i for i in range(low, figure.first) if tokens[i] in words["ware_stops"]), figure.first)
    until = min(until, low + PHRASE)
    if until <= low or not words["not_wares"].isdisjoint(tokens[low:until]):
        return False
    if any(low <= c.first < until for c in sentence.of("indicator")):
        return False
    return not figure.story.organisations_in(sentence.starts[low], sentence.ends[until - 1])
