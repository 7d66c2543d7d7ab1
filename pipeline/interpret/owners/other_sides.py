"""A trade told with one other side after another: "the deficit with Peru was $5 million, with Chile $3 million and with Spain $2 million"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, led, words

FRONTED = 2
"""Tokens from another side to the flow that is told behind it: "with Peru the deficit"."""


def owner(figure: Figure, found: list[Party]) -> str | None:
    """Whose trade a sentence goes on with: that of its figures before, where this one is of the next other side."""
    return figure.previous.fact.entity if figure.previous is not None and side(figure, found) is not None else None


def side(figure: Figure, found: list[Party]) -> str | None:
    """The other side that was named last before a figure, where its sentence has told the same trade with another before."""
    fact, tokens = figure.fact, figure.sentence.tokens
    link = lexicon.entries("owner", figure.story.language)["next_sides"]["links"].get(fact.indicator)
    told = next((o.fact for o in figure.earlier if o.fact.indicator == fact.indicator and o.fact.entity), None)
    if link is None or told is None:
        return None
    places = [p for p in found if not p.organisation and p.last < figure.first and led(p, [], tokens, figure.story.language) == link]
    if not places or places[-1].key in (told.entity, told.partner) or not _next(figure, places[-1], link):
        return None
    return places[-1].key


def _next(figure: Figure, party: Party, link: str) -> bool:
    """Whether a new part of the sentence begins with a place, and no other flow is told behind it."""
    tokens = figure.sentence.tokens
    at = next(i for i in range(party.first - 1, -1, -1) if tokens[i] == link)
    nouns = [c for c in figure.sentence.of("indicator") if c.role != "verb" and party.last < c.first < figure.first]
    own = all(c.last == figure.clue.last and c.first - party.last <= FRONTED for c in nouns) if figure.clue is not None else not nouns
    return own and tokens[at - 1 : at] != [] and tokens[at - 1] in words("next_sides", figure.story.language)
