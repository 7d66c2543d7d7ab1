"""Ranges whose first bound is followed by an aside: "between $60,000 (£30,800) and $150,000"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.recognise.rule import Reading
from pipeline.recognise.vocabulary import vocabulary

REACH = 70
WORD = re.compile(r"[^\W\d_]+")
NAME = "between $60,000 (£30,800) and $150,000"


@cache
def _leads(language: str) -> frozenset[str]:
    forms = [form for form, kind in vocabulary(language).leads.items() if kind == "B"]
    return frozenset([*forms, *map(str.capitalize, forms)])


def _lead(text: str, start: int, language: str) -> int | None:
    """Where the word that opens a range stands right before `start`, past a hedge ("between about")."""
    words = list(WORD.finditer(text, max(0, start - 30), start))
    if words and words[-1].group().casefold() in vocabulary(language).hedges:
        words.pop()
    return words[-1].start() if words and words[-1].group() in _leads(language) else None


def join(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """The readings, with two bounds that an aside parts made one; what stands in the aside stays a reading of its own."""
    if len(readings) < 2 or not any(lead in text for lead in _leads(language)):
        return readings
    made = list(readings)
    for i, first in enumerate(readings[:-1]):
        if first.low != first.high:
            continue
        start = _lead(text, first.start, language)
        if start is None:
            continue
        for second in readings[i + 1 : i + 4]:
            between = text[first.end : second.start]
            if second.start - first.end > REACH:
                break
            aside = between.strip()
            if second.units == first.units and second.low > first.high and aside.endswith("and") and aside[:1] in ("(", ","):
                whole = first._replace(start=start, end=second.end, high=second.high, rule=NAME)
                made[made.index(first)] = whole
                made.remove(second)
                break
    return made
