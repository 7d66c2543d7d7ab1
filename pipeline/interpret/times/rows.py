"""A list of moves that has lost its lines: "2007 Dec 11 Cut 25 bps to 4.25 pct Oct 31 Cut 25 bps to 4.50 pct".

Each figure is of the day that heads its row; a row that names no year is of that of the row before it.
"""

from __future__ import annotations

import datetime as dt

from pipeline.interpret.figure import Figure
from pipeline.interpret.times import calendar, parts
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.moment import Moment

FEWEST = 4
"""Rows that make a list."""

YEAR = len("2000")

OPENS = frozenset({":", "*"})
"""Right before the first row."""


def day(figure: Figure, moments: list[Moment], by: Bearings) -> str | None:
    """The day of the row in which a figure stands, None where it stands in no list, or the rows are not in order."""
    heads = [m for m in moments if m.time.kind == "day" and m.time.parts.keys() == {"month", "day"}]
    heads = [m for m in heads if _heads(m, figure)] if len(heads) >= FEWEST else []
    if len(heads) < FEWEST or heads[0].first > figure.first or by.at is None or not by.at[1] or not by.at[2]:
        return None
    found: list[dt.date] = []
    year = 0
    for head in heads:
        month, number = parts.month_number(head.time.parts["month"], by), parts.number(head.time.parts["day"], by)
        told = figure.sentence.tokens[head.first - 1] if head.first else ""
        if len(told) == YEAR and told.isdigit():
            year = int(told)
        elif not year:
            year = by.at[0] - ((month, number) > (by.at[1], by.at[2]))
        named = calendar.day_of(year, month, number)
        if named is None:
            return None
        found.append(named)
    if found != sorted(found) and found != sorted(found, reverse=True):
        return None
    return str(next(day for day, head in zip(reversed(found), reversed(heads), strict=True) if head.first < figure.first))


def _heads(moment: Moment, figure: Figure) -> bool:
    """Whether a day opens a row: at the head of the sentence, behind the figure that ends the row before, or behind its year."""
    if not moment.first:
        return True
    before = figure.sentence.tokens[moment.first - 1]
    return before in OPENS or (len(before) == YEAR and before.isdigit()) or any(b == moment.first - 1 for _, b in figure.spans)
