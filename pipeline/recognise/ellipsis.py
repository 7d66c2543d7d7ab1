"""Numbers that take their unit from a neighbour: "rose to 9.5 pct from three", "to 3.6 billion dlrs from 2.9 billion"."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.recognise.rule import Reading

WORD_BEFORE = re.compile(r"([^\s\d(),;:]+)[\s(]*$")
WORD_AFTER = re.compile(r"\s*([^\W\d_]+|[.,;:)\"”]|--?|$)")
SENTENCE_END = re.compile(r"[.!?][\"'”)]*\s+[A-Z\"“]|\n[ \t]*\n|\n {3,}")
RATIO = 12
UNDERSTOOD = "understood unit"


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    entry = lexicon.entries("ellipsis", language)
    return {f"{table}_{key}": frozenset(words) for table, content in entry.items() for key, words in content.items()}


def fill(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """Give each bare number the unit of the figure it is compared with; drop those that have none (counts, years, scores)."""
    if not any(not r.units for r in readings):
        return readings
    words = _words(language)
    filled: list[Reading] = []
    known: Reading | None = None
    for i, reading in enumerate(readings):
        if reading.units:
            known = reading if not reading.optional else known
            filled.append(reading)
            continue
        if reading.rule == "bare" and _date_like(reading):
            continue
        after = WORD_AFTER.match(text, reading.end)
        follows = after.group(1).casefold() if after else "noun"
        open_ended = not follows.isalpha() or follows in words["compare_after"]
        before = WORD_BEFORE.search(text, max(0, reading.start - 24), reading.start)
        leads = before.group(1).casefold() if before else ""
        scaled = reading.precision >= 1000 or reading.high >= 1_000_000
        ahead = readings[i + 1] if i + 1 < len(readings) else None
        owner = None
        if open_ended and known is not None and _fits(text, known, reading, scaled, leads, words):
            owner = known
        elif (
            open_ended
            and ahead is not None
            and ahead.units
            and leads in words["step_before"]
            and text[reading.end : ahead.start].split()[:1] in (["from"], ["to"], ["and"], ["or"])
            and ahead.start - reading.end < 14
            and _comparable(ahead, reading)
        ):
            owner = ahead
        if owner is not None:
            known = reading._replace(units=owner.units, rule=UNDERSTOOD if reading.rule == "bare" else reading.rule)
            filled.append(known)
        elif not open_ended and (scaled or reading.high >= 1000) and known is not None:
            known = None  # a count of something else: what follows is compared with it, not with the money before it
    return filled


def _fits(text: str, known: Reading, reading: Reading, scaled: bool, leads: str, words: dict[str, frozenset[str]]) -> bool:
    between = text[known.end : reading.start]
    if SENTENCE_END.search(between):
        return False
    money = known.units[0].isupper()
    if scaled:
        return money and len(between) < 220 and known.high >= 1000 and leads in words["compare_before"]
    if leads not in words["step_before"] or len(between) > 110:
        return False
    return _comparable(known, reading)


def _comparable(known: Reading, reading: Reading) -> bool:
    """Near enough in size that the one can be a later value of the other."""
    low, high = sorted((abs(known.high), abs(reading.high)))
    return low > 0 and high <= low * RATIO


def _date_like(reading: Reading) -> bool:
    return reading.precision == 1 and 1900 <= reading.low <= 2100
