"""A gain that a loss is set beside: "lost 3 million, compared with a gain of 4 million a year ago"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed


def settle(figure: Figure) -> None:
    """Read a sum as a profit where the word for a gain stands right before it, and a loss was told first."""
    fact, language = figure.fact, figure.story.language
    lead = figure.bare_lead(closed("hedges", language))
    if fact.indicator == "loss" and figure.money and fact.statistic == "level" and lead[-1:] == ["of"] and lead[-2:-1] != []:
        if lead[-2] in closed("gains_told", language):
            fact.indicator, fact.measure, fact.variant = "profit", lead[-2], ""
            figure.because("indicator: a gain beside a loss", 0.85)
