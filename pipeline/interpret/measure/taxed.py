"""At how much something is taxed: "a bill taxing such bonuses at a 90 percent rate" tells a rate of tax, and nothing of bonuses."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

TAX, DUTY = "tax_rate", "tariff"

HEDGES = 4
"""Tokens between "at" and the percentage: "at a nearly"."""

OBJECT = 6
"""Tokens between the verb and its "at": what is taxed."""


def settle(figure: Figure) -> None:
    """Take the rate at which a verb taxes something for a rate of tax."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if figure.frame.move is not None or fact.indicator in (TAX, DUTY) or fact.quantity.unit != "percent":
        return
    at = next((i for i in range(figure.first - 1, max(figure.clause[0], figure.first - HEDGES), -1) if tokens[i] == "at"), None)
    if (
        at is None
        or tokens[figure.behind : figure.behind + 1] != ["rate"]
        or not figure.words("before_figure").issuperset(tokens[at + 1 : figure.first])
    ):
        return
    before = tokens[max(figure.clause[0], at - OBJECT) : at]
    if "," in before or closed("taxes", language).isdisjoint(before):
        return
    fact.indicator, fact.variant, fact.measure, fact.statistic, fact.direction = TAX, "", "tax rate", "level", None
    figure.because("indicator: at how much it is taxed", 0.8)
