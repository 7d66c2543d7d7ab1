"""Words that are written in two ways: "54 per cent" is read as "54 percent", with another space before it, so that offsets stay."""

from __future__ import annotations

import re
from functools import cache

from pipeline import lexicon


def in_one_word(text: str, language: str) -> str:
    """A text in which words that papers write apart stand as one, of the same length."""
    for apart, word in _spellings(language):
        text = apart.sub(word, text)
    return text


@cache
def _spellings(language: str) -> list[tuple[re.Pattern[str], str]]:
    """How each word is written apart, and the word in as many letters."""
    found = []
    for word, entry in lexicon.entries("spellings", language).items():
        apart = re.escape(entry["apart"]).replace(r"\ ", r"\s")
        found.append((re.compile(rf"\b{apart}\b", re.IGNORECASE), word.rjust(len(entry["apart"]))))
    return found
