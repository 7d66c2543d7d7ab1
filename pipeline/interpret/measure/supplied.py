"""What part of all that a country or the world has somebody makes or sells: "mines 9 percent of the world's copper"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

VERB = 3
"""Tokens before a figure and its hedges in which the verb stands."""

WHOLE = 5
"""Tokens behind "of" in which the country or the world stands."""


def settle(figure: Figure) -> None:
    """Take such a part for one of output where it is made, of a market where it is sold."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if figure.money or fact.indicator != "other" or fact.statistic != "share" or tokens[figure.last + 1 : figure.last + 2] != ["of"]:
        return
    lead = [token for token in figure.lead if token not in figure.words("before_figure")][-VERB:]
    made = not closed("makes_part", language).isdisjoint(lead)
    if not made and closed("sells_part", language).isdisjoint(lead):
        return
    until = figure.last + 2 + WHOLE
    placed = any(figure.last < c.first < until for c in figure.sentence.of("place"))
    if not placed and closed("wholes", language).isdisjoint(tokens[figure.last + 2 : until]):
        return
    fact.indicator = "output" if made else "market_share"
    figure.because("indicator: a part of what a country or the world has", 0.75)
