"""What part of those who are served a firm has: "holds 57 percent of phone lines", "carries 60 percent of passengers". It is a share of a market."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

TAKEN_FOR = frozenset({"other", "stake"})
"""What such a part is taken for by the verb, or by who is served."""

VERB = 3
"""Tokens before a percentage in which it is told what a firm does with them."""

SERVED = 5
"""Tokens behind the percentage in which it is told who is served."""


def settle(figure: Figure) -> None:
    """Take such a part for a share of a market; what follows it with "has" alone goes on by that."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if figure.money or figure.polled or fact.indicator not in TAKEN_FOR or fact.statistic != "share":
        return
    behind = tokens[figure.behind : figure.behind + SERVED]
    if behind[:1] != ["of"]:
        return
    who = next((i for i, token in enumerate(behind) if token in closed("clientele", language)), None)
    if who is not None and not closed("counted_then", language).isdisjoint(behind[who + 1 :]):
        return  # "carries 1 percent of the passengers that it did a year ago"
    if who is None or not all(token[0].isalpha() or token in ("'s", "-") for token in behind[:who]):
        return
    if closed("serving", language).isdisjoint(tokens[max(figure.clause[0], figure.first - VERB) : figure.first]):
        return
    if not closed("own", language).isdisjoint(behind[:who]):
        return  # "has moved 40 percent of its customers"
    fact.indicator, fact.measure, fact.variant = "market_share", "market share", ""
    figure.because("indicator: a part of those who are served", 0.8)
