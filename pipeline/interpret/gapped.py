"""The next good of a list whose verb is told once: "output of cars fell 3 pct, steel 2 pct and textiles 1 pct".

A good with nothing of its own measures what the figure before it does, where alone it would be told by its price.
"""

from __future__ import annotations

from pipeline.interpret.clauses import verb
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

PRICE = "commodity_price"
"""What a good measures by itself."""

NAME = 3
"""Tokens of a good: "canned pineapple", "soft wood lumber"."""

ROLES = frozenset({"step", "moved", "reached", "stated", "paired"})
"""How the figure before stands, of which a list goes on."""


def good(figure: Figure) -> Clue | None:
    """The good that is all that a figure stands behind, in a list of what is shipped, made or vouched for; None where it goes on with no such list."""
    previous, words = figure.previous, sets(figure.story.language)
    if previous is None or previous.fact.indicator not in words["told_by_goods"] or previous.frame.role not in ROLES:
        return None
    told, before = figure.mention.quantity, previous.mention.quantity
    if (told.unit, told.per) != (before.unit, before.per):
        return None
    if not words["told_by_price"].isdisjoint(figure.sentence.tokens[: previous.first]):
        return None
    lead = figure.bare_lead()
    at = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] in words["list_breaks"]), None)
    if at is None or not 0 < len(lead) - 1 - at <= NAME:
        return None
    inside = [c for c in figure.sentence.clues if figure.lead_first <= c.first < figure.first]
    nouns = [c for c in inside if c.kind == "indicator"]
    if len(nouns) != 1 or nouns[0].key != PRICE or any(verb(c) or c.kind.startswith("direction") for c in inside):
        return None
    return nouns[0]
