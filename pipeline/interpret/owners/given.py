"""Aid and loans: who gives or lends, who gets or owes."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.owners import acting, bestowed, enacted, lent, of_state, state_aid
from pipeline.interpret.owners.parties import Party, places_of, words
from pipeline.interpret.story import UNIONS
from pipeline.lexicon import either

GIVEN = frozenset({"aid", "lending", "debt_issue"})

DOLLARS, DOLLARS_OF = "USD", "USA"
"""The money that firms of many nations tell sums in, and whose it is."""

NEAR = 10
"""Tokens between a sum and who gets it: "$6 billion of loans to Arden Corp"."""

LINK = 4
"""Tokens between "to" and a name: "to its supplier Arden Corp"."""


def settle(figure: Figure, found: list[Party], own: Party | None, company: str | None) -> bool:
    """Settle owner and other side of a sum that is given or lent, where the sentence tells them."""
    if bestowed.settle(figure, found):
        return True
    if figure.fact.indicator == "aid":
        loan = figure.clue is not None and figure.clue.key in closed("lent", figure.story.language)  # "a loan from the IMF"
        return (loan and lent.settle(figure, found)) or _got_from(figure, found) or _aid(figure, found, own, company)
    if figure.fact.indicator == "debt_issue":
        return figure.money and _loan(figure, found, None)  # a loan that is told as a credit line or a facility
    return lent.settle(figure, found) or (figure.money and _loan(figure, found, company))


def donated(figure: Figure) -> bool:
    """ "Ann Arden is donating $5 million": what people and firms give of their own, where no state is told of."""
    tokens, language = set(figure.sentence.tokens), figure.story.language
    return not words("donates", language).isdisjoint(tokens) and words("states", language).isdisjoint(tokens)


def _aid(figure: Figure, found: list[Party], own: Party | None, company: str | None) -> bool:
    """What a firm asks for or pays back is its own, what it gets its state's: "Arden repaid $2 billion", "Arden's $5 billion bailout"."""
    if (whole := of_state.programme(figure)) is not None:
        return _is(figure, whole, None, "whose programme it is")
    decided = enacted.state(figure) if figure.money else None
    place = (
        decided or _state(figure) or state_aid.decides(figure, found) or _of_the_money(figure, found, company) or figure.story.main_place
    )
    tokens, language = figure.sentence.tokens, figure.story.language
    actor = own if own is not None and own.organisation else acting.organisation(figure, found)
    if actor is not None:
        between = tokens[0 if actor is own else actor.last + 1 : figure.first]
        if state_aid.asks(figure, between):
            return _is(figure, actor.key, place, "who pays aid back")
        if place is not None and not (words("gets", language) | words("repays", language)).isdisjoint(between):
            return _is(figure, place, actor.key, "whose state gives the aid")
    if decided is not None:
        return _is(figure, decided, actor.key if actor is not None else None, "whose state decides on the aid")
    if place is not None and not words("states", language).isdisjoint(tokens[figure.behind : figure.last + LINK + 2]):
        return _is(figure, place, actor.key if actor is not None else company, "whose state gives the aid")
    if place is None or words("bailouts", language).isdisjoint(tokens[figure.clause[0] : figure.clause[1]]):
        return False
    saved = next((p.key for p in found if p.organisation and (p.owns or tokens[p.first - 1 : p.first] in (["of"], ["for"], ["to"]))), None)
    if saved is None and place not in UNIONS and any(not p.organisation and p.key != place for p in found):
        return False  # "lenders granted Chile a bailout": no state of the story gives what others do
    return _is(figure, place, saved or company, "whose state gives the aid")


def _of_the_money(figure: Figure, found: list[Party], company: str | None) -> str | None:
    """ "Arden got $45 billion of government aid", in a story from Italy, which pays in euros: the state whose money it is, where none is named."""
    language = figure.story.language
    if figure.fact.quantity.unit != DOLLARS or figure.story.main_place not in words("own_moneys", language):
        return None
    firm = company is not None or any(p.organisation for p in found)
    return DOLLARS_OF if firm and all(p.organisation for p in found) else None


