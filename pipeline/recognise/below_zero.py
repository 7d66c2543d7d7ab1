"""Prices whose sign is a word: "minus $37.63"; a growth of minus 2 percent is told as one of 2 percent, downwards.

And dashes that are no sign: what touches the figure before it ("from $2-$1") joins the two.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.recognise.lexer import SIGNS
from pipeline.recognise.rule import Reading

REACH = 16
LAST = re.compile(r"(?:\b([^\W\d_]+)\s+)?\b([^\W\d_]+)\s+$")
"""The last two words before a figure."""


@cache
def _minus(language: str) -> tuple[str, ...]:
    """The words that make a figure one below zero."""
    return tuple(lexicon.entries("numerals", language)["minus"]["forms"])


def signed(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """The readings, those below zero with the word that says so and their sign."""
    return [_signed(text, reading, language) for reading in readings]


def _signed(text: str, reading: Reading, language: str) -> Reading:
    if reading.high < 0 and text[reading.start] in SIGNS and text[reading.start - 1 : reading.start].isalnum():
        reading = reading._replace(start=reading.start + 1, low=-reading.high, high=-reading.low)
    if reading.low < 0 or not reading.units[0].isupper():
        return reading
    if not text[max(0, reading.start - REACH) : reading.start].rstrip().casefold().endswith(_minus(language)):
        return reading  # told in a third of the time that the search takes
    found = LAST.search(text, max(0, reading.start - REACH), reading.start)
    words = lexicon.entries("numerals", language)["minus"]
    if found is None or found[2].casefold() not in words["forms"] or found[1] in words["either"]:
        return reading
    return reading._replace(start=found.start(2), low=-reading.high, high=-reading.low)
