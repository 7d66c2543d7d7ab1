"""Numbers, periods and series in words for people."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any

from pipeline import lexicon

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}
STEPS = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))
BASES = {
    "yoy": "on a year earlier",
    "mom": "on the month before",
    "qoq": "on the quarter before",
    "ytd": "since the start of the year",
    "annualised": "annualised",
}
UNITS = {"percent": "percent", "percentage_point": "percentage points", "basis_point": "basis points"}
INITIALS = {"gdp": "GDP", "eps": "earnings per share"}


def place(code: str | None) -> str:
    """The name of a place by its ISO code; an organisation's name as it is."""
    entry = lexicon.entries("places", "en").get(code or "")
    return entry["names"][0] if entry else (code or "")


def number(value: float, digits: int = 3) -> str:
    """A number with `digits` significant digits and no exponent: 4.62, 10.2, 1,070."""
    if value == 0 or not math.isfinite(value):
        return "0" if value == 0 else "–"
    places = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals(values: list[float]) -> int:
    """The decimal places, three at most, that a list of rates is printed with, so that 10.0 stands beside 9.7."""
    return next((places for places in range(3) if all(abs(round(v, places) - v) < 1e-9 for v in values)), 3)


def amount(value: float, unit: str, per: str | None = None, places: int | None = None, digits: int = 3) -> str:
    """A value in its unit: "3.4 %", "$1.2 bn", "10.5 bn SEK", "$18.2 a barrel".

    Rates have `places` decimals where given; amounts `digits` significant digits.
    """
    sign = "−" if value < 0 else ""
    size = abs(value)
    if unit == "percent":
        text = f"{_rate(size, places, digits)} %"
    elif unit == "percentage_point":
        text = f"{_rate(size, places, digits)} points"
    elif unit == "basis_point":
        text = f"{number(size)} basis points"
    else:
        step, name = next(((s, n) for s, n in STEPS if size >= s and not (s == 1e3 and size < 1e4)), (1.0, ""))
        scaled = number(size / step, digits if step > 1 else digits + 1) + (f" {name}" if name else "")
        text = f"{SIGNS[unit]}{scaled}" if unit in SIGNS else f"{scaled} {unit}"
    return sign + text + (f" a {per}" if per and not per.isupper() else "")


def _rate(size: float, places: int | None, digits: int) -> str:
    return number(size, digits) if places is None else f"{size:,.{places}f}"


def period(text: str) -> str:
    """A period: "2014", "Q2 2010", "March 2015", "5 June 2014", "January–June 2012"."""
    if m := re.fullmatch(r"(\d{4})-Q(\d)", text):
        return f"Q{m[2]} {m[1]}"
    if m := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return f"{MONTHS[int(m[2]) - 1]} {m[1]}"
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return f"{int(m[3])} {MONTHS[int(m[2]) - 1]} {m[1]}"
    if m := re.fullmatch(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)", text):
        first, last = MONTHS[int(m[2]) - 1], MONTHS[int(m[4]) - 1]
        return f"{first}–{last} {m[3]}" if m[1] == m[3] else f"{first} {m[1]}–{last} {m[3]}"
    return text.replace("/", "–")


def voices(publisher: str | None, publishers: int, said: dt.datetime, precision: str) -> str:
    """Who said a value, and when first: "Sample Wire and 1 more, 5 March 2009"."""
    more = f" and {publishers - 1} more" if publishers > 1 else ""
    return f"{publisher or 'not named'}{more}, {day(said, precision)}"


def day(moment: dt.datetime, precision: str = "day") -> str:
    """A day of publication as far as it is known."""
    if precision == "none":
        return "date unknown"
    if precision == "year":
        return f"{moment.year}"
    if precision == "month":
        return f"{MONTHS[moment.month - 1]} {moment.year}"
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def subject(series: dict[str, Any]) -> str:
    """What a series measures: "consumer prices, core"; "exports to Russia"."""
    name = INITIALS.get(series["indicator"], str(series["indicator"]).replace("_", " "))
    if series["partner"]:
        name += f" {'with' if series['indicator'] in ('trade_turnover', 'trade_balance') else 'to' if series['indicator'] == 'exports' else 'from'} {place(series['partner'])}"
    return f"{name} ({series['variant']})" if series["variant"] else name


def owner(series: dict[str, Any]) -> str:
    """Whose measure it is, as a possessive; empty where nobody is named."""
    known = series["entity_id"] in lexicon.entries("places", "en")
    name = place(series["entity_id"] if known else series["entity"])
    return "" if not name else f"{name}’" if name.endswith("s") else f"{name}’s"


def subtitle(series: dict[str, Any]) -> str:
    """Measure, unit and basis."""
    unit = UNITS.get(series["unit"], series["unit"])
    parts = [{"growth": "Growth", "change": "Change", "share": "Share", "level": "Level"}[series["statistic"]]]
    if series["basis"]:
        parts.append(BASES[series["basis"]])
    parts.append(unit + (f" a {series['per']}" if series["per"] else ""))
    if series["adjustment"]:
        parts.append(str(series["adjustment"]).replace("_", " "))
    return ", ".join(parts)


def finding(series: dict[str, Any], points: list[tuple[str, float]]) -> str:
    """One sentence the rows bear out: where the series stands at its last period, and since when that is its high or low."""
    who = owner(series)
    what = subject(series)
    name = f"{who} {what}" if who else what[:1].upper() + what[1:]
    last, value = points[-1]
    places = decimals([v for _, v in points])
    said = amount(abs(value) if series["statistic"] in ("growth", "change") else value, series["unit"], series["per"], places)
    when = f"{'on' if len(last) == 10 else 'in'} {period(last)}"
    if series["statistic"] in ("growth", "change"):
        verb = "rose" if value > 0 else "fell" if value < 0 else "was flat, at"
        sentence = f"{name} {verb} {said} {when}"
    elif len(points) > 1 and value != points[-2][1]:
        sentence = f"{name} {'rose' if value > points[-2][1] else 'fell'} to {said} {when}"
    else:
        sentence = f"{name} was {said} {when}{', as before' if len(points) > 1 else ''}"
    earlier = [v for _, v in points[:-1]]
    if len(earlier) >= 3 and value > max(earlier):
        return f"{sentence}, the highest here since {period(points[0][0])}"
    if len(earlier) >= 3 and value < min(earlier):
        return f"{sentence}, the lowest here since {period(points[0][0])}"
    return sentence


def source(publishers: list[str], documents: int, known_on: str, synthetic: bool) -> str:
    """The source line."""
    names = [p for p in publishers if p]
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"Source: {shown or 'publishers not named'}; {documents} {'story' if documents == 1 else 'stories'}; as known on {known_on}." + (
        " Sample stories written for statwire." if synthetic else ""
    )
