"""So much an hour beside who works: "new hires start at $14 an hour" tells their pay, whatever the story is about."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

PAY = 500
"""No worker is paid as much an hour."""


def settle(figure: Figure) -> None:
    """Take such a sum for pay where the sentence speaks of workers or their work, and not of what is charged."""
    fact = figure.fact
    if not figure.money or fact.quantity.per != "hour" or fact.indicator == "wages" or fact.quantity.high > PAY:
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    if not words["charging_by_hour"].isdisjoint(tokens):
        return
    if words["working"].isdisjoint(tokens) and words["staff_paid"].isdisjoint(tokens) and words["jobs_paid"].isdisjoint(tokens):
        return
    cost = not words["costs_called"].isdisjoint(fact.measure.casefold().split())
    fact.indicator, fact.measure, fact.variant = "wages", fact.measure if cost else "pay", ""
    figure.because("indicator: what an hour of work is paid", 0.8)
