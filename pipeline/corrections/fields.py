"""The fields that a person may correct, and what may stand in each: closed words, periods, numbers, names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from pipeline import lexicon
from pipeline.interpret.times import calendar

LANGUAGE = "en"
"""Whose lexicon lists the closed words; they are the same in all."""

PERIOD = re.compile(r"\d{4}(-(Q[1-4]|H[12]|W\d\d|\d\d(-\d\d)?))?")
FISCAL = re.compile(r"FY\d{4}(/\d\d)?")
NUMBER = re.compile(r"-?\d{1,29}(\.\d{1,9})?")

Value = Decimal | str | None


def value_of(field: str, given: str) -> Value:
    """What `given` puts into a field; the empty text is what is not told.  Raises ValueError, which says what may stand there."""
    about = fields().get(field)
    if about is None:
        raise ValueError(f"{field!r} is no field that can be corrected{_near(field, list(fields()))}: {', '.join(fields())}")
    if not all(c.isprintable() for c in given):
        raise ValueError(f"{field} holds a control character")
    given = given.strip()
    if given:
        return KINDS[about["kind"]](field, given)
    if not about.get("optional"):
        raise ValueError(f"{field} may not be empty")
    empty: str | None = about.get("empty")
    return empty


def sets(field: str) -> tuple[str, ...]:
    """The columns that a field stands for: `value` is both bounds."""
    return tuple(fields()[field].get("sets", (field,)))


def fields() -> lexicon.Entries:
    return lexicon.entries("fields")


@cache
def words(field: str) -> tuple[str, ...]:
    """The closed list of a field."""
    about = fields()[field]
    found = list(about.get("words", ()))
    for file in about.get("from", ()):
        tables = lexicon.entries(file, None if (lexicon.ROOT / f"{file}.toml").exists() else LANGUAGE)
        found += [name for name in tables if name not in about.get("but", ())]
        found += [form for name in about.get("forms", ()) if name in tables for form in tables[name]["forms"]]
    return tuple(found)


def _number(field: str, given: str) -> Decimal:
    if not NUMBER.fullmatch(given):
        raise ValueError(f"{field} is a plain number of up to 29 digits and 9 decimal places (7.6, 3100000000), not {given!r}")
    number = Decimal(given)
    if field == "precision" and number <= 0:
        raise ValueError(f"precision is above zero, not {given!r}")
    return number


def _word(field: str, given: str) -> str:
    allowed = words(field)
    if given not in allowed:
        shown = f": {', '.join(allowed)}" if len(allowed) < 10 else ""
        raise ValueError(f"{field} cannot be {given!r}{_near(given, allowed)}{shown}")
    return given


def _period(field: str, given: str) -> str:
    fault = (
        f"{field} is an ISO 8601 period (2009, 2009-Q1, 2009-H1, 2009-01, 2009-W05, 2009-01-31, A/B, ../B, A/.., FY2009/10), not {given!r}"
    )
    parts = [] if FISCAL.fullmatch(given) else given.split("/")
    if len(parts) > 2 or parts == ["..", ".."]:
        raise ValueError(fault)
    if not all(PERIOD.fullmatch(part) or (part == ".." and len(parts) == 2) for part in parts):
        raise ValueError(fault)
    try:
        first, last = calendar.bounds(given)
    except ValueError as error:
        raise ValueError(fault) from error
    if first and last and first > last:
        raise ValueError(f"{field} {given!r} ends before it starts")
    return given


def _name(field: str, given: str) -> str:
    code = _places().get(given.casefold())
    if code and code != given:
        raise ValueError(f"{field} {given!r} is written {code}, as all places are")
    return given


def _text(_field: str, given: str) -> str:
    return given


@cache
def _places() -> dict[str, str]:
    """The code of each place that has a name, by the name."""
    return {
        name.casefold(): code for code, entry in lexicon.entries("places", LANGUAGE).items() for name in (code, *entry.get("names", ()))
    }


def _near(given: str, allowed: list[str] | tuple[str, ...]) -> str:
    """What was perhaps meant: the same letters, else something like it, else what holds it."""
    near = [word for word in allowed if word.lower() == given.lower()] or difflib.get_close_matches(given.lower(), allowed, 1, 0.7)
    near = near or [word for word in allowed if given.lower() in word]
    return f" (did you mean {' or '.join(near[:4])}?)" if near else ""


KINDS: dict[str, Callable[[str, str], Value]] = {"number": _number, "word": _word, "period": _period, "name": _name, "text": _text}
