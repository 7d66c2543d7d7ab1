"""Initials that stand for a thing and for no firm: "FFO" of "funds from operations (FFO)"."""

from __future__ import annotations

import re

INITIALS = re.compile(r"[A-Z]{2,6}")
"""Initials by which a thing may go as well as a firm."""

TOLD = 80
"""Characters before initials in brackets in which it is told what they stand for."""


def called(word: str, text: str) -> bool:
    """Whether a word is such initials: what they stand for is told before them in brackets, in small letters."""
    if INITIALS.fullmatch(word) is None:
        return False
    at = max(text.find(f"({word}"), text.find(f"( {word}"))
    before = text[max(0, at - TOLD) : max(0, at)].replace("-", " ").split()[-len(word) :]
    return "".join(part[0] for part in before) == word.casefold()
