"""What a sum of twelve months is set beside: "the surplus in the 12 months to June was $229 billion, up from $217 billion in May" has two sums
of twelve months, of which the second ends with May."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import put

YEAR = 12
"""Months."""

ALIKE = 4
"""A sum of one month is less than this part of one of twelve."""


def settle(figures: list[Figure]) -> None:
    """Give such a sum the twelve months that end with the month that it is told for."""
    for figure in figures:
        anchor, fact = figure.frame.anchor, figure.fact
        if anchor is None or figure.frame.role not in BESIDE or not figure.money or not _rolls(anchor.fact.period):
            continue
        if fact.statistic != "level" or anchor.fact.statistic != "level" or calendar.length(fact.period) != 1:
            continue
        end, last = calendar.bounds(fact.period)[1], calendar.bounds(anchor.fact.period)[1]
        if end is None or last is None or not 0 < YEAR * (last.year - end.year) + last.month - end.month < YEAR:
            continue
        if figure.mention.quantity.high * ALIKE > anchor.mention.quantity.low:
            put(figure, calendar.months(end.year, end.month, YEAR), "so many months as what it is set beside", 0.85)


def _rolls(period: str | None) -> bool:
    """Whether a period has twelve months that are no year of the calendar."""
    return period is not None and "/" in period and calendar.length(period) == YEAR and not calendar.fiscal(period)
