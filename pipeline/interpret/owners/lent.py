"""What states and their banks lend: it is the borrower's, the other side is who lends."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import relief
from pipeline.interpret.owners.parties import Party, words

NEAR = 12
"""Tokens between a sum and whom it goes to or comes from."""

ACTS = 8
"""Tokens between who lends or borrows and the verb."""


RIGHT = 2
"""Tokens between the verb and whom is lent to: "lent debt-laden Peru"."""


class Sides(NamedTuple):
    """Who borrows and who lends."""

    borrower: str | None
    lender: str | None


def settle(figure: Figure, found: list[Party]) -> bool:
    """Whether a sum is lent by or to a state and the sentence tells to whom: "Chile lent Peru $5 million", "it was given a loan by Chile"."""
    if not figure.money or figure.fact.indicator not in ("lending", "aid"):
        return False
    sides = _sides(figure, found)
    if sides is None or sides.borrower is None or sides.borrower == sides.lender:
        return False
    figure.fact.entity = figure.fact.entity_id = sides.borrower
    figure.because("entity: to whom a state lends", 0.8)
    figure.fact.partner = sides.lender or relief.lender_named(figure)
    if figure.fact.partner is not None:
        figure.because("partner: who lends")
    return True


def _sides(figure: Figure, found: list[Party]) -> Sides | None:
    """Who borrows and who lends, by the verb before the sum."""
    tokens, language = figure.sentence.tokens, figure.story.language
    lends, gets, passives = words("lends", language), words("borrows", language), words("passives", language)
    low = figure.lead_first
    verb = next((i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in lends | gets), None)
    if verb is None:
        return None
    subject = next((p for p in reversed(found) if verb - ACTS <= p.first and p.last < verb and p.subject), None)
    stated = subject is not None and not subject.organisation
    passive = not passives.isdisjoint(tokens[max(0, verb - 2) : verb])
    if tokens[verb] in gets or passive:
        borrower = subject.key if subject is not None and stated else None
        giver = _linked(figure, found, words("lent_by", language))
        return Sides(borrower, giver) if subject is not None else None
    if subject is None:
        return None
    beside = (p.key for p in found if verb < p.first <= verb + RIGHT and p.last < figure.first and not p.organisation)
    to = next(beside, None) or _linked(figure, found, words("lent_to", language))
    if to is None and not words("borrowing", language).isdisjoint(tokens[verb + 1 : figure.first]):
        to = figure.story.main_place if figure.story.main_place != subject.key else None  # "Chile lent it $2 million"
    return Sides(to, subject.key) if stated or (to or "").isupper() else None


def _linked(figure: Figure, found: list[Party], links: frozenset[str]) -> str | None:
    """The party right behind one of some prepositions behind the sum."""
    tokens = figure.sentence.tokens
    for party in found:
        if 0 < party.first - figure.last <= NEAR and not any(figure.last < a < party.first for a, _ in figure.spans):
            led = tokens[party.first - 1] if tokens[party.first - 1] != "the" else tokens[party.first - 2]
            if led in links:
                return party.key
    return None
