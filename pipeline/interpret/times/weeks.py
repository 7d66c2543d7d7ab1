"""Weeks of a release: those that a central bank or an office reports for, and those before them."""

from __future__ import annotations

import datetime as dt

from pipeline.interpret.times import calendar, days, parts
from pipeline.interpret.times.bearings import Bearings

DAY = len("2000-01-01")

WEEK, MANY, MONTH = dt.timedelta(7), dt.timedelta(14), dt.timedelta(28)

FRIDAY = dt.timedelta(4)
"""From the Monday of a week of trade to its last day."""

FIRST_DAYS = (1, 8, 16, 24)
"""The days on which the banking weeks of a month begin: it has four of them, each up to the day before the next."""


def week_of(p: dict[str, str], by: Bearings) -> str | None:
    """ "the third week of March", "the last March week": a quarter of a month, as banks of issue report."""
    m = parts.month_number(p.get("month") or p["month2"], by)
    y = parts.past(m, by)
    last = calendar.bounds(calendar.month(y, m))[1] if y else None
    number: int = by.words["ordinals"].get(p["nth"], len(FIRST_DAYS))
    if last is None or number > len(FIRST_DAYS):
        return None
    ends = [day - 1 for day in FIRST_DAYS[1:]] + [last.day]
    return f"{last.replace(day=FIRST_DAYS[number - 1])}/{last.replace(day=ends[number - 1])}"


def week_to(p: dict[str, str], by: Bearings) -> str | None:
    """ "the week ended March 18", "the two-week period to Wednesday"."""
    if "month" in p:
        return days.week_to(p, by)
    day = days.weekday({key: p[key] for key in ("weekday", "which", "day_word") if key in p}, by)
    if day is None:
        return None
    last = dt.date.fromisoformat(day)
    return f"{last - (parts.number(p['count'], by) if 'count' in p else 1) * WEEK + dt.timedelta(1)}/{last}"


def weekly(period: str | None) -> bool:
    """Whether a period is told from one day to another: weeks, or some days."""
    return period is not None and len(period) == 2 * DAY + 1 and period[DAY] == "/"


def moving(count: int, head: str | None) -> str | None:
    """ "the four-week moving average": so many weeks up to the end of that of the release."""
    if head is None or not weekly(head):
        return None
    last = dt.date.fromisoformat(head[-DAY:])
    return f"{last - count * WEEK + dt.timedelta(1)}/{last}"


def before(period: str, banking: bool = False) -> str | None:
    """The weeks right before others of the same number; an average over many moves by one, and so does a day "a week earlier".

    `banking` says that the weeks of the story are those of banks of issue, four to a month, which are of uneven length.
    """
    first = dt.date.fromisoformat(period[:DAY])
    if len(period) == DAY:
        return str(first - WEEK)
    last = dt.date.fromisoformat(period[-DAY:])
    if last - first > MANY or (first.isoweekday(), last - first) == (1, FRIDAY):
        return f"{first - WEEK}/{last - WEEK}"
    if _of_banks(first, last) and (banking or last - first == WEEK):  # eight days are no other week
        ends = first - dt.timedelta(1)
        return f"{ends.replace(day=max(day for day in FIRST_DAYS if day <= ends.day))}/{ends}"
    return calendar.before(period)


def month_before(period: str, banking: bool = False) -> str:
    """The same week, or weeks, of the month before: that of the same number of a bank of issue, else so many days earlier."""
    first, last = dt.date.fromisoformat(period[:DAY]), dt.date.fromisoformat(period[-DAY:])
    if _of_banks(first, last) and (banking or last - first == WEEK):
        ends = first.replace(day=1) - dt.timedelta(1)
        number = FIRST_DAYS.index(first.day) + 1
        return f"{ends.replace(day=first.day)}/{ends.replace(day=FIRST_DAYS[number] - 1) if number < len(FIRST_DAYS) else ends}"
    return f"{first - MONTH}/{last - MONTH}"


def _of_banks(first: dt.date, last: dt.date) -> bool:
    """Whether days are a week of banks of issue: from one of its first days to the day before the next."""
    return (
        first.day in FIRST_DAYS
        and last < first + MANY
        and (last + dt.timedelta(1)).day == (*FIRST_DAYS, 1)[FIRST_DAYS.index(first.day) + 1]
    )
