"""What a state or a lender of states gives, told with who gets it: "Norway gave Peru a $5 million grant", "the IMF approved $5 million for Peru".

Aid is whose who gives it, and of who gets it where a lender of states does; a loan is the borrower's.
"""

from __future__ import annotations

from pipeline.interpret.clue import CODE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import relief
from pipeline.interpret.owners.parties import Party, led, words

RIGHT = 2
"""Tokens between the verb and who gets it: "gave the debt-laden Peru"."""

NEAR = 7
"""Tokens between who gets it and the sum: "a new, interest-free $5 million loan"."""

FAR = 12
"""Tokens between a sum and the state that it goes to, or before it within which the lender stands."""

WORLD = "WLD"


def settle(figure: Figure, found: list[Party]) -> bool:
    """Settle owner and other side of such a sum, where the sentence tells both."""
    return figure.money and (_right_behind(figure, found) or _by_lender(figure, found) or _asked(figure, found))


def _right_behind(figure: Figure, found: list[Party]) -> bool:
    """ "has given Peru an extra $5 million"."""
    tokens, verbs = figure.sentence.tokens, words("bestows", figure.story.language)
    low = figure.lead_first
    getter = next((p for p in reversed(found) if low <= p.first and 0 < figure.first - p.last <= NEAR and _state(p)), None)
    if getter is None or verbs.isdisjoint(tokens[max(low, getter.first - RIGHT) : getter.first]) or getter.owns:
        return False
    giver = next((p for p in reversed(found) if p.subject and p.last < getter.first and p.key != getter.key), None)
    if giver is None or giver.organisation:
        return False
    lent = figure.fact.indicator == "lending"
    return _is(figure, *((getter.key, giver.key) if lent else (giver.key, getter.key)))


def _by_lender(figure: Figure, found: list[Party]) -> bool:
    """ "the World Bank has approved $5 million to help Peru feed the poor", whose sum is the first behind the lender."""
    tokens, language = figure.sentence.tokens, figure.story.language
    before = tokens[max(figure.clause[0], figure.first - FAR) : figure.first]
    if words("lenders_of_states", language).isdisjoint(before) or words("lender_gives", language).isdisjoint(before):
        return False
    lender, links = relief.lender_named(figure), words("lent_toward", language)
    until = next((first for first, _ in figure.spans if first > figure.last), len(tokens))
    for party in found:
        if _state(party) and figure.last < party.first <= min(until - 1, figure.last + FAR):
            return led(party, [], tokens, language) in links and lender is not None and _is(figure, party.key, lender)
    return False


def _asked(figure: Figure, found: list[Party]) -> bool:
    """ "the United Nations has asked donors for $5 million": it is whose need is told, that is who asks."""
    tokens, language = figure.sentence.tokens, figure.story.language
    low = max(figure.clause[0], figure.first - FAR)
    verb = next((i for i in range(figure.first - 1, low, -1) if tokens[i] in words("appeals", language)), None)
    asks = None if verb is None else next((p for p in reversed(found) if p.subject and p.last < verb and p.role != "seats"), None)
    if asks is None or figure.fact.indicator != "aid" or words("donors", language).isdisjoint(tokens[: figure.first]):
        return False
    figure.fact.entity = figure.fact.entity_id = asks.key
    figure.because("entity: who asks for it", 0.8)
    return True


def _state(party: Party) -> bool:
    return not party.organisation and party.role in ("names", "people") and len(party.key) == CODE and party.key != WORLD


def _is(figure: Figure, owner: str, other: str) -> bool:
    figure.fact.entity = figure.fact.entity_id = owner
    figure.fact.partner = other
    figure.because("entity: of two that one gives to the other", 0.85)
    return True
