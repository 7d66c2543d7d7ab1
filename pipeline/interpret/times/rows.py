"""A list of moves that has lost its lines: "2007 Dec 11 Cut 25 bps to 4.25 pct Oct 31 Cut 25 bps to 4.50 pct".

Each figure is of the day that heads its row; a row that names no year is of that of the row before it.
"""

from __future__ import annotations

import datetime as dt

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.times import calendar, parts
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.moment import Moment

FEWEST = 4
"""Rows that make a list."""

YEAR = len("2000")

OPENS = frozenset({":", "*"})
"""Right before the first row."""


Row = tuple[int, dt.date]
"""The first token of a row, and its day."""


def read(sentence: Sentence, figures: list[tuple[int, int]], moments: list[Moment], by: Bearings) -> list[Row]:
    """The rows of a sentence; none where it is no list, or the rows are not in order."""
    heads = [m for m in moments if m.time.kind == "day" and m.time.parts.keys() == {"month", "day"}]
    heads = [m for m in heads if _heads(m, sentence.tokens, figures)] if len(heads) >= FEWEST else []
    if len(heads) < FEWEST or by.at is None or not by.at[1] or not by.at[2]:
        return []
    found: list[Row] = []
    year = 0
    for head in heads:
        month, number = parts.month_number(head.time.parts["month"], by), parts.number(head.time.parts["day"], by)
        told = sentence.tokens[head.first - 1] if head.first else ""
        if len(told) == YEAR and told.isdigit():
            year = int(told)
        elif not year:
            year = by.at[0] - ((month, number) > (by.at[1], by.at[2]))
        named = calendar.day_of(year, month, number)
        if named is None:
            return []
        found.append((head.first, named))
    days = [day for _, day in found]
    return found if days in (sorted(days), sorted(days, reverse=True)) else []


def day(figure: Figure, rows: list[Row]) -> str | None:
    """The day of the row in which a figure stands, None where it stands in none."""
    return next((str(day) for first, day in reversed(rows) if first < figure.first), None)


def _heads(moment: Moment, tokens: list[str], figures: list[tuple[int, int]]) -> bool:
    """Whether a day opens a row: at the head of the sentence, behind the figure that ends the row before, or behind its year."""
    if not moment.first:
        return True
    before = tokens[moment.first - 1]
    return before in OPENS or (len(before) == YEAR and before.isdigit()) or any(b == moment.first - 1 for _, b in figures)
