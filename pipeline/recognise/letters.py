"""Signs that are letters ("N", "P", "K"): where a text tells of their money elsewhere, a small sum with one is one as well ("P435")."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline import lexicon
from pipeline.recognise.lexer import Token
from pipeline.recognise.vocabulary import Sense

TEXTS = 8
"""Texts of which is remembered what they tell."""


def prove(text: str, tokens: list[Token], language: str) -> list[Token]:
    """The tokens of a run, their letters right before a number proved where the text tells of their money."""
    for i, token in enumerate(tokens[:-1]):
        sense = token.sense
        if sense is not None and sense.guarded and token.kind == "C" and tokens[i + 1].start == token.end and _told(text, sense, language):
            tokens[i] = token._replace(sense=sense._replace(guarded=False))
    return tokens


@lru_cache(maxsize=TEXTS)
def _told(text: str, sense: Sense, language: str) -> bool:
    """Whether a text has the money's name, or a sum with its sign that nothing else is."""
    return _pattern(sense.units, language).search(text) is not None


@cache
def _pattern(units: tuple[str, ...], language: str) -> re.Pattern[str]:
    """What tells of a money: its name, that of a place that has it, or a sum with its sign that a scale, a decimal or a comma proves."""
    currencies, families = lexicon.entries("currencies", language), lexicon.entries("currency_families", language)
    own = [currencies[unit] for unit in units if unit in currencies]
    kin = [families.get(entry.get("family", ""), {}) for entry in own]
    kin += [family for family in families.values() if tuple(family["candidates"]) == units]
    places = lexicon.entries("places", language)
    users = {row[0] for unit in units for row in lexicon.entries("iso4217").get(unit, {}).get("used", ())[:1]}
    words = {word for entry in (*own, *kin) for word in entry.get("words", ())}
    words |= {form for place in users & set(places) for role in ("names", "people", "seats") for form in places[place][role]}
    words |= {form for place in users for form in lexicon.entries("towns", language).get(place, {"forms": ()})["forms"]}
    letters = _any({sign for entry in (*own, *kin) for sign in entry.get("symbols", ()) if sign.isalpha()})
    scales = _any(
        {form for entry in lexicon.entries("scales", language).values() for form in (*entry.get("forms", ()), *entry.get("glued", ()))}
    )
    sums = rf"(?<![A-Za-z\d])(?:{letters})\d{{1,3}}(?:(?:,\d{{3}})+\b|\.\d\d\b|(?:\.\d+)?[ -]?(?:{scales})\b)"
    return re.compile(rf"\b(?:{_any(words)})\b|{sums}")


def _any(forms: set[str]) -> str:
    return "|".join(map(re.escape, sorted(forms)))
