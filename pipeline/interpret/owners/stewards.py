"""Money that is looked after for others is told of who looks after it, whomever the story is about.

"said Ann Smith, a manager at Larch Capital, which oversees $2 billion"; "Tom Hill, who helps manage $2 billion at Larch Capital".
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.owners.parties import Party, words
from pipeline.lexicon import either

BEHIND = 8
"""Tokens behind a sum within which it is told where a man looks after it: "$2 billion in emerging debt at Larch Capital"."""

TOWN = 9
"""Tokens between a house and "which" in which its town stands: "at Larch Capital in Portland, Oregon, which"."""


def owner(figure: Figure, found: list[Party]) -> str | None:
    """The house whose men the sentence lets look after such a sum; None where it names none."""
    relative = _relative(figure)
    if relative is None:
        return None
    tokens, language = figure.sentence.tokens, figure.story.language
    houses = [p for p in found if p.organisation and not p.owns]
    if tokens[relative] in words("men", language):
        behind = figure.behind
        for house in houses:
            if behind < house.first <= behind + BEHIND and not words("employed_by", language).isdisjoint(tokens[behind : house.first]):
                return house.key
    before = [p for p in houses if p.last < relative]
    if not before or relative - before[-1].last > TOWN:
        return None
    between = tokens[before[-1].last + 1 : relative]
    return before[-1].key if closed("are", language).isdisjoint(between) else None  # "founded by men of Arden, is a firm that manages"


def _relative(figure: Figure) -> int | None:
    """Where the word stands that refers back to who looks after a sum: "which oversees", "who helps manage"."""
    if not figure.money:
        return None
    tokens, language = figure.sentence.tokens, figure.story.language
    between = either(figure.story.grammar["before_figure"], closed("hedges", language))
    verb = _before(tokens, figure.first, between)
    if tokens[verb] not in either(closed("overseeing", language), words("investing_for", language)):
        return None
    at = _before(tokens, verb, words("stewards_help", language))
    return at if tokens[at] in words("stewards_that", language) else None


def _before(tokens: list[str], at: int, skipped: frozenset[str]) -> int:
    """The last token before `at` that is none of those skipped; 0 where there is none."""
    return next((i for i in range(at - 1, 0, -1) if tokens[i] not in skipped), 0)
