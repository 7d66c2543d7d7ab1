"""Phrases that hedge a figure as one word would: "spent in the region of $5 billion", "slipped upwards of 3 percent"."""

from __future__ import annotations

from collections.abc import Iterable


def length(tokens: list[str], phrases: Iterable[str]) -> int:
    """How many of the last tokens are such a phrase."""
    said = " ".join(tokens)
    return max((len(phrase.split()) for phrase in phrases if said == phrase or said.endswith(" " + phrase)), default=0)
