"""What a price or a rate of flow is per: "$18 a barrel", "12-cent-a-share", "143.20 yen to the dollar"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline import lexicon
from pipeline.recognise import quantulum
from pipeline.recognise.vocabulary import vocabulary

OPENS = re.compile(r"[\s-]{1,4}(?:an?|per|each|for\s+each|for\s+every|the)[\s-]{1,6}|[\s-]*/\s*|\s+to\s+(?:the|an?|one)\s+", re.IGNORECASE)
MAY_OPEN = frozenset("aAeEpPfFtT/-ymwdhqYMWDHQ")
"""First letters of what opens a denominator, or is one by itself ("annually", "monthly")."""

ASIDE = re.compile(r"\s?\((?:[a-z]+ ){0,2}[^()a-z\s]{0,6}\s?\d[^()]{0,30}\)|(?<=[\w%])\)(?=\s+(?:an?|per|each)\s)")
"""What may part a sum from what it is per: the same sum in another money; or the bracket that closes behind that."""

WINDOW = re.compile(r"(?:\d[\d,]*[ \n-])?(?:(?:[A-Za-z]\.){2,}[ \n]+)?[A-Za-z]+(?:[ \n-]+[A-Za-z]+){0,4}")
"""Words behind what opens a denominator; goods are told by the thousand as well ("per 1,000 cubic metres"), moneys by their nation ("U.S. dollar")."""
AGAINST = re.compile(rf"\s+([a-z]+)\s+(?:the\s+|an?\s+)?({WINDOW.pattern})")
ADVERB = re.compile(r"\s+(per\s+annum|[a-z.]+)", re.IGNORECASE)


@cache
def _forms(language: str) -> tuple[dict[str, str], dict[str, str], int]:
    forms = lexicon.meanings("denominators", language)
    adverbs = {form: name for name, entry in lexicon.entries("denominators", language).items() for form in entry.get("adverbs", ())}
    return forms, adverbs, max(len(form.split()) for form in forms)


def denominator(text: str, end: int, money: bool, language: str) -> str | None:
    """The denominator that the words after `end` give, None where they give none."""
    if aside := ASIDE.match(text, end):
        end = aside.end()  # "4,250 lira ($275) a month"
    if text[end : end + 2].strip()[:1] not in MAY_OPEN:
        return None
    opened = OPENS.match(text, end)
    if opened:
        window = WINDOW.match(text, opened.end())
        if not window:
            return None
        if " to" in opened.group() or "\nto" in opened.group():
            return _currency(window.group(), language) if money else None
        if opened.group().strip() == "the":
            return None
        if _times(language).match(text, opened.end()):
            return None  # "from 5 billion a year earlier" compares; it is no flow
        named = _named(window.group(), language) or (_currency(window.group(), language) if money else None)
        return named or (_piece(window.group(), language) if money and opened.group().strip().casefold() == "per" else None)
    if adverb := ADVERB.match(text, end):
        said = " ".join(adverb.group(1).casefold().split())
        adverbs = _forms(language)[1]
        return adverbs.get(said) or adverbs.get(said.rstrip("."))
    return None


@cache
def _times(language: str) -> re.Pattern[str]:
    entry = lexicon.entries("joins", language)["earlier"]
    return re.compile(rf"(?:{'|'.join(entry['units'])})[\s-]+(?:{'|'.join(entry['words'])})\b", re.IGNORECASE)


def _piece(window: str, language: str) -> str | None:
    """A thing that the lexicon does not list, as printed: "$30 per reservation"; a name is none, nor "million" of something."""
    word = window.split()[0]
    return word if word.islower() and word not in vocabulary(language).after else None


@lru_cache(maxsize=8192)
def _named(window: str, language: str) -> str | None:
    forms, _, most = _forms(language)
    words = re.split(r"[ \n-]+", window.casefold())
    for count in range(min(most, len(words)), 0, -1):
        form = " ".join(words[:count])
        name = forms.get(form) or forms.get(form.removesuffix("s"))
        if name == "physical":
            return _units(language).get(form) or physical(form, language)
        if name:
            return name
    return None


def physical(form: str, language: str) -> str:
    """The name of a physical unit as quantulum3 knows it, or as the lexicon calls that; the form itself where it knows none."""
    unit = quantulum.unit(form, language)
    names: dict[str, str] = lexicon.entries("denominators", language)["physical"]["names"]
    return names.get(unit.name, unit.name) if unit else form


@cache
def _units(language: str) -> dict[str, str]:
    """The names that the lexicon keeps, by form."""
    units: dict[str, list[str]] = lexicon.entries("denominators", language)["physical"]["units"]
    return {form: unit for unit, forms in units.items() for form in forms}


@lru_cache(maxsize=8192)
def _currency(window: str, language: str) -> str | None:
    words = re.split(r"[ \n-]+", window.casefold().replace(".", ""))
    for phrase, sense in vocabulary(language).after.get(words[0], ()):
        if sense.kind == "c" and tuple(words[: len(phrase)]) == phrase:
            return sense.units[0]
    return None


def set_against(text: str, end: int, language: str) -> str | None:
    """The currency that a rate is told against: "15.6 against the greenback"."""
    m = AGAINST.match(text, end)
    return _currency(m[2], language) if m and m[1] in lexicon.words("priced_against", language) else None
