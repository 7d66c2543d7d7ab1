"""Bare points: a percentage point where rates are spoken of, else points of an index or a price, which are no figure."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.recognise.rule import Reading

REACH = 110
WORD = re.compile(r"[\w&]+")
POINT = ("point",)

MANY = 10
"""Points by which a quote moves, and no rate, where a money is spoken of: "the dollar gained 25 points as rates fell"."""


@cache
def _cues(language: str) -> tuple[frozenset[str], frozenset[str]]:
    entry = lexicon.entries("points", language)["rate"]
    return frozenset(entry["forms"]), frozenset(entry["not"])


@cache
def _moneys(language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("points", language)["rate"]["moneys"])


def _in_time(text: str, reading: Reading, language: str) -> bool:
    """ "At one point": whether a point is one of time."""
    if reading.high != 1:
        return False
    entry = lexicon.entries("points", language)["time"]
    leads = tuple(f"{form} " for form in entry["before"])
    if not text[max(0, reading.start - max(map(len, leads), default=0)) : reading.start].casefold().endswith(leads):
        return False
    after = WORD.search(text, reading.end, reading.end + 12)
    return not (after and after[0].casefold() in entry["not"])


def settle(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """Readings with "point" read as percentage points, or left out."""
    if POINT not in [r.units for r in readings]:
        return readings
    kept: list[Reading] = []
    for i, reading in enumerate(readings):
        if reading.units == POINT:
            left = max(text.rfind("\n\n", 0, reading.start), text.rfind(". ", 0, reading.start), reading.start - REACH, 0)
            words = {w.casefold() for w in WORD.findall(text[left : reading.end + 60])}
            rates, indices = _cues(language)
            near_percent = any(
                o.units[:1] == ("percent",) and not o.optional and abs(o.start - reading.start) < 60
                for o in readings[max(0, i - 1) : i + 2]
            )
            if _in_time(text, reading, language):
                continue
            hyphened = "-" in text[reading.start : reading.end]
            step = hyphened and 0 < abs(reading.high) < 1  # "a half-point cut"
            whole = reading.precision == 1 and hyphened  # "a three-point shot", not "a half-point cut"
            of_index = words & indices and not (step and words & rates)  # "futures point to a half-point rate cut"
            if (
                whole
                or not (words & rates or near_percent or step)
                or of_index
                or (abs(reading.high) >= MANY and words & _moneys(language))
            ):
                continue
            reading = reading._replace(units=("percentage_point",))
        kept.append(reading)
    return kept