def _got_from(figure: Figure, found: list[Party]) -> bool:
    """ "Peru received $2 billion of aid from the European Union": it is who gives it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    getter = next((p for p in reversed(found) if p.subject and p.last < figure.first and p.role in ("names", "people")), None)
    if getter is None or words("gets", language).isdisjoint(tokens[getter.last + 1 : figure.first]):
        return False
    until = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
    for party in found:
        if party.organisation or party.key == getter.key:
            continue  # what a bank of states gives, it lends
        if 0 < party.first - figure.last <= NEAR and party.first < until:
            if tokens[party.first - 1] == "from" or tokens[party.first - 2 : party.first] == ["from", "the"]:
                return _is(figure, party.key, getter.key, "who gives what another gets")
    return False


def _state(figure: Figure) -> str | None:
    """ "has received $4 billion in U.S. government loans", in a story from Italy: the state that the clause says to give it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    clause = tokens[figure.clause[0] : figure.clause[1]]
    programmes = places_of("programmes", language)
    if (programme := next((token for token in clause if token in programmes), None)) is not None:
        return programmes[programme]
    states = words("states", language)
    until = next((a for a, _ in figure.spans if a > figure.last), figure.clause[1])
    for place in figure.sentence.of("place"):
        if figure.clause[0] <= place.first < min(until, figure.clause[1]):
            if place.role == "bodies" and not states.isdisjoint(tokens[place.first : place.last + 1]):
                return place.key
            if place.role in ("names", "people") and not states.isdisjoint(tokens[place.last + 1 : place.last + 2]):
                return place.key
    return None


def _loan(figure: Figure, found: list[Party], company: str | None) -> bool:
    """The borrower of "$6 billion of loans to Arden Corp"; of what a lender provides in a story about its borrower."""
    tokens, language = figure.sentence.tokens, figure.story.language
    lends, before = words("lends", language), [p for p in found if p.subject and p.last < figure.first and p.role != "seats"]
    lender = next((p for p in before if p.acts or not lends.isdisjoint(tokens[p.last + 1 : p.last + LINK])), None)
    loans, lending = (
        words("loans", language),
        not words("lending", language).isdisjoint(figure.bare_lead(closed("hedges", language))[-LINK:]),
    )
    if lender is not None and (debtor := _debtor(figure, found, lender, lending)) is not None:
        return _is(figure, debtor.key, lender.key, "to whom it is lent")
    for party in found:
        if 0 < party.first - figure.last <= NEAR and not any(figure.last < a < party.first for a, _ in figure.spans):
            between = tokens[figure.behind : party.first]
            if (
                "to" in between[-LINK:]
                and not ({","} | words("sells", language)) & set(between)
                and (not loans.isdisjoint(between) or (lending and lender is not None and not _serves(between, language)))
            ):
                giver = lender.key if lender is not None else None
                if not party.organisation and (giver or company) is not None and _on_the_books(figure):
                    return _is(figure, giver or company or "", party.key, "who has lent it")
                if giver is None and not words("states", language).isdisjoint(tokens[: figure.first]):
                    giver = figure.story.main_place
                return _is(figure, party.key, giver, "to whom it is lent")
    if company is not None and lender is not None and lender.organisation and lender.key != company:
        if not lends.isdisjoint(tokens[lender.last + 1 : figure.first]):
            return _is(figure, company, lender.key, "to whom it is lent")
    return False


def _on_the_books(figure: Figure) -> bool:
    """ "placed its $2 billion of loans to Peru on non-accrual": what a bank has lent before, and gives nobody now."""
    language = figure.story.language
    held = either(closed("hedges", language), words("possessives", language))
    return not words("on_the_books", language).isdisjoint((*figure.lead[-1:], *figure.bare_lead(held)[-1:]))


def _serves(between: list[str], language: str) -> bool:
    """ "lent $2 billion to fund Arden's purchase", "lent $3 billion to help Arden": no "to" of whoever gets it; but "to the miner Arden"."""
    return between[-1:] != ["to"] and between[-2:] != ["to", "the"] and words("firms", language).isdisjoint(between[-1:])


def _debtor(figure: Figure, found: list[Party], lender: Party, lending: bool) -> Party | None:
    """ "has lent Arden $5 million", "raised its line of credit to Arden to $5 million": who owes, named before the sum."""
    tokens, language = figure.sentence.tokens, figure.story.language
    party = next((p for p in reversed(found) if lender.last < p.first and p.last < figure.first), None)
    if party is None or not party.organisation or party.key == lender.key:
        return None
    if lending and party.last == figure.first - 1 and not words("lending", language).isdisjoint(tokens[party.first - LINK : party.first]):
        return party
    line = tokens[max(0, party.first - LINK - 1) : party.first]
    to_it = line[-1:] == ["to"] and not words("loans", language).isdisjoint(line)
    return party if to_it and tokens[party.last + 1 : party.last + 2] in (["to"], ["by"], ["of"]) else None


def _is(figure: Figure, name: str, other: str | None, rule: str) -> bool:
    figure.fact.entity = figure.fact.entity_id = name
    figure.because(f"entity: {rule}", 0.75)
    if other is not None and other != name:
        figure.fact.partner = other
        figure.because("partner: the other side of what is given")
    return True
