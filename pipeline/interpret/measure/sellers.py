"""What a product brings in a year, told before it: "its $5 billion-a-year arthritis drug" is what is sold of it."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.lexicon import either

LEAST = 1_000_000
"""A sum from which on it is told of all that is sold of a product, and no price of one."""

NEAR = 6
"""Tokens between the year and the product."""


def settle(figure: Figure) -> None:
    """Take a sum a year right before a product for the revenue that it brings."""
    fact = figure.fact
    if not figure.money or fact.quantity.per != "year" or fact.quantity.high < LEAST or fact.indicator == "revenue" or not _product(figure):
        return
    fact.indicator, fact.measure, fact.variant, fact.statistic, fact.direction = "revenue", "sales", "", "level", None
    figure.because("indicator: what a product brings in a year", 0.8)


def _product(figure: Figure) -> bool:
    """Whether the phrase behind the sum is one of a product: "$5 billion-a-year Zyprexa schizophrenia treatment"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    counted, stops = closed("denominator_words", language), either(closed("prepositions", language), closed("small_words", language))
    at = figure.behind
    while at < len(tokens) and (tokens[at] == "-" or tokens[at] in counted):
        at += 1
    if at == figure.behind:
        return False
    for here in tokens[at : at + NEAR]:
        if here in closed("products", language):
            return True
        if here in stops or not (here[0].isalnum() or here == "-"):
            return False
    return False
