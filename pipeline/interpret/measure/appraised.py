"""What a firm is worth by what somebody says of it: "a round that values the five-year-old group at $3 billion"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import SUM

REACH = 14
"""Tokens between a verb of valuing and its sum, in which what it values stands."""

WORTH, DEAL = "market_value", "deal_value"
BIDS = (DEAL, "proposal")


def settle(figure: Figure) -> None:
    """Take the sum at which something is valued for its worth; what a bid values it at, for the bid's."""
    fact, tokens = figure.fact, figure.sentence.tokens
    if figure.money and tokens[figure.first - 1 : figure.first] == ["worth"] and _firm(figure):
        fact.indicator, fact.measure, fact.variant = WORTH, "value", ""
        figure.because("indicator: what a firm is worth", 0.85)
        return
    if not figure.money or "at" not in figure.lead or fact.indicator in (WORTH, DEAL) or fact.quantity.high < SUM:
        return
    low = max(figure.clause[0], figure.start, figure.first - REACH)
    verbs = closed("valuing", figure.story.language)
    at = next((i for i in range(figure.first - 2, low - 1, -1) if tokens[i] in verbs), None)
    if at is None or not _object(figure, at + 1):
        return
    between = tokens[at + 1 : figure.first]
    if "at" not in between or not closed("value_stops", figure.story.language).isdisjoint(between):
        return
    if any(c.key in BIDS and c.role != "verb" and c.first < at for c in figure.sentence.of("indicator")):
        worth, measure = DEAL, "offer"
    else:
        worth, measure = WORTH, "valuation"
    fact.indicator, fact.measure, fact.variant, fact.statistic, fact.direction = worth, measure, "", "level", None
    figure.because("indicator: what something is valued at", 0.85)


def _object(figure: Figure, at: int) -> bool:
    """ "values the group", "valued Arden": whether what is valued stands here; but "property values in the city"."""
    own = closed("determiners", figure.story.language) | closed("valued_ones", figure.story.language)
    return figure.sentence.tokens[at] in own or figure.story.text[figure.sentence.starts[at]].isupper()


def _firm(figure: Figure) -> bool:
    """ "the first company worth $2 trillion"."""
    firms = closed("firms", figure.story.language)
    return figure.fact.quantity.high >= SUM and figure.first > 1 and figure.sentence.tokens[figure.first - 2] in firms
