"""Weeks of a release: those that a central bank or an office reports for, and those before them."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

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
    number: int = by.words["ordinals"].get(p["nth"], len(FIRST_DAYS))
    return _of_banks(y, m, number) if y and number <= len(FIRST_DAYS) else None


def week_to(p: dict[str, str], by: Bearings) -> str | None:
    """ "the week ended March 18", "the two-week period to Wednesday"."""
    if "month" in p:
        return days.week_to(p, by)
    day = days.weekday({key: p[key] for key in ("weekday", "which", "day_word") if key in p}, by)
    if day is None:
        return None
    return days.up_to(dt.date.fromisoformat(day), WEEK.days * (parts.number(p["count"], by) if "count" in p else 1))


def week_with(p: dict[str, str], by: Bearings) -> str | None:
    """ "the week of Aug. 11", "the week beginning May 4": the week of the calendar that holds the day."""
    m, d = parts.month_number(p.get("month") or p["month2"], by), parts.number(p.get("day") or p["day2"], by)
    y = int(p["year"]) if "year" in p else parts.past(m, by)
    day = calendar.day_of(y, m, d) if y else None
    return calendar.week(day) if day else None


def weekly(period: str | None) -> bool:
    """Whether a period is told from one day to another: weeks, or some days."""
    return period is not None and len(period) == 2 * DAY + 1 and period[DAY] == "/"


def moving(count: int, head: str | None) -> str | None:
    """ "the four-week moving average": so many weeks up to the end of that of the release."""
    if head is None or not weekly(head):
        return None
    return days.up_to(dt.date.fromisoformat(head[-DAY:]), WEEK.days * count)


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
    if _number(first, last) and (banking or last - first == WEEK):  # eight days are no other week
        ends = first - dt.timedelta(1)
        return _of_banks(ends.year, ends.month, sum(day <= ends.day for day in FIRST_DAYS))
    return calendar.before(period)


def month_before(period: str, banking: bool = False) -> str:
    """The same week, or weeks, of the month before: that of the same number of a bank of issue, else so many days earlier."""
    first, last = dt.date.fromisoformat(period[:DAY]), dt.date.fromisoformat(period[-DAY:])
    if (number := _number(first, last)) and (banking or last - first == WEEK):
        ends = first.replace(day=1) - dt.timedelta(1)
        return _of_banks(ends.year, ends.month, number)
    return f"{first - MONTH}/{last - MONTH}"


def _of_banks(y: int, m: int, number: int) -> str:
    """The week of banks of issue that has a number in a month: up to the day before the next, the last one up to the month's end."""
    ends = [day - 1 for day in FIRST_DAYS[1:]] + [monthrange(y, m)[1]]
    return f"{dt.date(y, m, FIRST_DAYS[number - 1])}/{dt.date(y, m, ends[number - 1])}"


def _number(first: dt.date, last: dt.date) -> int:
    """Which week of banks of issue two days bound; 0 where none."""
    number = FIRST_DAYS.index(first.day) + 1 if first.day in FIRST_DAYS else 0
    return number if number and f"{first}/{last}" == _of_banks(first.year, first.month, number) else 0
