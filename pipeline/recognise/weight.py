"""Pounds: an amount of money, or a weight where the sentence weighs something or tells of what; and what else is weighed by a word
that is money: a mark that is passed ("above the 11,000 mark") is none.  A PC is a computer, where not all is in capitals."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.recognise.rule import Reading

REACH = 80
WORD = re.compile(r"[a-z]+")
YEAR = re.compile(r"(?:19|20)\d\d\s")
MARKS = "DEM"
LEAST = 50
"""Below this a mark that is passed may be one of money: "the dollar rose above the 1.80 mark"."""


@cache
def _cues(language: str) -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str]]:
    entry = lexicon.entries("guards", language)["weight"]
    goods = "|".join(map(re.escape, entry["goods"]))
    return frozenset(entry["forms"]), tuple(entry["units"]), re.compile(rf"\s+of\s+(?:[a-z]+\s+)?(?:{goods})\b", re.IGNORECASE)


@cache
def _passed(language: str) -> tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str]]:
    """The words of a mark that is passed, what stands before its number, and what behind it."""
    entry = lexicon.entries("guards", language)["milestone"]
    before, behind = ("|".join(map(re.escape, entry[side])) for side in ("before", "behind"))
    return (
        tuple(entry["units"]),
        re.compile(rf"\b(?:{before})\s+(?:[a-z-]+\s+){{0,3}}$", re.IGNORECASE),
        re.compile(rf"\s*(?:$|[^\w\s]|(?:{behind})\b)", re.IGNORECASE),
    )


@cache
def _capitals(language: str) -> tuple[str, ...]:
    return tuple(lexicon.entries("guards", language)["initials"]["forms"])


@cache
def _adjectives(language: str) -> tuple[str, ...]:
    return tuple(lexicon.entries("guards", language)["dated"]["forms"])


def left_out(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """The readings without those that are a weight, a mark that is passed, a year or a thing called by its initials."""
    return [
        r
        for r in readings
        if not (
            r.units
            and (_weighs(text, r, language) or _milestone(text, r, language) or _initials(text, r, language) or _dated(text, r, language))
        )
    ]


def _weighs(text: str, reading: Reading, language: str) -> bool:
    """A unit word shared with weights, with no scale and a word of weighing near, or with what is weighed behind it."""
    if reading.units[0] != "GBP":
        return False
    cues, units, of_goods = _cues(language)
    if not text[reading.start : reading.end].casefold().endswith(units):
        return False
    if of_goods.match(text, reading.end) is not None:
        return True  # "718 million pounds of copper"
    if reading.high >= 10_000:
        return False
    near = text[max(0, reading.start - REACH) : reading.end + REACH].casefold()
    return not cues.isdisjoint(WORD.findall(near)) or text[reading.end : reading.end + 4].casefold() == " of "


def _milestone(text: str, reading: Reading, language: str) -> bool:
    """ "topped the 11,000 mark for the first time": a number that is passed; but "the 500 million mark loan"."""
    if reading.units[0] != MARKS or reading.high < LEAST:
        return False
    units, before, behind = _passed(language)
    if not text[reading.start : reading.end].casefold().endswith(units):
        return False
    return before.search(text[max(0, reading.start - REACH) : reading.start]) is not None and behind.match(text, reading.end) is not None


def _dated(text: str, reading: Reading, language: str) -> bool:
    """ "its 2007 real GDP forecast": a year before an adjective that is a money's name."""
    said = text[reading.start : reading.end].casefold()
    return YEAR.match(said) is not None and said[len("2007") :].strip() in _adjectives(language)


def _initials(text: str, reading: Reading, language: str) -> bool:
    """ "the No. 2 PC maker": a word for percent that stands in capitals where all else does not."""
    if reading.units[0] != "percent" or not text.endswith(_capitals(language), reading.start, reading.end):
        return False
    around = text[max(0, reading.start - REACH) : reading.start] + text[reading.end : reading.end + REACH]
    return any(letter.islower() for letter in around)
