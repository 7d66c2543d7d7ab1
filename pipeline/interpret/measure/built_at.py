"""What a plant costs whoever builds it: "will expand its mill at a cost of $20 million", "the smelter will cost $3 billion"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

LEAST = 1_000_000
"""A sum below which no plant is built."""

COST = 6
"""Tokens in which the word for a cost stands before the sum: "at a cost of as much as"."""

PLANT = 16
"""Tokens before that word in which it is told what is built."""


def settle(figure: Figure) -> None:
    """Take what something costs that is built to make things for an investment, but not what its closure costs."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator != "costs" or not figure.money or fact.statistic != "level" or fact.quantity.high < LEAST:
        return
    if fact.quantity.per is not None:
        return
    last, costs = figure.first - 1, closed("costs_built", language)
    at = next((i for i in range(last, max(-1, last - COST), -1) if figure.sentence.tokens[i] in costs), None)
    if at is None:
        return
    tokens, no = figure.sentence.tokens, closed("no_plant_built", language)
    if "," in tokens[at : figure.first] or not no.isdisjoint(tokens[max(0, at - PLANT) : figure.first]):
        return
    if closed("plants_built", language).isdisjoint(tokens[max(0, at - PLANT) : at]):
        return
    fact.indicator, fact.variant = "investment", ""
    figure.because("indicator: what a plant costs that is built", 0.8)
