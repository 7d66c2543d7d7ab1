"""Planes at the prices of their maker's list: "ordered 12 jets worth $2 billion at list prices" tells a contract, whatever was named before."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

MEANT = frozenset({"other", "imports", "exports", "commodity_price", "market_value", "costs", "revenue"})
"""What such a sum is taken for by what stands around it; what all orders of a maker come to stays what it is."""

LEAST = 10_000_000
"""A sum below which no airliner is listed."""

NEAR = 8
"""Tokens before and behind a sum in which the list is told."""


def settle(figure: Figure) -> None:
    """Take a sum at list prices for that of a contract."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if fact.indicator not in MEANT or not figure.money or fact.statistic != "level" or fact.quantity.high < LEAST:
        return
    if closed("orders_of_planes", language).isdisjoint(tokens):
        return  # "the jet sells for $80 million at list prices"
    lists, prices = closed("price_lists", language), closed("listed_prices", language)
    around = (tokens[max(0, figure.first - NEAR) : figure.first], tokens[figure.behind : figure.behind + NEAR])
    if any(a in lists and b in prices for part in around for a, b in pairwise(part)):
        fact.indicator, fact.variant = "deal_value", ""
        figure.because("indicator: planes at the prices of a list", 0.8)
