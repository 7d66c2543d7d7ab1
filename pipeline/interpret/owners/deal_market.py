"""Whose the deals of a whole market are: the place's where they are struck, or the world's ("global M&A fell to $941 billion").

Left out: all deals of a market that no place is told of, which may as well be a bank's own.
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import WORLD

PRICE = "deal_value"

NEAR = 16
"""Tokens between the deals of a market and how many billions they were."""

BEFORE = 4
"""Tokens before the deals in which the place is told: "Chinese outbound M&A", "global corporate mergers"."""

BEHIND = 4
"""Tokens behind them in which it is: "M&A activity in Asia-Pacific"."""


def owner(figure: Figure, found: list[Party]) -> str | None:
    """The place whose deals a figure counts, all of them; None where it tells one deal, or those of a firm."""
    if figure.fact.indicator != PRICE:
        return None
    sentence, language = figure.sentence, figure.story.language
    tokens, low = sentence.tokens, max(figure.clause[0], figure.first - NEAR)
    at = next((i for i in range(figure.first - 1, low - 1, -1) if _deals(tokens, i, language)), None)
    if at is None or not words("deal_workers", language).isdisjoint(tokens[low : figure.first]):
        return None
    if any(p.organisation and max(low, at - BEFORE) <= p.first < figure.first for p in found):
        return None
    before = tokens[max(0, at - BEFORE) : at]
    near = (p for p in reversed(found) if not p.organisation and at - BEFORE <= p.first < at + 2 * BEHIND and p.last < figure.first)
    place = next(near, None)
    if place is not None:
        return place.key
    return WORLD if not words("worldwide", language).isdisjoint(before) else None


def _deals(tokens: list[str], at: int, language: str) -> bool:
    """Whether the deals of a market are named from a token on: "M&A", "mergers and acquisitions", but no "M&A fees"."""
    for name in words("deals_of_market", language):
        parts = name.split()
        if tokens[at : at + len(parts)] == parts:
            return words("deals_earned", language).isdisjoint(tokens[at + len(parts) : at + len(parts) + 1])
    return False
