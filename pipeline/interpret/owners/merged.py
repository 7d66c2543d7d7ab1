"""Of a firm that a merger would make: whoever buys, for it goes on in its name.

"The combined firm would have sales of $3 billion", "the deal would create a bank with assets of $5 billion".
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.bargains import Bargains
from pipeline.interpret.owners.parties import Party, words

MEASURES = frozenset({"revenue", "assets", "profit", "market_share", "market_value", "output", "deposits", "lending"})

NEW = 8
"""Tokens between "create" and the "with" behind what is made: "create the world's second-largest brewer with"."""

OF = 3
"""Tokens between "combination of" and the first of those combined."""


def owner(figure: Figure, found: list[Party], known: Bargains) -> str | None:
    """The buyer of a deal of which the figure tells what it would make, the first of two that combine; None where it tells no such."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if figure.fact.indicator not in MEASURES and figure.fact.measure not in words("debts_of_firms", language):
        return None
    before = tokens[: figure.first]
    if (at := _at(before, words("combinations", language))) is not None and tokens[at + 1] in words("combined_links", language):
        party = next((p for p in found if p.organisation and at < p.first <= at + 1 + OF), None)
        if party is not None:
            return party.key
    if known.bidder is None:
        return None
    return known.bidder if _made(before, language) else None


def _made(before: list[str], language: str) -> bool:
    """Whether the words before a figure tell of a new firm: "the combined group", "would create a bank with"."""
    combined, articles = words("combined", language), words("articles", language)
    if any(a in articles and b in combined for a, b in pairwise(before)):
        return True
    at = _at(before, words("creates", language))
    return at is not None and not articles.isdisjoint(before[at + 1 : at + 2]) and "with" in before[at : at + 2 + NEW]


def _at(tokens: list[str], wanted: frozenset[str]) -> int | None:
    return None if wanted.isdisjoint(tokens) else next(i for i, token in enumerate(tokens) if token in wanted)
