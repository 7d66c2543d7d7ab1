"""Two moneys set equal: "($1 = 0.72 euros)" tells how much of one is paid for one of the other."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline import lexicon
from pipeline.recognise.rule import Reading
from pipeline.recognise.vocabulary import vocabulary

ONE = Decimal(1)

LONGEST = 60
"""Characters of the longest run of equal sums before a figure."""

SIDE = r"[^\d=()\n]"
"""A character of a money beside an equals sign, but of no number."""

BEFORE = re.compile(rf"(?:^|[(\n;]|\s)(?:1\s?({SIDE}{{1,24}}?)|({SIDE}{{1,5}}?)\s?1?)\s*=(?:[^=()\n]{{1,24}}=)?\s*$")
"""What stands before the other side: "1 euro =", "US$1 =", "A$ =", "$1 = 0.72 euros ="."""

BEHIND = re.compile(r"\s*=\s*1 ([^\W\d_]+)")
"""What stands behind a sum that is told first: "$1.63 = 1 pound"."""

EQUALS = re.compile(rf"(?: [a-z]+)?\s*=\s*{SIDE}{{0,4}}[\d.]")
NATION = re.compile(r" ([A-Z][\w.]*)")


def one_side(text: str, reading: Reading) -> bool:
    """Whether a figure is the one of a money that another sum is told for."""
    if reading.low != ONE or not reading.units[0].isupper():
        return False
    return EQUALS.match(text, reading.end) is not None or text[: reading.start].rstrip().endswith("=")


def base(text: str, start: int, end: int, language: str) -> str | None:
    """The money for one of which the sum at `start`..`end` is paid, where the two are set equal."""
    if "=" in text[max(0, start - 2) : start]:
        m = BEFORE.search(text, max(0, start - LONGEST), start)
        return _code((m[1] or m[2]).strip(), language) if m else None
    m = BEHIND.match(text, end) if "=" in text[end : end + 2] else None
    return _code(m[1], language) if m else None


def other_side(text: str, end: int, units: tuple[str, ...], language: str) -> tuple[str, ...]:
    """What money the sum that ends at `end` may be in, whose nation may stand behind it: "$1 = $1.05 Canadian"."""
    m = NATION.match(text, end)
    code = _nations(language).get(m[1]) if m else None
    return (code,) if code in units else units


def _code(form: str, language: str) -> str | None:
    words = vocabulary(language)
    sense = words.before.get(form)
    if sense is not None:
        return sense.units[0]
    said = tuple(form.casefold().split())
    known = words.after.get(said[0], ()) if said else ()
    return next((sense.units[0] for phrase, sense in known if phrase == said and sense.kind == "c"), None)


@cache
def _nations(language: str) -> dict[str, str]:
    """The dollars by whose they are."""
    return {form: code for code, entry in lexicon.entries("currencies", language).items() for form in entry.get("by", ())}
