"""Numbers that stand as another does: "France had 5.2 percent, Spain 3.4", "by 6.2 rather than 9.8 percent", "52 percent to 48"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline import lexicon
from pipeline.recognise.rule import Reading

ASIDE = re.compile(r"\s*\([^()\d]{0,16}$")
"""What stands between a sum and the same sum in another money."""

NAME = r"[A-Z][\w'’.&-]*"
NEXT_OWNER = re.compile(rf"(?:[,;]|,? and|,? while|,? but)\s(?:(?:and|while)\s)?{NAME}(?:\s{NAME})?\s(?:at\s|with\s)?$")
OWNER = re.compile(rf"\b{NAME}(?:\s[a-z]+){{0,3}}\s$")
ENDS = re.compile(r"[,;.)]|\s+and\b|$")
RATIO = 12
WHOLE = Decimal(100)
VOTES = Decimal(95)
"""From here on two shares make a whole, but for rounding and those who chose neither."""


def converts(text: str, money: Reading, reading: Reading) -> bool:
    """Whether a figure tells a sum again in another money: what follows is compared with the first."""
    return reading.units != money.units and ASIDE.match(text[money.end : reading.start]) is not None


def foreseen(text: str, reading: Reading, ahead: Reading | None, language: str) -> tuple[str, ...]:
    """The units of the figure ahead that a bare number is set against."""
    if ahead is None or not ahead.units or not comparable(ahead, reading):
        return ()
    between = " ".join(text[reading.end : ahead.start].split())
    linked = between in lexicon.entries("ellipsis", language)["ahead"]["links"]
    return ahead.units if linked or (_bracketed(text, reading) and _bracketed(text, ahead)) else ()


def alike(text: str, reading: Reading, known: Reading | None, language: str) -> tuple[str, ...]:
    """The units of the figure behind which a bare number stands in the same way."""
    if known is None or not comparable(known, reading):
        return ()
    between = text[known.end : reading.start]
    votes = between.strip() == "to" and known.units == ("percent",) and VOTES <= known.high + reading.high <= WHOLE
    if votes and known.precision == reading.precision and text[: known.start].endswith(_cast(language)):
        return known.units
    if len(between) < 60 and NEXT_OWNER.match(between) and ENDS.match(text, reading.end):
        return known.units if OWNER.search(text[max(0, known.start - 40) : known.start]) and known.precision == reading.precision else ()
    return known.units if _bracketed(text, reading) and _bracketed(text, known) else ()


@cache
def _cast(language: str) -> tuple[str, ...]:
    return tuple(f"{form} " for form in lexicon.entries("ellipsis", language)["cast"]["before"])


def _bracketed(text: str, reading: Reading) -> bool:
    return text[reading.start - 1 : reading.start] == "(" and text[reading.end : reading.end + 1] == ")"


def comparable(known: Reading, reading: Reading) -> bool:
    """Near enough in size that the one can be a later value of the other."""
    low, high = sorted((abs(known.high), abs(reading.high)))
    return low > 0 and high <= low * RATIO
