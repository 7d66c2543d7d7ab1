"""What is only counted: how many shares a firm has, and by what margin a vote passed; and what who invests for others looks after."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets

NEAR = 6
"""Tokens between a percentage and the shares that are fewer by it."""

MARGIN = 3
"""Tokens between a percentage and the margin that it is, or is a side of."""

PRICED = frozenset({"share_price", "deal_value"})
"""What the price of a good is taken for beside them."""

COUNTED = frozenset({"stake", "eps", "other", "share_price", "share_issue"})
"""What a number of shares is taken for."""


def settle(figure: Figure) -> None:
    """Read such a count as none of a price, a rate or a stake."""
    if figure.money:
        _put_in(figure)
        _weighed(figure)
    elif figure.mention.quantity.unit == "percent":
        found = "votes" if _votes(figure) else "shares outstanding" if _shares(figure) else ""
        if found:
            figure.fact.indicator, figure.fact.measure, figure.fact.variant = "other", found, ""
            figure.because("indicator: what is only counted", 0.7)


def _put_in(figure: Figure) -> None:
    """ "Arden invests $5 million in a plant", but "Arden, which invests $5 billion": what is put into something is told with it."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if figure.fact.indicator != "assets" or clue is None or tokens[clue.last] not in closed("investing_or_managing", language):
        return
    alone = clue.first and tokens[clue.first - 1] in closed("who_invest", language) and figure.fact.quantity.per is None
    if alone and tokens[figure.last + 1 : figure.last + 2] not in (["in"], ["into"]):
        return
    figure.fact.indicator, figure.fact.measure, figure.fact.variant = "investment", "investment", ""
    figure.because("indicator: what is put into something", 0.75)


def _weighed(figure: Figure) -> None:
    """ "lifted energy shares as crude settled at $97 a barrel": no share and no firm is sold by what goods are weighed by."""
    if figure.fact.indicator in PRICED and figure.fact.quantity.per in closed("weighed", figure.story.language):
        figure.fact.indicator, figure.fact.measure, figure.fact.variant = "commodity_price", "price", ""
        figure.because("indicator: a price by weight", 0.8)


def _votes(figure: Figure) -> bool:
    """ "ratified by a margin of 78 percent", "by an 80 percent to 20 percent margin": in a sentence that speaks of a vote."""
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    if words["ballots"].isdisjoint(tokens):
        return False
    around = (*tokens[max(0, figure.first - MARGIN) : figure.first], *tokens[figure.last + 1 : figure.last + 2 + MARGIN])
    return not words["vote_margins"].isdisjoint(around)


def _shares(figure: Figure) -> bool:
    """ "had 2 percent fewer shares outstanding", "a 2 percent reduction in the number of shares outstanding"."""
    if figure.fact.indicator not in COUNTED or figure.fact.statistic != "growth":
        return False
    tokens = figure.sentence.tokens
    behind = tokens[figure.last + 1 : figure.last + 2 + NEAR]
    at = next((i for i, token in enumerate(behind) if token in closed("shares_counted", figure.story.language)), None)
    if at is None:
        return False
    return "outstanding" in behind[max(0, at - 1) : at + 2] and not any(figure.last < a <= figure.last + 1 + at for a, _ in figure.spans)
