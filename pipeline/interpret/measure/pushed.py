""" "fell 9 pct after stimulus payments helped push it ahead at a 12 pct pace": what a cause moves is what the figure before measures, by "it"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import STEPS, Figure

FAR = 6
"""Tokens between the pronoun and the figure."""


def settle(figure: Figure) -> None:
    """Read such a step as one of what was told before it, up or down as its particle says."""
    before, fact = figure.previous, figure.fact
    if before is None or figure.money or before.fact.quantity.unit != fact.quantity.unit or before.fact.statistic not in STEPS:
        return
    words, lead = lexicon.sets("measure", figure.story.language), figure.lead
    at = next((i for i in range(len(lead) - 2, 0, -1) if lead[i] in words["pushed.it"] and lead[i - 1] in words["pushed"]), None)
    if at is None or len(lead) - at > FAR:
        return
    way = next((way for way in ("up", "down") if lead[at + 1] in words[f"pushed.{way}"]), None)
    if way is None:
        return
    told = before.fact
    fact.indicator, fact.measure, fact.variant, figure.clue = told.indicator, told.measure, told.variant, before.clue
    if fact.statistic in STEPS:
        fact.direction = way
    figure.because("indicator: what the figure before measures, moved by a cause", 0.8)
