"""What is a state's in a story of anybody else: the rate its central bank sets, the programme it pays for, a part of its economy."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, places_of, words

PART = 3
"""Tokens behind a part in which the name of whose economy it is begins: "of the U.S. economy"."""

ECONOMY = 3
"""Tokens behind that name in which the word for its economy stands."""

PROGRAMME = 3
"""Tokens behind a sum in which the name of the programme begins."""


def owner(figure: Figure, found: list[Party]) -> tuple[str, str] | None:
    """Whose a figure is that the words around it give to a state, and why."""
    if (place := _part_of(figure, found)) is not None:
        return place, "of whose economy it is a part"
    if figure.fact.indicator == "interest_rate" and (bank := _sets_rate(figure, found)) is not None:
        return bank.key, "whose central bank sets the rate"
    return None


def programme(figure: Figure) -> str | None:
    """ "the $700 billion Troubled Asset Relief Program": whose programme it is that the sum names, whoever gets of it."""
    programmes, tokens = places_of("programmes", figure.story.language), figure.sentence.tokens
    behind = range(figure.last + 1, min(figure.last + 1 + PROGRAMME, len(tokens)))
    at = next((i for i in behind if tokens[i] in programmes), None)
    if at is None or not words("prepositions", figure.story.language).isdisjoint(tokens[figure.last + 1 : at]):
        return None  # "repaid $2 billion of TARP money"
    return (
        programmes[tokens[at]] if figure.story.text[figure.sentence.starts[at]].isupper() else None
    )  # but "$2 million for troubled firms"


def _part_of(figure: Figure, found: list[Party]) -> str | None:
    """ "Consumer spending accounts for two thirds of the U.S. economy": whose economy."""
    tokens, at = figure.sentence.tokens, figure.last + 1
    if figure.fact.statistic != "share" or figure.money or tokens[at : at + 1] != ["of"]:
        return None
    place = next((p for p in found if not p.organisation and at < p.first <= at + PART), None)
    if place is None or place.role in ("seats", "bodies") or place.key == "WLD":
        return None
    behind = [token for token in tokens[place.last + 1 : place.last + 1 + ECONOMY] if token not in GENITIVE]
    return None if words("shared_economy", figure.story.language).isdisjoint(behind[:2]) else place.key


def _sets_rate(figure: Figure, found: list[Party]) -> Party | None:
    """The central bank that acts in the clause of a rate, or owns it, with no firm between: "the Fed cut its rate", "the Fed's target"."""
    before = [p for p in found if figure.clause[0] <= p.first and p.last < figure.first]
    if not before or before[-1].organisation:
        return None
    bank = before[-1]
    if words("rate_setters", figure.story.language).isdisjoint(figure.sentence.tokens[bank.first : bank.last + 1]):
        return None  # "the Wall Street Journal reported a rate of 2 percent"
    return bank if bank.role == "bodies" and (bank.owns or (bank.subject and not bank.says)) else None
