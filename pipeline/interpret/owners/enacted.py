"""Whose state decides on aid that a story of elsewhere tells of: "stocks fell after U.S. lawmakers rejected a $700 billion bailout"."""

from __future__ import annotations

from pipeline.interpret.clue import CODE, GENITIVE, Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import words
from pipeline.interpret.story import WORLD

BEHIND = 12
"""Tokens behind a sum in which it is told who decided on it: "the $700 billion plan approved last week by the United States"."""


def state(figure: Figure) -> str | None:
    """The state whose lawmakers or whose government the sentence says to decide on a sum."""
    behind = _behind(figure)
    return behind if behind is not None else _before(figure)


def _before(figure: Figure) -> str | None:
    """ "U.S. lawmakers rejected a $5 billion bailout", "the U.S. decision to provide $5 billion": the nearest before the sum."""
    tokens, language = figure.sentence.tokens, figure.story.language
    for place in reversed(figure.sentence.of("place")):
        if place.last < figure.first and place.start >= figure.story.body and _nation(place):
            behind = place.last + 1 + (tokens[place.last + 1] in GENITIVE)
            decides = place.role in ("names", "people") and tokens[behind] in words("lawmakers", language)
            gives = not words("gives_aid", language).isdisjoint(tokens[behind : figure.first])
            return place.key if decides and gives else None
    return None


def _behind(figure: Figure) -> str | None:
    """ "the $5 billion plan passed by Congress", "the $5 billion bailout agreed in the United States": who decided on it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    until = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
    for place in figure.sentence.of("place"):
        if figure.behind < place.first < min(until, figure.behind + BEHIND) and _nation(place):
            at = place.first - 1 - (tokens[place.first - 1] in words("articles", language))
            told = not words("enacted", language).isdisjoint(tokens[figure.behind : at])
            there = tokens[at] == "in" and place.role == "names"  # but "to be signed in New York"
            return place.key if told and (there or tokens[at] in words("enacted_links", language)) else None
    return None


def _nation(place: Clue) -> bool:
    return len(place.key) == CODE and place.key != WORLD
