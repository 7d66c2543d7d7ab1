"""The part that another place has in what comes to a country, or to a firm: "The United States accounted for 38 percent of remittances"."""

from __future__ import annotations

from pipeline.interpret.clue import coded
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import WORLD
from pipeline.lexicon import either

VERB = 3
"""Tokens behind a place in which the verb of its part stands: "Italy still takes"."""

OF = 7
"""Tokens behind a figure in which it is told what it is a part of."""

SHARED = frozenset({"other", "exports", "imports", "trade_turnover", "foreign_debt", "revenue", "output"})
"""What such a part is taken for."""


def settle(figure: Figure, found: list[Party], owner: str | None, *, firm: bool) -> bool:
    """Whether a figure is the part of a place in what is the `owner`'s, a country or a `firm`; its other side is that place."""
    fact, language = figure.fact, figure.story.language
    if fact.statistic != "share" or figure.money or fact.indicator not in SHARED or owner is None:
        return False
    if not firm and (owner == WORLD or owner in words("unions", language)):
        return False  # of which the place may be a part
    place = next((p for p in reversed(found) if figure.clause[0] <= p.first and p.last < figure.first), None)
    if place is None or place.organisation or place.owns or place.key in (owner, WORLD) or not (place.subject or place.role == "people"):
        return False
    tokens = figure.sentence.tokens
    if not (firm or coded(place.key)) and place.key not in words("parts_of_the_world", language):
        return False  # a state of the nation itself
    if firm and (place.role == "bodies" or tokens[place.first - 1] in words("possessives", language)):
        return False  # "half of its U.S. dealers account for"
    if any(p.organisation and p.owns and figure.behind <= p.first <= figure.behind + OF for p in found):
        return False  # "accounted for 56 percent of Arden's revenue"
    if not (_takes(figure, place) and _of_what_comes(figure, "firms_share" if firm else "nations_share")):
        return False
    fact.entity = fact.entity_id = owner
    fact.partner = place.key
    figure.because("entity: in whose whole another place has a part", 0.8)
    figure.because("partner: who has a part in it")
    return True


def _takes(figure: Figure, place: Party) -> bool:
    """ "accounted for 38 percent", "was the largest source with 21,000 arrivals, or 19 percent": whether a place is told to have a part."""
    tokens, language = figure.sentence.tokens, figure.story.language
    between = tokens[place.last + 1 : figure.first]
    if not either(words("makes_up", language), words("taking_part", language)).isdisjoint(between[:VERB]):
        return True
    return not (words("ranks_of_partners", language).isdisjoint(between) or words("ranked_partners", language).isdisjoint(between))


def _of_what_comes(figure: Figure, nouns: str) -> bool:
    """Whether what the part is of, behind it or as said before, is what comes from several places; but not the world's."""
    tokens, language = figure.sentence.tokens, figure.story.language
    behind = tokens[figure.behind : figure.behind + OF]
    if not words("of_all_places", language).isdisjoint(tokens[figure.clause[0] :]):
        return False
    come = words(nouns, language)
    if behind[:1] == ["of"] and words("wholes", language).isdisjoint(behind):
        return not come.isdisjoint(behind)
    before = figure.previous.fact.measure if figure.previous is not None else ""
    return not come.isdisjoint([*figure.fact.measure.casefold().split(), *before.casefold().split(), *tokens[: figure.first]])
