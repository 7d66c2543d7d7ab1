"""Whose a figure is that is the highest or the lowest of many places: "Spain has the highest jobless rate in the euro zone at 20 percent"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import WORLD

BEFORE = 6
"""Tokens between the superlative and its noun."""

AMONG = 5
"""Tokens between the noun and those that are outdone."""


def outdoes(figure: Figure, found: list[Party]) -> Party | None:
    """The place that outdoes the others of a union or of the world, where it is named beside them."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if clue is None or words("outdoing", language).isdisjoint(tokens[max(0, clue.first - BEFORE) : clue.first]):
        return None
    many = words("unions", language) | {WORLD}
    among = next((p for p in found if p.key in many and 1 < p.first - clue.last <= AMONG and "in" in tokens[clue.last + 1 : p.first]), None)
    if among is None or among.first > figure.first:
        return None
    others = [p for p in found if not p.organisation and p.key not in many]
    before = next((p for p in reversed(others) if p.last < clue.first), None)
    if before is not None:
        return before
    return next(
        (p for p in others if p.subject and p.first > figure.last), None
    )  # "With the highest rate in the EU at 11 percent, Hungary"
