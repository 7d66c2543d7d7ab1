"""Time expressions resolved against the story's date."""

from __future__ import annotations

import datetime as dt

from pipeline.interpret.times import calendar, days, feasts, fiscal, parts, weeks
from pipeline.interpret.times.bearings import Bearings
from pipeline.recognise.period import TimeExpression

LAG = 6
"""Months within which anybody speaks of a quarter without its year; a company reports it sooner."""

DECADE = 10

MIDDLE = 15
"""Before this day of a month a span that ends on it has begun in the same part of its first month."""

QUARTERS = 4
"""Of a year."""

UNITS = {"month": 1, "quarter": 3, "year": 12}


def resolve(time: TimeExpression, by: Bearings) -> str | None:
    """The ISO period that `time` names, None where the story's date is needed and not known (or the words stay open)."""
    handler = HANDLERS.get(time.kind)
    return handler(time.parts, by) if handler else None


def _fiscal(p: dict[str, str], by: Bearings) -> str | None:
    first = int(p["year"])
    following = p.get("next", "").strip(" /–-")
    if following and str(first + 1)[-len(following) :] != following:
        last = int(f"{first // 100}{following}") if len(following) == len("90") else 0
        return f"{first}/{last}" if last > first else None  # "the 1986-90 period"
    if by.begun is not None and by.closes in (None, by.begun) and not following:
        return calendar.months(first + 1, by.begun, 12)
    last = first + 1 if following else first
    closes = by.closes or (by.quarters if (by.quarters or 0) > fiscal.SPRING else None)
    if closes is not None:
        return calendar.months(last, closes, 12)
    if not following and by.state and "fiscal" in p:
        first, following = first - 1, p["year"]  # "FY24", where it ends in spring or summer
    return f"FY{first}/{(first + 1) % 100:02d}" if following else f"FY{first}"


def _fiscal_part(p: dict[str, str], count: int, number: int, by: Bearings) -> str | None:
    """ "Q3 FY24": part `number` of `count` months of a fiscal year named by the one it ends in."""
    y, closes = int(p["fiscal_year"]), by.closes or by.quarters or by.state or UNITS["year"]
    return calendar.months(*calendar.later(y, closes, count * number - UNITS["year"]), count)


def _season(p: dict[str, str], by: Bearings) -> str | None:
    """ "last summer", "the winter", "spring 2022": its months; the last one that is over, else the last that has begun."""
    first, months = (by.words[table][p["season"]] for table in ("seasons", "season_months"))
    y = parts.year_of(p, by)
    if y is None:
        step = parts.step(p.get("which", ""), by)
        if by.at is None or by.at[1] is None:
            return None
        begun = by.at[0] - (first > by.at[1])
        runs = 12 * (by.at[0] - begun) + by.at[1] - first < months
        y = begun - (step == -1 and runs) + (step == 1 or (step == 0 and not runs and first > by.at[1]))
    elif first + months > UNITS["year"] + 1:
        y -= 1  # "the winter of 2023" is mostly of that year
    return calendar.months(*calendar.later(y, first, months - 1), months)


def _crop_year(p: dict[str, str], by: Bearings) -> str | None:
    """ "this season", "last crop year", "a season earlier", in a story that names such years by their two ("1986/87")."""
    step = parts.step(p["which"], by) if "which" in p else -1
    if by.season is None or step is None:
        return None
    first = by.season + step
    return f"FY{first}/{(first + 1) % 100:02d}"


def _turn(p: dict[str, str], by: Bearings) -> str | None:
    """ "at the turn of the year": the last month of the year before."""
    return calendar.month(by.at[0] - 1, UNITS["year"]) if by.at else None


