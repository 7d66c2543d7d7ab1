"""What is a state's in a story of anybody else: the rate its central bank sets, the programme it pays for, a part of its economy."""

from __future__ import annotations

from pipeline.interpret.clue import CODE, GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import unpaid
from pipeline.interpret.owners.parties import Party, places_of, words

PART = 3
"""Tokens behind a part in which the name of whose economy it is begins: "of the U.S. economy"."""

ECONOMY = 3
"""Tokens behind that name in which the word for its economy stands."""

KINDS = 3
"""Tokens from a nation to the noun of its rates: "U.S. short-term interest rates"."""

PROGRAMME = 3
"""Tokens behind a sum in which the name of the programme begins."""


def owner(figure: Figure, found: list[Party], company: str | None) -> tuple[str, str] | None:
    """Whose a figure is that the words around it give to a state, and why."""
    if (place := _part_of(figure, found)) is not None:
        return place, "of whose economy it is a part"
    if (debtor := _unpaid(figure, found)) is not None:
        return debtor, "who pays no interest on it"
    if figure.fact.indicator == "interest_rate" and (bank := _sets_rate(figure, found)) is not None:
        return bank.key, "whose central bank sets the rate"
    if company is None:
        return None
    if figure.fact.indicator == "interest_rate" and (nation := _rates_of(figure, found)) is not None:
        return nation.key, "the nation whose rates they are"
    if (state := _taxes(figure, found) or _wage(figure, found)) is not None:
        return state, "whose law sets it"
    return None


def _unpaid(figure: Figure, found: list[Party]) -> str | None:
    """ "Brazil suspended interest on $5 billion of debt", in a story of a bank: the state named before it in its clause."""
    if unpaid.RULE not in figure.fact.rules:
        return None
    before = (p for p in reversed(found) if figure.clause[0] <= p.first and p.last < figure.first)
    return next((p.key for p in before if not p.organisation and p.role == "names" and len(p.key) == CODE), None)


def _rates_of(figure: Figure, found: list[Party]) -> Party | None:
    """ "A cut in benchmark U.S. interest rates", in a story of a fund: the nation right before the noun, but not "its U.S. rates"."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if clue is None:
        return None
    place = next((p for p in found if p.role in ("names", "people") and 0 < clue.first - p.last <= KINDS and not p.owns), None)
    if place is None or not words("rate_kinds", language).issuperset(tokens[place.last + 1 : clue.first]):
        return None
    if any(not p.organisation and clue.last < p.first and p.last < figure.first for p in found):
        return None  # "U.S. rates are at 0.25 percent and Japan's at 0.1"
    led = tokens[place.first - 1] if place.first else ""
    return None if led in GENITIVE or led in words("possessives", language) else place


def _taxes(figure: Figure, found: list[Party]) -> str | None:
    """ "A bill to impose a 90 percent tax on bonuses", in a story of an insurer: the state named before it, else the story's."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.fact.indicator != "tax_rate" or figure.money or words("tax_laws", language).isdisjoint(tokens):
        return None
    own = figure.clue is not None and not words("possessives", language).isdisjoint(
        tokens[max(0, figure.clue.first - KINDS) : figure.clue.first]
    )
    if own:
        return None  # "a new law could lift its tax rate"
    nations = (p.key for p in reversed(found) if p.role in ("names", "people", "bodies") and p.last < figure.first and len(p.key) == CODE)
    return next(nations, None) or figure.story.main_place


def _wage(figure: Figure, found: list[Party]) -> str | None:
    """ "Arden pays twice the national minimum wage of $5.15": the nation that sets it."""
    clue, language = figure.clue, figure.story.language
    if figure.fact.indicator != "wages" or clue is None or figure.story.main_place is None:
        return None
    if words("of_law", language).isdisjoint(figure.sentence.tokens[max(0, clue.first - 1) : clue.last + 1]):
        return None
    nations = (p.key for p in reversed(found) if p.role in ("names", "people") and p.last < clue.first and len(p.key) == CODE)
    return next(nations, None) or figure.story.main_place


def programme(figure: Figure) -> str | None:
    """ "the $700 billion Troubled Asset Relief Program": whose programme it is that the sum names, whoever gets of it."""
    programmes, tokens = places_of("programmes", figure.story.language), figure.sentence.tokens
    behind = range(figure.behind, min(figure.behind + PROGRAMME, len(tokens)))
    at = next((i for i in behind if tokens[i] in programmes), None)
    if at is None or not words("prepositions", figure.story.language).isdisjoint(tokens[figure.behind : at]):
        return None  # "repaid $2 billion of TARP money"
    return (
        programmes[tokens[at]] if figure.story.text[figure.sentence.starts[at]].isupper() else None
    )  # but "$2 million for troubled firms"


def _part_of(figure: Figure, found: list[Party]) -> str | None:
    """ "Consumer spending accounts for two thirds of the U.S. economy": whose economy."""
    tokens, at = figure.sentence.tokens, figure.behind
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
