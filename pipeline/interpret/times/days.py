"""Days and weeks resolved against the story's date."""

from __future__ import annotations

import datetime as dt

from pipeline.interpret.times import calendar, parts
from pipeline.interpret.times.bearings import Bearings

SATURDAY = 6

WEEK, MIDDLE = 7, 15
"""Days of a week, and of the first half of a month."""

QUARTER, LONG = 13, 53
"""Weeks of a quarter of a company's year; of a year that is a week longer than others."""

FIRST_WEEK = 7
"""Up to this day of a month weeks that end on it are told for the month before."""


def day(p: dict[str, str], by: Bearings) -> str | None:
    m, d = parts.month_number(p["month"], by), parts.number(p["day"], by)
    last = "year" not in p and (parts.step(p.get("which", ""), by) or 0) < 0
    y = int(p["year"]) if "year" in p else parts.year_of(p, by) or (parts.past(m, by) if last else parts.near(m, by))
    if last and y and by.at is not None and (y, m, d) >= (by.at[0], by.at[1] or 0, by.at[2] or 0):
        y -= 1  # "last June 28" of a story of June
    found = calendar.day_of(y, m, d) if y else None
    return found.isoformat() if found else None


def days(p: dict[str, str], by: Bearings) -> str | None:
    """ "between Dec 18 and Feb 20": the last day is the nearest of its name, the first the last one before it."""
    m = parts.month_number(p.get("month") or p["month2"], by)
    last = day({"month": p.get("month2") or p["month"], "day": p["day2"]} | ({"year": p["year2"]} if "year2" in p else {}), by)
    if last is None:
        return None
    y = int(p["year"]) if "year" in p else int(last[:4])
    first = calendar.day_of(y, m, parts.number(p["day"], by))
    if first and first.isoformat() > last and "year" not in p:
        first = calendar.day_of(y - 1, m, parts.number(p["day"], by))
    return f"{first}/{last}" if first and first.isoformat() < last else None


def half_month(p: dict[str, str], by: Bearings) -> str | None:
    """ "the first half of June": the days up to the middle of it, or those behind."""
    m, y = parts.month_number(p["month"], by), parts.year_of(p, by)
    y = parts.past(m, by) if y is None else y
    last = calendar.bounds(calendar.month(y, m))[1] if y else None
    if last is None:
        return None
    first = p["half"] in by.words["parts"]["first_half"]
    return f"{last.replace(day=1 if first else MIDDLE + 1)}/{last.replace(day=MIDDLE) if first else last}"


def days_to(p: dict[str, str], by: Bearings) -> str | None:
    """ "the six days to Friday", "the three business days through Monday": so many days up to one."""
    day_named = weekday({key: p[key] for key in ("weekday", "which", "day_word") if key in p}, by)
    if day_named is None:
        return None
    first = last = dt.date.fromisoformat(day_named)
    left = parts.number(p["count"], by) - 1
    while left > 0:
        first -= dt.timedelta(1)
        left -= "working" not in p or first.isoweekday() < SATURDAY
    return f"{first}/{last}" if first < last else str(last)


def edge_days(p: dict[str, str], by: Bearings) -> str | None:
    """ "the last ten days of February", "the first two weeks of March"."""
    count = parts.number(p["count"], by) * (WEEK if p["unit"] == "week" else 1)
    m = parts.month_number(p["month"], by) if "month" in p else by.at[1] if by.at else None
    if m is None:
        return None  # "of the month" is of that of the story
    y = int(p["year"]) if "year" in p else parts.past(m, by)
    last = calendar.bounds(calendar.month(y, m))[1] if y else None
    if last is None or not 0 < count <= last.day:
        return None
    first = 1 if p["edge"] == "first" else last.day - count + 1
    return f"{last.replace(day=first)}/{last.replace(day=first + count - 1)}"


def week_to(p: dict[str, str], by: Bearings) -> str | None:
    m = parts.month_number(p["month"], by)
    y = int(p["year"]) if "year" in p else parts.past(m, by)
    last = calendar.day_of(y, m, parts.number(p["day"], by)) if y else None
    weeks = parts.number(p["count"], by) if "count" in p else 1
    if last and weeks >= QUARTER and weeks % QUARTER <= weeks // LONG:
        end = last - dt.timedelta(FIRST_WEEK if last.day <= FIRST_WEEK else 0)  # "the 52 weeks to July 1": a year that ends with June
        return calendar.months(end.year, end.month, 3 * (weeks // QUARTER))
    length = parts.number(p["days"], by) if "days" in p else 7 * weeks
    return up_to(last, length) if last and length else None


def up_to(last: dt.date, length: int) -> str:
    """So many days that end with one."""
    return f"{last - dt.timedelta(length - 1)}/{last}"


def weekday(p: dict[str, str], by: Bearings) -> str | None:
    today = calendar.day_of(by.at[0], by.at[1], by.at[2]) if by.at and by.at[1] and by.at[2] else None
    if today is None:
        return None
    if p.get("hours") in by.words["hours"]["sessions"]:
        return calendar.before(today.isoformat())
    if "hours" in p:
        return (today + dt.timedelta(parts.step(p["which"], by) or 0)).isoformat()
    if "day_word" in p:
        return (today + dt.timedelta(by.words["days"][p["day_word"]])).isoformat()
    back = (today.isoweekday() - by.words["weekdays"][p["weekday"]]) % 7
    if (parts.step(p.get("which", ""), by) or 0) < 0 and not back:
        back = 7
    if back == 6 and "which" not in p:
        back = -1  # it is tomorrow where the story is told: nobody calls a day six days gone by its bare name
    return (today - dt.timedelta(back if parts.step(p.get("which", ""), by) != 1 else back - 7)).isoformat()
