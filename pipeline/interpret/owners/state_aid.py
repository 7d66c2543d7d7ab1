"""Aid that a firm has of a state: what it got is whose state gives it, what it asks for or pays back is the firm's own."""

from __future__ import annotations

from pipeline.interpret.clue import CODE, GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import UNIONS, WORLD

LOAN = 8
"""Tokens behind a sum in which it is called a loan."""

BEHIND = 12
"""Tokens behind a sum in which it is told that it was given: "repaid the $3 billion in federal loans that it had received"."""


def settle(figure: Figure, found: list[Party]) -> None:
    """Turn owner and other side, where a firm is said to have what is a state's: "Arden got $4 billion from the U.S. Treasury"."""
    fact, story = figure.fact, figure.story
    if fact.indicator != "aid" or not figure.money or not story.is_organisation(fact.entity) or not _gives(figure, found):
        return
    tokens, language = figure.sentence.tokens, story.language
    until = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
    if words("states", language).isdisjoint(tokens) or not words("donates", language).isdisjoint(tokens):
        return
    if not words("loans", language).isdisjoint(tokens[figure.behind : min(until, figure.behind + LOAN)]):
        return  # a loan is whose it is to pay back
    own = next((p.last + 1 for p in reversed(found) if p.key == fact.entity and p.last < figure.first), 0)
    for lead in (tokens[own : figure.first], tokens[figure.clause[0] : figure.first]):
        if asks(figure, lead) or not words("asks_aid", language).isdisjoint(lead):
            return
    fact.entity, fact.partner = _named(figure, found) or fact.partner, fact.entity
    fact.entity_id = fact.entity
    figure.because("entity: the state that gives what a firm gets", 0.75)


def _gives(figure: Figure, found: list[Party]) -> bool:
    """Whether the other side is a state, and not one to which the firm gives: "the fund paid $2 billion to Peru"."""
    state, tokens = figure.fact.partner, figure.sentence.tokens
    if state is None or len(state) > CODE or not state.isupper() or state == WORLD or figure.story.is_organisation(state):
        return False
    return not any(
        p.key == state and p.first > figure.last and not words("lent_to", figure.story.language).isdisjoint(tokens[p.first - 2 : p.first])
        for p in found
    )


def _named(figure: Figure, found: list[Party]) -> str | None:
    """The state whose government the sentence names before the sum: "the German government could provide", in a story from Moscow."""
    tokens, states = figure.sentence.tokens, words("states", figure.story.language)
    own = [p for p in found if p.role in ("names", "people", "bodies") and p.last < figure.first and len(p.key) == CODE]
    near = (p for p in reversed(own) if not states.isdisjoint(tokens[max(0, p.first - 2) : p.last + 2]))
    return next((p.key for p in near), None)


def asks(figure: Figure, lead: list[str]) -> bool:
    """Whether a sum is asked for or paid back by what stands before it, and is not one that was got."""
    language = figure.story.language
    asked, got = words("repays", language), words("gets", language)
    verb = next((token for token in reversed(lead) if token in asked or token in got or token in words("aided", language)), None)
    if verb not in asked:
        return False
    behind = lead[len(lead) - 1 - lead[::-1].index(verb) :]
    if not words("aid_terms", language).isdisjoint(behind):
        return False  # "is seeking concessions under the terms of its $5 billion bailout"
    if behind[-1] in GENITIVE and behind[-2] in words("states", language):
        return False  # "is seeking to tap the government's $5 billion fund"
    tokens = figure.sentence.tokens
    until = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
    return got.isdisjoint(tokens[figure.behind : min(until, figure.behind + BEHIND)])


def decides(figure: Figure, found: list[Party]) -> str | None:
    """ "The Bush administration approved a $17 billion bailout", in a story from Berlin: the nation whose body does it."""
    bodies = (p for p in reversed(found) if p.role == "bodies" and p.subject and figure.clause[0] <= p.first and p.last < figure.first)
    body = next(bodies, None)
    if body is None or len(body.key) != CODE or body.key in UNIONS | {WORLD}:
        return None
    return None if any(p.last + 1 == body.first and p.key != body.key for p in found) else body.key  # "the Peruvian Senate"
