"""Pounds: an amount of money, or a weight where the sentence weighs something."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon
from pipeline.recognise.rule import Reading

REACH = 80
WORD = re.compile(r"[a-z]+")


@cache
def _cues(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    entry = lexicon.entries("guards", language)["weight"]
    return frozenset(entry["forms"]), tuple(entry["units"])


def left_out(text: str, readings: list[Reading], language: str) -> list[Reading]:
    """The readings without those that are a weight: a unit word shared with weights, no scale, and a word of weighing near."""
    kept = []
    for reading in readings:
        if reading.units[:1] == ("GBP",) and reading.high < 10_000:
            cues, units = _cues(language)
            if text[reading.start : reading.end].casefold().endswith(units):
                near = text[max(0, reading.start - REACH) : reading.end + REACH].casefold()
                if not cues.isdisjoint(WORD.findall(near)) or text[reading.end : reading.end + 4].casefold() == " of ":
                    continue
        kept.append(reading)
    return kept
