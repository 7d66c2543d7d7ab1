"""What is put into a firm: "Arden invested $2 billion in Penwith" is money of Penwith's, whoever gives it."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import acting
from pipeline.interpret.owners.parties import Party, words

MEASURES = frozenset({"investment", "share_issue", "debt_issue", "deal_value"})

LEAD = 8
"""Tokens between the verb of investing and its sum."""

INTO = 3
"""Tokens between a sum and the name of the firm: "in the lender Penwith"."""

PART = 16
"""Tokens between a sum and the firm of which a part is bought with it, past a second sum in brackets."""


def settle(figure: Figure, found: list[Party]) -> bool:
    """Settle the owner of a sum that one firm puts into another."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if not figure.money or figure.fact.indicator not in MEASURES:
        return False
    if words("invests", language).isdisjoint(tokens[max(figure.clause[0], figure.first - LEAD) : figure.first]):
        return False
    into = _into(figure, found)
    part = _part(figure, found) if into is None else None
    if (into or part) is None:
        return False
    giver = acting.organisation(figure, found)
    whose = into or part
    of_state = any(not p.organisation and p.subject and p.role == "names" and p.last < figure.first and not _fund(p, figure) for p in found)
    if whose is None or (giver is None and of_state) or (giver is not None and giver.key == whose.key):
        return False  # what a state puts in is the state's
    if part is not None:
        figure.fact.indicator = "deal_value"
        figure.because("indicator: what is paid for a part of a firm")
    figure.fact.entity = figure.fact.entity_id = whose.key
    figure.because("entity: whom it is invested in", 0.8)
    if giver is not None:
        figure.fact.partner = giver.key
        figure.because("partner: who invests it")
    return True


def _fund(place: Party, figure: Figure) -> bool:
    """ "The Abu Dhabi Investment Authority": whether the name of a place goes on to be that of a fund."""
    behind = figure.sentence.starts[place.last + 1] if place.last + 1 < len(figure.sentence.starts) else None
    return behind is not None and figure.story.text[behind].isupper()


def _into(figure: Figure, found: list[Party]) -> Party | None:
    """The firm behind "in" or "into"."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if tokens[figure.behind : figure.behind + 1] not in (["in"], ["into"]):
        return None
    into = next((p for p in found if p.organisation and 0 < p.first - figure.behind <= INTO), None)
    if into is None or into.says or not words("invested_in_goods", language).isdisjoint(tokens[into.last + 1 : into.last + 3]):
        return None
    return into


def _part(figure: Figure, found: list[Party]) -> Party | None:
    """ "will invest $90 million for a 14 percent stake in Penwith": the firm of which a part is what the sum is paid for."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if tokens[figure.behind : figure.behind + 1] not in (["for"], ["to"], ["in"]):
        return None
    for party in found:
        if party.organisation and figure.behind < party.first <= figure.behind + PART:
            between = tokens[figure.behind : party.first]
            if "," in between or words("parts", language).isdisjoint(between):
                return None
            return party if not words("part_links", language).isdisjoint(between[-INTO:]) else None
    return None
