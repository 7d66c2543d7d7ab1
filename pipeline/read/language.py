"""The language of a story: as its source tells it, else as its words do."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline import lexicon

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

CODES = {"eng": "en", "english": "en", "und": "", "zxx": "", "mul": ""}
"""What is written for ISO 639-1 in feeds of the language we read, and the codes that tell none."""

ASSUMED = "en"
"""The language of a text that is too short to tell its own."""

LEAD = 600
"""Characters in which the words of a language are looked for, and twice that for the detector: more tells no more and takes longer."""
TELLING = 5
"""Different words of a language that settle it."""
SHORT = 40
"""Letters, all of ASCII, below which a text is too short to tell: "42 Malaysian ringgit" is Malay to the detector, and sure."""
SURE = 0.4
"""Probability from which the detector is believed; a line of figures stays below it."""


class Language(NamedTuple):
    """An ISO 639-1 code, and where it comes from: metadata, detected or assumed."""

    code: str
    source: str


def language_of(tag: str) -> str:
    """The ISO 639-1 code of a tag ("en-US", "EN", "eng"); empty where it tells none."""
    short = re.split("[-_]", tag.strip().casefold())[0]
    return CODES.get(short, short)


def detected(text: str) -> Language:
    """The language that a text is in."""
    words = set(text[:LEAD].casefold().split())
    for language in lexicon.languages():
        if len(words & _telling(language)) >= TELLING:
            return Language(language, "detected")
    letters = "".join(filter(str.isalpha, text[:LEAD]))
    if len(letters) < SHORT and letters.isascii():
        return Language(ASSUMED, "assumed")
    code, probability = _identifier().classify(text[: 2 * LEAD])
    code = language_of(code)
    # Of the codes of three letters that it knows it takes tables of results ("Shr 15 cts vs nine cts") for Nigerian Pidgin, one wire story in a hundred.
    return Language(code, "detected") if len(code) == len(ASSUMED) and probability >= SURE else Language(ASSUMED, "assumed")


@cache
def _telling(language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("language", language)["telling"]["forms"])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads for half a second, and few stories need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
