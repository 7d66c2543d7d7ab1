"""Numbers, periods and series in words for people; the words themselves are in `lexicon/en/said.toml`."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from pipeline import lexicon

SAID = lexicon.entries("said", "en")
MONTHS: tuple[str, ...] = tuple(SAID["months"])
SIGNS: dict[str, str] = SAID["signs"]
STEPS: tuple[tuple[float, str], ...] = tuple((size, name) for name, size in SAID["scales"].items())
BASES: dict[str, str] = SAID["bases"]
UNITS: dict[str, str] = SAID["units"]

LONGEST = 60
"""Characters of a name in a sentence; longer ones end in an ellipsis."""

PLAIN = (1e-6, 1e9)
"""Outside these a number is written as a power of ten: nobody counts the zeros."""

BEYOND = 1e18
"""Amounts from here on are a power of ten as well; smaller ones are told in trillions."""

ISOLATE = "\u2068\u2069"
"""Marks around a text whose direction is its own."""

RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def place(code: str | None) -> str:
    """The name of a place by its ISO code; an organisation's name as it is."""
    entry = lexicon.entries("places", "en").get(code or "")
    return entry["names"][0] if entry else (code or "")


def plain(text: str) -> str:
    """Text that a story brought, on one line and without what cannot be printed."""
    return " ".join("".join(c if c.isprintable() or c in ISOLATE else " " for c in text).split())


def isolated(text: str) -> str:
    """A name that runs from right to left, kept from turning the words around it."""
    return f"{ISOLATE[0]}{text}{ISOLATE[1]}" if _turns(text) else text


def rightward(text: str) -> str:
    """A line that is read from left to right, whatever the direction of the name it begins with."""
    return f"\u200e{text}" if _turns(text) else text


def _turns(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text)


def short(text: str, most: int = LONGEST) -> str:
    """A name of at most `most` characters."""
    text = plain("".join(c for c in text if c not in ISOLATE))
    return isolated(text if len(text) <= most else text[: most - 1].rstrip() + "…")


_MARKS: ContextVar[dict[str, str]] = ContextVar("marks", default=lexicon.entries("marks")["en"])


@contextmanager
def numbers(language: str) -> Iterator[None]:
    """Numbers are written with the marks of `language`, one of `lexicon/marks.toml`, as long as the context lasts."""
    token = _MARKS.set(lexicon.entries("marks")[language])
    try:
        yield
    finally:
        _MARKS.reset(token)


def marks() -> tuple[str, str]:
    """The mark before decimals and that between thousands."""
    return _MARKS.get()["decimal"], _MARKS.get()["group"]


def written(plain: str) -> str:
    """A number as Python prints it, 1,070.5, with the marks of the language of numbers."""
    decimal, group = marks()
    return plain.translate({ord("."): decimal, ord(","): group})


def count(number: int) -> str:
    """A count: 1,070."""
    return written(f"{number:,}")


def number(value: float, digits: int = 3) -> str:
    """A number with `digits` significant digits: 4.62, 10.2, 1,070; 3.2×10²⁰ where it is beyond what people read."""
    if value == 0 or not math.isfinite(value):
        return "0" if value == 0 else "–"
    size = abs(value)
    if not PLAIN[0] <= size < PLAIN[1]:
        mantissa, _, power = f"{value:.{digits - 1}e}".partition("e")
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        return f"{written(mantissa)}×10{str(int(power)).translate(RAISED)}"
    places = max(0, digits - 1 - math.floor(math.log10(size)))
    text = f"{value:,.{places}f}"
    return written(text.rstrip("0").rstrip(".") if "." in text else text)


def decimals(values: list[float]) -> int:
    """The decimal places, three at most, that a list of rates is printed with, so that 10.0 stands beside 9.7."""
    return next((places for places in range(3) if all(abs(round(v, places) - v) < 1e-9 for v in values)), 3)


def step(size: float, digits: int = 3) -> tuple[float, str]:
    """The scale in which an amount is told and its name: 1e9 and "bn" for 1.2e9; as rounding to `digits` leaves it."""
    if not 0 < size < BEYOND:
        return 1.0, ""
    size = float(f"{size:.{digits}g}")
    return next(((s, n) for s, n in STEPS if size >= s and not (s == 1e3 and size < 1e4)), (1.0, ""))


def amount(value: float, unit: str, per: str | None = None, places: int | None = None, digits: int = 3) -> str:
    """A value in its unit: "3.4 %", "$1.2 bn", "10.5 bn SEK", "$18.2 a barrel", "¥101 per USD".

    Rates have `places` decimals where given; amounts `digits` significant digits.
    """
    size = abs(value)
    if unit == "percent":
        text = f"{_rate(size, places, digits)} %"
    elif unit == "percentage_point":
        text = f"{_rate(size, places, digits)} points"
    elif unit == "basis_point":
        text = f"{number(size)} basis points"
    else:
        of, name = step(size, digits)
        scaled = number(size / of, digits if of > 1 else digits + 1) + (f" {name}" if name else "")
        text = f"{SIGNS[unit]}{scaled}" if unit in SIGNS else scaled if unit == "XXX" else f"{scaled} {unit}"
    return ("−" if value < 0 and re.search("[1-9]", text) else "") + text + denominator(per)


def denominator(per: str | None) -> str:
    """What an amount is per, as it follows it: " a barrel", " an hour", " per USD"."""
    if not per:
        return ""
    return f" per {per}" if per.isupper() else f" {'an' if per in SAID['an'] else 'a'} {per}"


def of_difference(unit: str) -> str:
    """The unit of a difference of two values: percentages differ by points."""
    return "percentage_point" if unit == "percent" else unit


