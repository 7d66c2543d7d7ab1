"""What a firm hands back to those who own it: "returned $5 billion to shareholders", "$5 billion returned to investors"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets

RULE = "indicator: what a firm hands back to its owners"

VERB = 4
"""Tokens before a sum in which the verb stands."""

BEHIND = 8
"""Tokens behind a sum in which is told to whom it goes, and as what."""

PAYOUT = 7
"""Tokens behind those to whom it goes in which is told that all of it is a dividend."""


def settle(figure: Figure) -> None:
    """Take such a sum for what it is, whatever brought it in: a dividend where it is called so alone."""
    fact, words, tokens = figure.fact, sets(figure.story.language), figure.sentence.tokens
    if not figure.money or fact.quantity.per is not None or fact.statistic == "growth":
        return
    behind = tokens[figure.behind : figure.behind + BEHIND]
    unsaid = words["hands_back"].isdisjoint(tokens[max(figure.start, figure.first - VERB) : figure.first])
    again = not words["hands_back"].isdisjoint(figure.bare_lead(figure.words("articles"), words["handed_again"])[-1:])
    if again and figure.previous is not None and RULE in figure.previous.fact.rules:
        # "gave $5 million back to shareholders and will return $2 million"
        _is(figure, figure.previous.fact.indicator, figure.previous.fact.measure)
        return
    if unsaid and words["handed_back"].isdisjoint(behind[:2]):
        return
    to = behind.index("to") if "to" in behind else BEHIND
    owners = next((i for i in range(to + 1, len(behind)) if behind[i] in words["share_owners"]), None)
    if owners is None or not figure.words("clause_breaks").isdisjoint(behind[:owners]) or any(t[0].isdigit() for t in behind[:owners]):
        return
    close = tokens[figure.behind : figure.behind + 1 + owners + PAYOUT]
    paid = not closed("dividends_called", figure.story.language).isdisjoint(close) and words["bought_back_called"].isdisjoint(close)
    _is(figure, *(("dividend", "dividends") if paid else ("other", "return to shareholders")))


def _is(figure: Figure, indicator: str, measure: str) -> None:
    figure.fact.indicator, figure.fact.measure, figure.fact.variant = indicator, measure, ""
    figure.fact.statistic, figure.fact.direction = "level", None
    figure.because(RULE, 0.85)
