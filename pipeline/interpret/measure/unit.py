"""How much of a unit its parent holds: "its 50.25 pct unit Arden Airways", "an 89 pct held subsidiary of Penwith"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets


def settle(figure: Figure) -> None:
    """Read a percentage right before the word for a unit as a stake."""
    fact = figure.fact
    if fact.quantity.unit != "percent" or fact.indicator == "stake" or noun(figure) is None:
        return
    fact.indicator, fact.measure, fact.variant, fact.statistic, fact.direction = "stake", "stake", "", "share", None
    figure.because("indicator: how much of a unit is held", 0.85)


def noun(figure: Figure) -> int | None:
    """The token of the word for a unit that stands right behind a figure, past what says that it is held."""
    tokens, words, at = figure.sentence.tokens, sets(figure.story.language), figure.behind
    while at < len(tokens) and (tokens[at] == "-" or tokens[at] in words["held_so"]):
        at += 1
    return at if at < len(tokens) and tokens[at] in words["units_held"] else None
