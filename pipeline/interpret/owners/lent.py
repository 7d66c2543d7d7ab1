"""What states and their lenders give and lend: it is whose it goes to, the other side is who gives."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import relief
from pipeline.interpret.owners.parties import Party, words

NEAR = 12
"""Tokens between a sum and whom it goes to or comes from."""

ACTS = 8
"""Tokens between who gives or gets and the verb."""

RIGHT = 2
"""Tokens between the verb and whom is given to: "lent debt-laden Peru"."""

BESIDE = 4
"""Tokens between who gives and the sum, where the verb is that of the sum before: "and Norway about $5 million"."""


class Sides(NamedTuple):
    """Who gets and who gives."""

    borrower: str | None
    lender: str | None


def settle(figure: Figure, found: list[Party], before: str | None, company: str | None) -> bool:
    """Whether a sum is given by or to a state and the sentence tells to whom: "Chile lent Peru $5 million", "it was given a loan by Chile".

    `before` is who got what was given before in the story: "Chile pledged $5 million and Norway $2 million".
    """
    if not figure.money or figure.fact.indicator not in ("lending", "aid"):
        return False
    sides = _sides(figure, found)
    if sides is not None and sides.borrower is None and sides.lender is not None and company is None:
        sides = Sides(_meant(figure, sides.lender, before), sides.lender)
    if sides is None or sides.borrower is None or sides.borrower == sides.lender:
        return False
    figure.fact.entity = figure.fact.entity_id = sides.borrower
    figure.because("entity: to whom a state lends", 0.8)
    figure.fact.partner = sides.lender or relief.lender_named(figure)
    if figure.fact.partner is not None:
        figure.because("partner: who lends")
    return True


def _sides(figure: Figure, found: list[Party]) -> Sides | None:
    """Who gets and who gives, by the verb before the sum."""
    tokens, language = figure.sentence.tokens, figure.story.language
    gives, gets, passives = words("lends", language), words("borrows", language), words("passives", language)
    low = figure.previous.last + 1 if figure.previous is not None else 0
    nouns = words("articles", language)  # "a grant of $5 million"
    verb = next(
        (i for i in range(figure.first - 1, low - 1, -1) if tokens[i] in gives | gets and nouns.isdisjoint(tokens[max(0, i - 1) : i])), None
    )
    if verb is None:
        giver = _shares_verb(figure, found, gives)
        return Sides(None, giver) if giver is not None else None
    subject = next((p for p in reversed(found) if verb - ACTS <= p.first and p.last < verb and p.subject), None)
    stated = subject is not None and not subject.organisation
    passive = not passives.isdisjoint(tokens[max(0, verb - 2) : verb])
    if tokens[verb] in gets or passive:
        borrower = subject.key if subject is not None and stated else None
        giver = _linked(figure, found, words("lent_by", language))
        return Sides(borrower, giver) if borrower is not None else None
    if subject is None or subject.owns:
        return None
    subject = next(
        (p for p in found if p.role == subject.role and tokens[p.last + 1 : subject.first] in (["and"], ["and", "the"])), subject
    )
    beside = (p.key for p in found if verb < p.first <= verb + RIGHT and p.last < figure.first and not p.organisation)
    to = next(beside, None) or _linked(figure, found, words("lent_to", language))
    if to is None and not words("borrowing", language).isdisjoint(tokens[verb + 1 : figure.first]):
        to = figure.story.main_place if figure.story.main_place != subject.key else None  # "Chile lent it $2 million"
    untold = tokens[verb] in words("approving", language) or (subject.role == "seats" and not subject.acts) or not _open_ended(figure)
    if to is None and (untold or any(verb < p.first < figure.first for p in found)):
        return None  # "Chile approved $2 million for farmers"
    return Sides(to, subject.key) if stated or (to or "").isupper() else None


def _shares_verb(figure: Figure, found: list[Party], gives: frozenset[str]) -> str | None:
    """ "Chile pledged $5 million and Norway $2 million": the place right before a sum, whose verb is that of the sum before."""
    last = figure.previous
    if last is None or last.fact.partner is None or last.fact.entity is None or gives.isdisjoint(figure.sentence.tokens[: last.first]):
        return None
    giver = next((p for p in found if last.last < p.first and 0 < figure.first - p.last <= BESIDE and p.last < figure.first), None)
    return giver.key if giver is not None and not giver.organisation and not giver.owns and giver.key != last.fact.entity else None


def _open_ended(figure: Figure) -> bool:
    """Whether nothing tells to whom a sum goes: "Norway promised $5 billion", "lent $2 billion to develop the field"."""
    sentence, language = figure.sentence, figure.story.language
    links, articles = words("lent_to", language), words("articles", language)
    for i in range(figure.last + 1, min(figure.last + 1 + NEAR, len(sentence.tokens) - 1)):
        named = sentence.tokens[i + 1] in articles or figure.story.text[sentence.starts[i + 1]].isupper()
        if sentence.tokens[i] in links and (named or sentence.tokens[i] != "to"):
            return False
    return True


def _meant(figure: Figure, giver: str, before: str | None) -> str | None:
    """Who gets what a state gives where the sentence does not say: who got the last, else the other one of the title."""
    if before is not None and before != giver:
        return before
    named = {c.key for c in figure.story.title.of("place")}
    others = named - {giver, "WLD"}
    return others.pop() if len(others) == 1 and (giver in named or others == {figure.story.main_place}) else None


def _linked(figure: Figure, found: list[Party], links: frozenset[str]) -> str | None:
    """The party right behind one of some prepositions behind the sum."""
    tokens = figure.sentence.tokens
    for party in found:
        if 0 < party.first - figure.last <= NEAR and not any(figure.last < a < party.first for a, _ in figure.spans):
            led = tokens[party.first - 1] if tokens[party.first - 1] != "the" else tokens[party.first - 2]
            if led in links:
                return party.key
    return None
