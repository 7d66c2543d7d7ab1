"""ISO 8601 periods: parsing, bounds, and the arithmetic of months, quarters and years."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache

Day = dt.date

SPRING = 4
"""The month with which most fiscal years begin that bear the names of two calendar years."""

UNITS = {"month": 1, "quarter": 3}
DAYS = {"day": dt.timedelta(1), "week": dt.timedelta(7)}


def year(y: int) -> str:
    return f"{y:04d}"


def quarter(y: int, q: int) -> str:
    """Quarter `q` of `y`; `q` may run past its year in either direction."""
    y, q = y + (q - 1) // 4, (q - 1) % 4 + 1
    return f"{y:04d}-Q{q}"


def month(y: int, m: int) -> str:
    """Month `m` of `y`; `m` may run past its year in either direction."""
    y, m = y + (m - 1) // 12, (m - 1) % 12 + 1
    return f"{y:04d}-{m:02d}"


def months(y: int, m: int, count: int) -> str:
    """The `count` months that end with month `m` of `y`, as a month, quarter, year or interval."""
    last = month(y, m)
    if count == 1:
        return last
    if count == 12 and m == 12:
        return year(y)
    if count == 3 and m % 3 == 0:
        return quarter(y, m // 3)
    return f"{month(y, m - count + 1)}/{last}"


def later(y: int, m: int, count: int) -> tuple[int, int]:
    """Year and month `count` months behind month `m` of `y`, before it where `count` is negative."""
    return y + (m - 1 + count) // 12, (m - 1 + count) % 12 + 1


def week(day: Day) -> str:
    y, w, _ = day.isocalendar()
    return f"{y:04d}-W{w:02d}"


def day_of(y: int, m: int, d: int) -> Day | None:
    try:
        return dt.date(y, m, d)
    except ValueError:
        return None


@cache
def bounds(period: str | None) -> tuple[Day | None, Day | None]:
    """First and last day of a period; None for an open end and for a fiscal year whose span is not told."""
    if not period or period.startswith("FY"):
        return None, None
    if "/" in period:
        first, last = period.split("/", 1)
        return (None if first == ".." else bounds(first)[0], None if last == ".." else bounds(last)[1])
    if re.fullmatch(r"\d{4}", period):
        return dt.date(int(period), 1, 1), dt.date(int(period), 12, 31)
    if m := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        return _months(int(m[1]), 3 * int(m[2]) - 2, 3 * int(m[2]))
    if m := re.fullmatch(r"(\d{4})-H([12])", period):
        return _months(int(m[1]), 6 * int(m[2]) - 5, 6 * int(m[2]))
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", period):
        return dt.date.fromisocalendar(int(m[1]), int(m[2]), 1), dt.date.fromisocalendar(int(m[1]), int(m[2]), 7)
    if m := re.fullmatch(r"(\d{4})-(\d\d)", period):
        return _months(int(m[1]), int(m[2]), int(m[2]))
    day = dt.date.fromisoformat(period)
    return day, day


def fiscal(period: str | None) -> bool:
    """Whether a period is a fiscal year whose span is not told."""
    return bool(period) and str(period).startswith("FY")


def start(period: str | None) -> Day | None:
    """The first day of a period, of a fiscal year of two calendar years about the day on which it begins."""
    if period and fiscal(period) and "/" in period:
        return dt.date(int(period[2:6]), SPRING, 1)
    return bounds(period)[0]


def end(period: str | None) -> Day | None:
    """The last day of a period, of a fiscal year of two calendar years about the day on which the next one begins."""
    if period and fiscal(period) and "/" in period:
        return dt.date(int(period[2:6]) + 1, SPRING, 1)
    return bounds(period)[1]


def _months(y: int, first: int, last: int) -> tuple[Day, Day]:
    return dt.date(y, first, 1), dt.date(y, last, calendar.monthrange(y, last)[1])


def quarter_over(y: int, m: int) -> str:
    """The last quarter that is over in a month of a year."""
    return quarter(y, (m - 1) // 3)


def quarter_ended(period: str | None) -> str | None:
    """The quarter that ends with a month, None where it is not its last one, or no month."""
    last = bounds(period)[1]
    return quarter(last.year, last.month // 3) if last and length(period) == 1 and not last.month % 3 else None


def after(day: dt.date | None, at: tuple[int, int | None, int | None] | None) -> bool:
    """Whether a day lies in a month, or a year, after that of the day `at`, as far as it is told."""
    return day is not None and at is not None and (day.year, day.month) > (at[0], at[1] or 12)


def over(period: str | None, at: tuple[int, int | None, int | None] | None) -> bool:
    """Whether a period has ended before the day `at`, as far as it is told; one that nobody can tell has."""
    last = bounds(period)[1]
    return last is None or at is None or (last.year, last.month, last.day) < (at[0], at[1] or 1, at[2] or 1)


def earlier(period: str, years: int) -> str | None:
    """The same period `years` years before; None where it has no plain counterpart."""
    if period.startswith("FY"):
        first = int(period[2:6]) - years
        return f"FY{first}/{(first + 1) % 100:02d}" if "/" in period else f"FY{first}"
    if ".." in period:
        return None
    if "/" in period:
        parts = [earlier(part, years) for part in period.split("/", 1)]
        return None if None in parts else "/".join(p for p in parts if p)
    moved = f"{int(period[:4]) - years:04d}{period[4:]}"
    try:
        bounds(moved)
    except ValueError:
        return None
    return moved


def before(period: str) -> str | None:
    """The period of the same length right before a month, a quarter, a year, a day or a week of days; None for others."""
    if m := re.fullmatch(r"(\d{4})-(\d\d)", period):
        return month(int(m[1]), int(m[2]) - 1)
    if m := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        return quarter(int(m[1]), int(m[2]) - 1)
    if re.fullmatch(r"\d{4}-W\d\d", period):
        return week(dt.date.fromisocalendar(int(period[:4]), int(period[-2:]), 1) - dt.timedelta(7))
    if re.fullmatch(r"\d{4}", period) or period.startswith("FY"):
        return earlier(period, 1)
    if len(period) == 10 and "/" not in period and "W" not in period:
        day = dt.date.fromisoformat(period)
        return (day - dt.timedelta({0: 3, 6: 2}.get(day.weekday(), 1))).isoformat()  # the last working day
    if "/" in period and ".." not in period and not period.startswith("FY"):
        first, last = period.split("/", 1)
        if len(first) == len(last) == 10:
            days = dt.timedelta((dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days + 1)
            return f"{dt.date.fromisoformat(first) - days}/{dt.date.fromisoformat(last) - days}"
        if length(period) == 12:
            return earlier(period, 1)
    return None


def moved(period: str, count: int) -> str | None:
    """The period of the same length so many months behind a month or some months; before it where `count` is negative."""
    last, months_of = bounds(period)[1], length(period)
    return months(*later(last.year, last.month, count), months_of) if last and months_of else None


def on(period: str, unit: str, count: int) -> str | None:
    """The period that is `count` days, weeks, months, quarters or years behind another."""
    if unit == "year":
        return earlier(period, -count)
    if unit in UNITS:
        return moved(period, count * UNITS[unit])
    first, last = bounds(period)
    return (first + count * DAYS[unit]).isoformat() if first and first == last else None


@cache
def months_before(period: str, count: int) -> str | None:
    """The `count` months right before a period."""
    first = bounds(period)[0]
    return months(*later(first.year, first.month, -1), count) if first else None


@cache
def length(period: str | None) -> int:
    """How many months a period has; 0 for days, weeks and open intervals."""
    if fiscal(period):
        return 12
    first, last = bounds(period)
    if first is None or last is None or first.day != 1 or last.month == (last + dt.timedelta(1)).month:
        return 0
    return 12 * (last.year - first.year) + last.month - first.month + 1


def unit(period: str) -> str:
    """What a period is one of: a day, week, month, quarter, half or year; "" where it is none."""
    months = length(period)
    if months:
        return {1: "month", 3: "quarter", 12: "year", 6: "half"}.get(months, "")
    first, last = bounds(period)
    return "week" if first and last and dt.timedelta(6) <= last - first <= dt.timedelta(7) else "day" if first and first == last else ""
