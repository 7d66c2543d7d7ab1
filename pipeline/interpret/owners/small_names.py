"""Names that are written with a small letter first: those that are known, and words with a capital inside ("eHalford")."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline import lexicon
from pipeline.interpret.owners.known import words

INNER = re.compile(r"(?<![\w.@/&'*-])[a-z]{1,5}[A-Z][a-z]{2,}[A-Za-z]*(?![\w@/])")
"""A word with a capital inside; two letters behind it are also a unit's ("kWh")."""

TEXTS = 4
"""Texts whose names are kept: that of a story, which is asked for them in each of its sentences."""


@cache
def _known(language: str) -> tuple[str, ...]:
    """Firms and towns whose names begin with a small letter."""
    towns = (form for entry in lexicon.entries("towns", language).values() for form in entry["forms"] if form[0].islower())
    return (*lexicon.entries("companies", language)["small"]["forms"], *towns)


@lru_cache(maxsize=TEXTS)
def small_names(text: str, language: str) -> frozenset[str]:
    """The names of a text that begin with a small letter, as written; no products ("iPhone"), and no word that runs into the next ("theFed")."""
    known = words(language)
    inner = {
        name for name in INNER.findall(text) if name.casefold().removesuffix("s") not in known.alone and not _runs_in(name, known.openers)
    }
    return frozenset(inner.difference(lexicon.sets("owner", language)["small_products"]).union(f for f in _known(language) if f in text))


def raised(text: str, language: str) -> str:
    """A text whose names in small letters have a capital, as names are found by it."""
    for form in small_names(text, language):
        text = re.sub(rf"(?<![\w.-]){re.escape(form)}(?!\w)", form[0].upper() + form[1:], text)
    return text


def as_printed(name: str, text: str, language: str) -> str:
    """A name with the small letters that its words have in the text; "amazon.com" beside "Amazon.com" is only the address of the same."""
    raised_forms = {small[0].upper() + small[1:]: small for small in small_names(text, language)}
    printed = {form: small for form, small in raised_forms.items() if not small.islower() or form not in text}
    return " ".join(printed.get(word, word) for word in name.split())


def _runs_in(name: str, openers: frozenset[str]) -> bool:
    """Whether a name is two words that lack the space between them: "theHalford"; a letter alone is its own ("iHalford")."""
    first = name[: next(i for i, letter in enumerate(name) if letter.isupper())]
    return len(first) > 1 and first in openers
