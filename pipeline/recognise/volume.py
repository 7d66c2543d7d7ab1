"""Physical volumes: "1.2 million barrels a day", "40,000 tonnes".  Read only when asked for: they are no figures of the guideline."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.model import Mention, Quantity, Span
from pipeline.recognise import quantulum
from pipeline.recognise.approximation import approximation
from pipeline.recognise.denominator import denominator
from pipeline.recognise.rule import Reading

WINDOW = re.compile(r"[\s-]{1,4}([A-Za-z]+)(?:[\s-]{1,4}([A-Za-z]+))?")
RULE = "40,000 tonnes"


@cache
def _units(language: str) -> tuple[frozenset[str], dict[str, str]]:
    entries = lexicon.entries("volumes", language)
    opens = frozenset(form for entry in entries.values() for form in entry["opens"])
    return opens, {name: entry["ucum"] for name, entry in entries.items()}


def volumes(text: str, readings: list[Reading], language: str) -> list[Mention]:
    """The volumes among numbers without a unit: each followed by a word that opens a window, which quantulum3 reads."""
    opens, codes = _units(language)
    found = []
    for reading in readings:
        window = None if reading.units else WINDOW.match(text, reading.end)
        if window is None or window[1].casefold() not in opens:
            continue
        for words, end in ((f"{window[1]} {window[2]}" if window[2] else "", window.end()), (window[1], window.end(1))):
            unit = quantulum.unit(words.casefold() if len(words) > 3 else words, language) if words else None
            if unit is not None and unit.name in codes:
                per = denominator(text, end, False, language)
                quantity = Quantity(reading.low, reading.high, codes[unit.name], per)
                approx = approximation(text, reading.start, end, language)
                found.append(Mention(Span(reading.start, end), text[reading.start : end], quantity, RULE, approx, reading.precision))
                break
    return found
