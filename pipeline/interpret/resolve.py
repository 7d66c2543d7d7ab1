"""Time expressions resolved against the story's date."""

from __future__ import annotations

import datetime as dt

from pipeline import lexicon
from pipeline.interpret import calendar
from pipeline.recognise.period import TimeExpression

Reference = tuple[int, int | None, int | None]
"""The story's date as far as it is known: year, month or None, day or None."""

UNITS = {"month": 1, "quarter": 3, "year": 12}


def reference(text: str | None) -> Reference | None:
    """The reference date of a published date that may stop at the year or the month."""
    if not text:
        return None
    parts = [int(part) for part in text[:10].split("-")]
    return parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None


def resolve(time: TimeExpression, at: Reference | None, language: str = "en") -> str | None:
    """The ISO period that `time` names, None where the story's date is needed and not known (or the words stay open)."""
    handler = HANDLERS.get(time.kind)
    return handler(time.parts, at, lexicon.entries("periods", language)) if handler else None


def _year_word(word: str | None, at: Reference | None) -> int | None:
    if word is None:
        return None
    digits = word[-4:]
    if digits.isdigit():
        return int(digits)
    if at is None:
        return None
    if "last" in word or "previous" in word or "ago" in word or "earlier" in word:
        return at[0] - 1
    return at[0] + 1 if "next" in word else at[0]


def _past_month(m: int, at: Reference | None) -> int | None:
    """The year of a month named without one: the latest that has begun by the story's date."""
    if at is None or at[1] is None:
        return None
    return at[0] if m <= at[1] else at[0] - 1


def _fiscal(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    if "split_year" in p:
        first, short = int(p["split_year"]), p["split_next"]
        if (first + 1) % 100 != int(short):
            return None
        return f"FY{first}/{short}"
    if "fiscal_next" in p:
        return f"FY{p['fiscal_year']}/{p['fiscal_next'][-2:]}"
    return f"FY{p['fiscal_year']}"


def _year_to(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    m = words["months"][p["to_month"].rstrip(".")]
    y = int(p["to_year"]) if "to_year" in p else _past_month(m, at)
    if y is None:
        return None
    count = p["to_count"]
    number = 12 if count in ("year", "12") else int(count) if count.isdigit() else words["counts"][count]
    return calendar.months(y, m, number)


def _week_to(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    m = words["months"][p["week_month"].rstrip(".")]
    y = int(p["week_year"]) if "week_year" in p else _past_month(m, at)
    last = calendar.day_of(y, m, int(p["week_day"])) if y else None
    return f"{last - dt.timedelta(6)}/{last}" if last else None


def _months(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    first, last = (words["months"][p[k].rstrip(".")] for k in ("from_month", "until_month"))
    y = _year_word(p.get("until_year"), at) if "until_year" in p else _past_month(last, at)
    if y is None:
        return None
    return calendar.months(y, last, (last - first) % 12 + 1)


def _span(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    count = p["span_count"]
    number = int(count) if count.isdigit() else words["counts"][count]
    unit = p["span_unit"].rstrip("s")
    of = _year_word(p.get("span_of"), at)
    if unit == "month" and of is not None and "last" in p["span_which"]:
        return calendar.months(of, 12, number)
    if at is None or at[1] is None or unit == "week":
        return None
    if p["span_which"] in ("the past", "past", "last", "the previous", "previous", "the preceding"):
        if unit == "year":
            return f"{at[0] - number}/{at[0] - 1}"
        return calendar.months(*_back(at[0], at[1], 1), number * UNITS[unit])
    return None


def _back(y: int, m: int, steps: int) -> tuple[int, int]:
    text = calendar.month(y, m - steps)
    return int(text[:4]), int(text[5:])


def _first(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    count = p["first_count"]
    number = int(count) if count.isdigit() else words["counts"][count]
    y = _year_word(p.get("first_of"), at) if "first_of" in p else (at[0] if at else None)
    return None if y is None or number > 12 else calendar.months(y, number, number)


def _quarter(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    q = int(p["q"]) if "q" in p else words["ordinals"][p["quarter"]]
    named = p.get("q_year") or p.get("quarter_year")
    if named:
        y = _year_word(named, at)
    elif at is None or at[1] is None:
        y = None
    else:
        y = at[0] if 3 * q - 2 <= at[1] else at[0] - 1
    return None if y is None else calendar.quarter(y, q)


def _half(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    h = 1 if p["half"] == "first" else 2
    y = _year_word(p.get("half_year"), at) if "half_year" in p else None
    if y is None and at is not None and at[1] is not None:
        y = at[0] if at[1] >= 6 * h - 5 else at[0] - 1
    return None if y is None else f"{calendar.month(y, 6 * h - 5)}/{calendar.month(y, 6 * h)}"


def _month_quarter(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    m = words["months"][p["mq_month"].rstrip(".")]
    y = int(p["mq_year"]) if "mq_year" in p else _past_month(m, at)
    return None if y is None else calendar.months(y, m, 3)


def _day(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    prefix = "day2" if "day2" in p else "day"
    m, d = words["months"][p[f"{prefix}_month"].rstrip(".")], int(p[prefix])
    y = int(p[f"{prefix}_year"]) if f"{prefix}_year" in p else None
    if y is None and at is not None:
        y = at[0]
        if at[1] is not None and m - at[1] > 6:
            y -= 1
        elif at[1] is not None and at[1] - m > 8:
            y += 1
    day = calendar.day_of(y, m, d) if y else None
    return day.isoformat() if day else None


def _month(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    m = words["months"][p["month"].rstrip(".")]
    if "month_year" in p:
        y = _year_word(p["month_year"], at)
    elif p.get("month_which") == "next" and at is not None and at[1] is not None:
        y = at[0] if m > at[1] else at[0] + 1
    else:
        y = _past_month(m, at)
    return None if y is None else calendar.month(y, m)


def _end(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    y = _year_word(p["end_year"], at)
    return None if y is None else f"{y}-12"


def _relative(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    if at is None:
        return None
    y, m, d = at
    today = calendar.day_of(y, m, d) if m and d else None
    if "weekday" in p:
        if today is None:
            return None
        return (today - dt.timedelta((today.isoweekday() - words["weekdays"][p["weekday"]]) % 7)).isoformat()
    if "day_word" in p:
        return None if today is None else (today + dt.timedelta({"today": 0, "yesterday": -1, "tomorrow": 1}[p["day_word"]])).isoformat()
    which, unit = p["which"].removeprefix("the "), p["unit"]
    step = {"last": -1, "previous": -1, "prior": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}.get(
        which
    )
    if step is None:
        return None
    if unit == "year":
        return calendar.year(y + step)
    if unit == "week" and today is not None:
        return calendar.week(today + dt.timedelta(7 * step))
    if m is None:
        return None
    if unit == "quarter":
        return calendar.quarter(y, (m - 1) // 3 + 1 + step)
    return calendar.month(y, m + step) if unit == "month" else None


def _year(p: dict[str, str], at: Reference | None, words: lexicon.Entries) -> str | None:
    return f"{p['year']}/{p['year_until']}" if "year_until" in p else p["year"]


HANDLERS = {
    "fiscal": _fiscal, "year_to": _year_to, "week_to": _week_to, "months": _months, "span": _span, "first": _first,
    "quarter": _quarter, "half": _half, "month_quarter": _month_quarter, "day": _day, "month": _month, "end": _end,
    "relative": _relative, "year": _year,
}  # fmt: skip