def signed(text: str) -> str:
    """A change with its sign: "+0.3", "−0.2", "0"."""
    return text if text.startswith("−") or not re.search("[1-9]", text) else f"+{text}"


def _rate(size: float, places: int | None, digits: int) -> str:
    if places is None or not size < PLAIN[1] or 0 < size < 10.0**-places / 2:
        return number(size, digits)
    return written(f"{size:,.{places}f}")


def period(text: str, short: bool = False) -> str:
    """A period: "2014", "Q2 2010", "March 2015", "5 June 2014", "January–June 2012"; `short`: months of three letters."""

    def month(digits: str) -> str:
        name = MONTHS[int(digits) - 1]
        return name[:3] if short else name

    if m := re.fullmatch(r"(\d{4})-([QH])(\d)", text):
        return f"{m[2]}{m[3]} {m[1]}"
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", text):
        return f"week {int(m[2])} of {m[1]}"
    if m := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text):
        return f"{month(m[2])} {m[1]}"
    if m := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)", text):
        return f"{int(m[3])} {month(m[2])} {m[1]}"
    if m := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])/(\d{4})-(0[1-9]|1[0-2])", text):
        first, last = month(m[2]), month(m[4])
        return f"{first}–{last} {m[3]}" if m[1] == m[3] else f"{first} {m[1]}–{last} {m[3]}"
    if "/" in text and not text.startswith("FY"):
        first, _, last = text.partition("/")
        return (
            f"until {period(last, short)}"
            if first == ".."
            else f"from {period(first, short)}"
            if last == ".."
            else (f"{period(first, short)} – {period(last, short)}")
        )
    return text


def when(text: str) -> str:
    """A period as a sentence goes on with it: "in March 2015", "on 5 June 2014"."""
    if "/" in text and re.search(r"\.\.|-\d\d-\d\d", text):
        return period(text) if ".." in text else f"over {period(text)}"
    return f"{'on' if re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2}', text) else 'in'} {period(text)}"


def voices(publisher: str | None, publishers: int, said: dt.datetime, precision: str) -> str:
    """Who said a value, and when first: "Sample Wire and 1 more, 5 March 2009"."""
    more = f" and {publishers - 1} more" if publishers > 1 else ""
    return f"{publisher or 'not named'}{more}, {day(said, precision)}"


def day(moment: dt.date, precision: str = "day") -> str:
    """A day of publication as far as it is known."""
    if precision == "none":
        return "date unknown"
    if precision == "year":
        return f"{moment.year}"
    if precision == "month":
        return f"{MONTHS[moment.month - 1]} {moment.year}"
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def within(name: str) -> str:
    """A place as it stands behind "in": "the United States"."""
    return f"the {name}" if name in SAID["the"] else short(name)


def subject(series: dict[str, Any]) -> str:
    """What a series measures: "core consumer prices"; "exports to Russia"; "profit (continuing operations)"."""
    indicator = str(series.get("indicator") or "figures")
    said = SAID["indicators"].get(indicator, {})
    name = str(said.get("name", indicator.replace("_", " ")))
    variant = short(series.get("variant") or "")
    if variant in SAID["adjectives"] and not name.startswith(variant):
        name = f"{variant} {name}"
    if series.get("partner"):
        name += f" {said.get('partner', 'with')} {short(place(series['partner']))}"
    return f"{name} ({variant})" if variant and variant not in SAID["adjectives"] else name


def verb(series: dict[str, Any]) -> str:
    """ "was", or "were" for a measure in the plural."""
    return "were" if SAID["indicators"].get(str(series.get("indicator")), {}).get("plural") else "was"


def who(series: dict[str, Any]) -> str:
    """Whose measure it is: a place by its name, an organisation as it was printed; empty where nobody is named."""
    known = series.get("entity_id") in lexicon.entries("places", "en")
    return place(series["entity_id"] if known else series.get("entity"))


def holder(series: dict[str, Any]) -> str:
    """Whose measure it is, as a sentence has room for it."""
    return short(who(series))


def owner(series: dict[str, Any]) -> str:
    """Whose measure it is, as a possessive; empty where nobody is named."""
    name = holder(series)
    return "" if not name else f"{name}’" if name.endswith("s") else f"{name}’s"


def measure(series: dict[str, Any]) -> str:
    """Whose and what, as a sentence begins with it: "Norway’s exports to Russia"."""
    who, what = owner(series), subject(series)
    return f"{who} {what}" if who else what[:1].upper() + what[1:]


def unit(series: dict[str, Any]) -> str:
    """What it is counted in, in words: "percent", "US dollars", "US dollars a barrel", "Japanese yen per USD"."""
    code = str(series.get("unit") or "")
    names = lexicon.entries("iso4217").get(code, {}).get("names", [])
    return (UNITS.get(code) or (names[-1] if names else code)) + denominator(series.get("per"))


def subtitle(series: dict[str, Any]) -> str:
    """Measure, basis, unit, adjustment: "Change on a year earlier, percent, seasonally adjusted"; "US dollars" for a level."""
    statistic = SAID["statistics"].get(series.get("statistic"), "")
    parts = [" ".join(part for part in (statistic, BASES.get(series.get("basis") or "", "")) if part), unit(series)]
    if series.get("adjustment"):
        parts.append(str(series["adjustment"]).replace("_", " "))
    text = ", ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def source(publishers: list[str], documents: int, known_on: str, synthetic: bool) -> str:
    """The source line."""
    names = [short(p) for p in publishers if p]
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return (
        f"Source: {shown or 'publishers not named'}; {count(documents)} {'story' if documents == 1 else 'stories'}; as known on {known_on}."
        + (" Sample stories written for statwire." if synthetic else "")
    )
