"""How long ago: "a year ago", "ten years before", "two quarters earlier", from the time of the figure beside or of the release."""

from __future__ import annotations

import datetime as dt

from pipeline.interpret.times import calendar, nearest, parts, weeks
from pipeline.interpret.times.bearings import Bearings

YEARS = {"year": 1, "decade": 10}
"""Years of a unit."""

MONTHS = {"month": 1, "quarter": 3}
"""Months of a unit."""

FEW = 4
"""Weeks, over more of which an average moves by one."""


def before(p: dict[str, str], other: str | None, by: Bearings, compared: bool, banking: bool) -> str | None:
    """The period that lies so long before `other`; `compared` says that the figure is set beside another.

    Where there is no other, several years ago are reckoned from the day of the story.
    """
    count = parts.number(p.get("count", "1"), by)
    if p["unit"] == "day" and not other and by.at is not None and by.at[1] and by.at[2]:
        return calendar.before(dt.date(by.at[0], by.at[1], by.at[2]).isoformat())
    if p["unit"] in YEARS:
        years = YEARS[p["unit"]] * count
        if not other and years > 1 and by.at is not None:
            return calendar.year(by.at[0] - years)
        return calendar.earlier(other, years) if other else nearest.now(by, years) if compared else None
    nothing_weekly = not other or calendar.unit(other) not in ("day", "week")
    if p["unit"] == "week" and "count" in p and nothing_weekly and not compared and by.at is not None and by.at[1] and by.at[2]:
        return calendar.week(dt.date(by.at[0], by.at[1], by.at[2]) - dt.timedelta(7 * count))  # "Two weeks ago, the bank cut rates"
    if other and weeks.weekly(other) and p["unit"] == "month":
        return weeks.month_before(other, banking) if count == 1 else None
    if p["unit"] == "week" and other and calendar.unit(other) == "week" and not weeks.weekly(other):
        return calendar.before(other)
    if p["unit"] == "week" or weeks.weekly(other):
        return weeks.before(other, banking) if other and (weeks.weekly(other) or calendar.unit(other) == "day") else None
    if count > 1 and p["unit"] in MONTHS:
        return calendar.moved(other, -count * MONTHS[p["unit"]]) if other else None
    return calendar.before(other) if other else None


def as_many(p: dict[str, str], other: str, by: Bearings, banking: bool) -> str | None:
    """ "in the previous three months", "in the previous 52 weeks": as many right before `other`; before a year of weeks that of the year."""
    if p["which"] not in by.words["backward"]["words"]:
        return None
    count = parts.number(p["count"], by)
    if p["unit"] in MONTHS:
        return calendar.months_before(other, MONTHS[p["unit"]] * count)
    if p["unit"] != "week":
        return None
    if weeks.weekly(other):
        return calendar.before(other) if count > FEW else weeks.before(other, banking)
    return calendar.earlier(other, 1) if calendar.unit(other) == "year" else None
