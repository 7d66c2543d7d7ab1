"""For which month the offices of a country have told a measure last: none tells it before a month is over for so many days.

A story of several releases, or of a survey that is told within its month, opens with the time of one of them.
"""

from __future__ import annotations

import datetime as dt

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.times import calendar, markets
from pipeline.interpret.times.placing import words

SHARE = "share"

QUARTER = 3
"""Months of what is told by the quarter."""

LEAD = 9
"""Tokens before a figure in which stands that it had been expected."""


def told(figure: Figure, head: str | None) -> str | None:
    """The last month or quarter that is told of a measure, where `head` is a month or a week of which nothing can be told yet; else None."""
    fact, today = figure.fact, calendar.bounds(markets.today(figure.story))[0]
    calendars = lexicon.entries("dated", figure.story.language)["told_after"]
    if today is None or head is None or fact.entity not in calendars or fact.statistic == SHARE:
        return None
    last, length = calendar.bounds(head)[1], calendar.length(head)
    if last is None or length > 1 or (not length and fact.indicator in calendars[fact.entity]["weekly_too"]) or not _reported(figure):
        return None
    days, months = _of_measure(figure, calendars[fact.entity])
    if not days or ((today - last).days >= days and length == months):
        return None
    over = today - dt.timedelta(days)
    if months == QUARTER:
        return calendar.quarter_over(*calendar.later(over.year, over.month, _ended(over)))
    return calendar.month(*calendar.later(over.year, over.month, _ended(over) - 1))


def _ended(day: dt.date) -> int:
    """1 where a day is the last one of its month, which is over with it."""
    return int((day + dt.timedelta(1)).month != day.month)


def _of_measure(figure: Figure, table: lexicon.Entries) -> tuple[int, int]:
    """The days after which a measure is told, by its noun or else by its indicator, and for how many months; 0 where nobody knows."""
    fact, measured = figure.fact, figure.fact.measure.casefold()
    if any(word in measured for word in table["not"]):
        return 0, 0
    named = next((days for noun, days in table["measures"].items() if measured.endswith(noun)), None)
    if named is not None:
        return named, 1
    by_quarter = table["quarterly"].get(fact.indicator, 0) if figure.clue is not None else 0
    return (by_quarter, QUARTER) if by_quarter else (table["monthly"].get(fact.indicator, 0), 1)


def _reported(figure: Figure) -> bool:
    """Whether a figure has been told, or is what had been expected of one."""
    sets = words(figure.story.language)
    lead = figure.sentence.tokens[max(figure.clause[0], figure.first - LEAD) : figure.first]
    return figure.fact.status == "actual" or (figure.fact.status == "forecast" and not (sets.had | sets.passive).isdisjoint(lead))