def _new_year(p: dict[str, str], by: Bearings) -> str | None:
    """ "in the new year": the next one, from the middle of a year on; before, the one that has just begun."""
    return calendar.year(by.at[0] + (by.at[1] > UNITS["year"] // 2)) if by.at and by.at[1] else None


def _to(p: dict[str, str], by: Bearings) -> str | None:
    m = parts.month_number(p["month"], by)
    unit = p.get("unit") or ("half" if "count" not in p else "month")
    count = parts.number(p["count"], by) if "count" in p else {"half": 6, "period": by.titled or 0, **UNITS}[unit]
    if not count:
        return None
    count *= UNITS["quarter"] if "quarters" in p else 1  # "the five quarters ended June 30"
    if "starting" in p:
        y = int(p["year"]) if "year" in p else parts.near(m, by)
        return None if y is None else calendar.months(*calendar.later(y, m, count - 1), count)
    y = int(p["year"]) if "year" in p else parts.past(m, by)
    if y is None or count > 24:
        return None
    if "following" in p and "year" not in p:
        y += 1  # "the year to next March"
    day = parts.number(p.get("day") or p.get("day2") or "31", by)
    if day <= fiscal.FIRST_WEEK and (unit != "month" or "count" in p):
        y, m = calendar.later(y, m, -1)
    elif (count > 1 or "count" in p) and day < MIDDLE:
        count += 1  # weeks rather than months: it began inside the month before them
    return calendar.months(y, m, count)


def _months(p: dict[str, str], by: Bearings) -> str | None:
    first, last = parts.month_number(p["from"], by), parts.month_number(p["until"], by)
    y = parts.year_of(p, by)
    if p.get("of", "").startswith("year") and (ago := parts.past(last, by)) is not None:
        y = ago - 1  # "in the October-December quarter a year ago"
    if "both" in p and last == first - 1 and not p.keys() & {"from_year", "from_of"}:
        first, last = last, first  # "February and January"
    y = parts.past(first if 0 <= last - first < UNITS["quarter"] else last, by) if y is None else y  # in April "April-June" has begun
    began = p.get("from_year") or str(parts.year_of({"of": p["from_of"]}, by) or "") if p.keys() & {"from_year", "from_of"} else ""
    years = y - int(began) if y is not None and began else 0  # "between February 1985 and December 1986"
    return None if y is None else calendar.months(y, last, 12 * years + last - first + 1 if years > 0 else (last - first) % 12 + 1)


def _span(p: dict[str, str], by: Bearings) -> str | None:
    """ "the past two months", "the last three months of 2004", "the next five years": up to, or from, the day of the story."""
    number, unit, of = parts.number(p["count"], by), p["unit"], parts.year_of(p, by)
    step = parts.step(p["which"], by)
    if unit == "month" and of is not None and step in (-1, None):
        return calendar.months(of, 12, number)
    if by.at is not None and by.at[1] is None and unit == "year" and step == -1:
        return f"{by.at[0] - number}/{by.at[0] - 1}"
    if by.at is None or by.at[1] is None or step not in (-1, 1):
        return None
    y, m, d = by.at[0], by.at[1], by.at[2]
    if unit == "decade":
        return f"{min(y, y + step * number * DECADE)}/{max(y, y + step * number * DECADE)}"
    if unit == "quarter":
        last = calendar.later(y, m - (m - 1) % 3, -1)
        return _between(calendar.later(*last, 1 - 3 * number), last)
    if unit == "year" or d is None:
        other = calendar.later(y, m, step * number * UNITS.get(unit, 0))
        return _between(min(other, (y, m)), max(other, (y, m))) if unit in UNITS else None
    today = dt.date(y, m, d)
    if unit == "month":
        back = calendar.later(y, m, step * number)
        day = calendar.day_of(*back, d) or calendar.day_of(*back, 28)
    else:
        day = today + dt.timedelta(step * number * (7 if unit == "week" else 1))
    return "/".join(sorted((str(day), str(today)))) if day else None


def _between(first: tuple[int, int], last: tuple[int, int]) -> str:
    return f"{calendar.month(*first)}/{calendar.month(*last)}"


def _so_far(count: int, by: Bearings) -> str | None:
    """ "its nine-month profit": what a company reports soon after so many months of the calendar; later they are those of its own year."""
    if by.at is None or by.at[1] is None or by.closes not in (None, UNITS["year"]) or not 0 < by.at[1] - count <= UNITS["quarter"]:
        return None
    return calendar.months(by.at[0], count, count)


def _first(p: dict[str, str], by: Bearings) -> str | None:
    if "so_far" in p:
        return _so_far(parts.number(p["so_far"], by), by)
    number = parts.number(p.get("count", "1"), by) * UNITS.get(p["unit"], 0)
    by = by if by.state or by.parts is None else by._replace(state=by.parts)
    if "fiscal_year" not in p and (ends := fiscal.named(p, by)) is not None:
        p = p | {"fiscal_year": str(ends)}
    if "fiscal_year" in p and 0 < number <= 12:
        closes = by.closes or by.quarters or by.state or UNITS["year"]
        return calendar.months(*calendar.later(int(p["fiscal_year"]), closes, number - UNITS["year"]), number)
    y = int(p["year"]) if "year" in p else parts.year_of(p, by)
    if y is None or ("of_the" in p and by.at):
        y = by.year or (parts.past(number, by) if number <= 12 else None)
    return None if y is None or not 0 < number <= 12 else calendar.months(y, number, number)


def _quarter(p: dict[str, str], by: Bearings) -> str | None:
    said = p.get("quarter", "4")  # "the closing quarter of 2004"
    numbers = by.words["ordinals"] | by.words["quarters"] | by.words["first_quarters"]
    q = int(said) if said.isdigit() else numbers[said]
    if "fiscal_year" not in p and (ends := fiscal.named(p, by)) is not None:
        p = p | {"fiscal_year": str(ends)}
    if "fiscal_year" in p and (by.quarters is None or by.state):
        return _fiscal_part(p, UNITS["quarter"], q, by)
    if p.get("of", "").startswith("year"):  # "in the fourth quarter a year ago": a year before the last one
        last = _quarter({key: value for key, value in p.items() if key != "of"}, by)
        return calendar.earlier(last, 1) if last else None
    y = int(p["fiscal_year"]) if "fiscal_year" in p else int(p["year"]) if "year" in p else parts.year_of(p, by)
    if (own := fiscal.quarter(q, y, by)) is not None:
        return own
    if y is None:
        y = parts.past(3 * q - 2, by)
        if (
            y is not None
            and by.at is not None
            and by.at[1] is not None
            and 12 * (by.at[0] - y) + by.at[1] - 3 * q > (fiscal.LAG if by.company else LAG)
        ):
            y += 1  # a company's next quarter: nobody speaks of one so long over without its year
    return None if y is None else calendar.quarter(y, q)


def _quarters(p: dict[str, str], by: Bearings) -> str | None:
    """ "the first and second quarters of 2008": the months of both; None where the second is not the one behind the first."""
    one, other = (by.words["ordinals"][p[name]] for name in ("quarter", "until"))
    last = calendar.bounds(_quarter(p | {"quarter": p["until"]}, by))[1]
    return calendar.months(last.year, last.month, 2 * UNITS["quarter"]) if last and other == one % QUARTERS + 1 else None


def _half(p: dict[str, str], by: Bearings) -> str | None:
    h = 1 if p["half"] in ("1", *by.words["parts"]["first_half"]) else 2
    if "fiscal_year" not in p and (ends := fiscal.named(p, by)) is not None:
        p = p | {"fiscal_year": str(ends)}
    if "fiscal_year" in p:
        return _fiscal_part(p, UNITS["year"] // 2, h, by)
    y = int(p["year"]) if "year" in p else parts.year_of(p, by)
    y = parts.past(6 * h - 5, by) if y is None else y
    return None if y is None else f"{calendar.month(y, 6 * h - 5)}/{calendar.month(y, 6 * h)}"


def _month_quarter(p: dict[str, str], by: Bearings) -> str | None:
    m = parts.month_number(p["month"], by)
    named = p.get("year") or p.get("year_after") or parts.year_of(p, by)
    y = int(named) if named else parts.past(m, by)
    return None if y is None else calendar.months(y, m, 3)


def _month(p: dict[str, str], by: Bearings) -> str | None:
    m = parts.month_number(p["month"], by)
    y = parts.year_of(p, by)
    if y is None and parts.step(p.get("which", ""), by) == 1 and by.at is not None and by.at[1] is not None:
        y = by.at[0] if m > by.at[1] else by.at[0] + 1
    if y is None and parts.step(p.get("which", ""), by) == -1 and by.at is not None and m == by.at[1]:
        y = by.at[0] - 1  # "last July" of a story of July
    y = parts.past(m, by) if y is None else y
    return None if y is None else calendar.month(y, m)


def _end(p: dict[str, str], by: Bearings) -> str | None:
    """A stock at the end of a year is dated by the year, as one at the end of a month is by the month."""
    y = parts.year_of(p, by) if p.keys() & {"of", "of_the"} else parts.past(12, by)
    return None if y is None else calendar.year(y)


def _relative(p: dict[str, str], by: Bearings) -> str | None:
    step, unit, at = parts.step(p["which"], by), p["unit"], by.at
    if at is None or step is None:
        return None
    y, m, d = at
    if unit == "year":
        if by.closes is not None and m is not None and (step >= 0 or "fiscal" in p):
            return fiscal.year_of(y, m, step, by.closes)
        if by.quarters is not None and m is not None and "fiscal" in p:
            return fiscal.year_of(y, m, step, by.quarters)
        if by.state is not None and m is not None and "fiscal" in p:
            ends = y + step + (m > by.state)
            return f"FY{ends - 1}/{ends % 100:02d}"
        until = parts.step(p.get("until", ""), by)
        return calendar.year(y + step) if until is None else f"{calendar.year(y + step)}/{calendar.year(y + until)}"
    if unit == "decade":
        return None if not step else f"{min(y, y + DECADE * step)}/{max(y, y + DECADE * step)}"
    if m is None:
        return None
    if unit == "week" and d:
        day = calendar.day_of(y, m, d)
        if p["which"] in by.words["rolling"]["words"]:
            return f"{day - dt.timedelta(7)}/{day}" if day else None
        return calendar.week(day + dt.timedelta(7 * step)) if day else None
    if unit == "quarter":
        return fiscal.now(step, by) or calendar.quarter(y, (m - 1) // 3 + 1 + step)
    return calendar.month(y, m + step) if unit == "month" else None


def _decade(p: dict[str, str], by: Bearings) -> str | None:
    return f"{p['decade']}/{int(p['decade']) + DECADE - 1}"


def _year(p: dict[str, str], by: Bearings) -> str | None:
    return "/".join(sorted((p["year"], p["until"]))) if "until" in p else p["year"]  # "in 1985 and 1984"


HANDLERS = {
    "fiscal": _fiscal, "to": _to, "week_to": weeks.week_to, "week_of": weeks.week_of, "months": _months, "span": _span, "first": _first,
    "quarter": _quarter, "quarters": _quarters, "half": _half, "half_month": days.half_month, "week_with": weeks.week_with, "decade": _decade, "month_quarter": _month_quarter, "day": days.day, "days": days.days, "edge_days": days.edge_days, "days_to": days.days_to, "month": _month, "end": _end,
    "season": _season, "crop_year": _crop_year, "turn": _turn, "feast": feasts.feast, "new_year": _new_year, "relative": _relative, "weekday": days.weekday, "year": _year,
}  # fmt: skip
"""The kinds that stand on their own; all others look to another period of the story (Release.resolve)."""
