"""The other side of money that changes hands: who gives it or gets it, beside the owner of the figure."""

from __future__ import annotations

from pipeline.interpret.clue import CODE, Sentence, coded
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import money_owner, quoted_before
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import Story

GIVEN = frozenset({"aid", "lending", "fine", "subsidy", "debt_relief", "foreign_debt"})
"""Measures of what one side gives to another, or owes it."""

DEALT = frozenset({"deal_value", "stake"})

STATE = frozenset({"aid", "fine", "stake", "lending"})
"""Measures of which a state may be the other side."""

NEAR = 16
"""Tokens behind a figure in which the other side is named."""

CALLED = 4
"""Tokens between a nation and its authorities: "U.S. antitrust regulators"."""

BETWEEN = 4
"""Tokens between a preposition and the name behind it: "to its rival Acme"."""


def settle(figure: Figure, found: list[Party]) -> None:
    """Settle `partner` where nothing has."""
    fact = figure.fact
    if fact.indicator == "exchange_rate" and fact.entity is not None:
        fact.partner = quoted_before.other(figure) or fact.partner
    if fact.partner is not None or fact.indicator not in GIVEN | DEALT:
        return
    others = [p for p in found if p.key != fact.entity]
    if fact.indicator in GIVEN:
        name, rule = _linked(figure, others), "to whom or from whom it goes"
        if name is None:
            name, rule = _kind(figure), "those to whom it goes"
        if name is None and fact.indicator == "fine":
            name, rule = _regulator(figure), "who fines"
        if name is None and fact.indicator == "fine":
            name, rule = _state_of_authorities(figure), "whose authorities fine"
        if name is None:
            name, rule = _giver(figure, others), "who gives it"
    else:
        name, rule = _only(others), "the other organisation of the sentence"
    if name is None and fact.indicator in STATE and len(fact.entity or "") > CODE:
        name, rule = _state(figure), "the state"
    if name is not None and name != fact.entity:
        fact.partner = name
        figure.because(f"partner: {rule}")


def _linked(figure: Figure, others: list[Party]) -> str | None:
    """The name behind "to", "for" or "from" behind the figure, or before it behind "to" and "by"."""
    tokens, links = figure.sentence.tokens, words("given_links", figure.story.language)
    for party in others:
        gap = party.first - figure.last
        if 0 < gap <= NEAR and not any(figure.last < a < party.first for a, _ in figure.spans):
            before = tokens[max(figure.behind, party.first - BETWEEN) : party.first]
            if not links.isdisjoint(before) and "," not in before:
                return party.key
    return None


def _kind(figure: Figure) -> str | None:
    """Those of a kind behind "to", "for" or "into": "to indebted wine growers"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    kinds, links, stops = words("receivers", language), words("given_links", language), words("articles", language)
    for i in range(figure.behind, min(figure.last + NEAR, len(tokens))):
        if tokens[i] in kinds and not any(figure.last < a < i for a, _ in figure.spans):
            first = i
            while (
                first - 1 > figure.last and i - first < BETWEEN and tokens[first - 1].isalpha() and tokens[first - 1] not in links | stops
            ):
                first -= 1
            before = first - 1 - (tokens[first - 1] in stops)
            while first < i and tokens[first] in words("helping", language):
                first += 1  # "a fund to bail out sick banks"
            if tokens[before] in links:
                return " ".join(figure.story.text[figure.sentence.starts[first] : figure.sentence.ends[i]].split())
    return None


def _regulator(figure: Figure) -> str | None:
    """The authority that the sentence names, or the story before it; where the sentence only has initials, as first named."""
    story, name = figure.story, _authority(figure.story, figure.sentence)
    if name is None or name.isupper():
        before = (_authority(story, story.sentence(number)) for number in range(figure.number))
        name = next((full for full in before if full is not None), name)
    return name


def _authority(story: Story, sentence: Sentence) -> str | None:
    """The authority that a sentence names: "US Securities and Exchange Commission"."""
    known = words("regulators", story.language)
    for i, token in enumerate(sentence.tokens):
        if token in known and story.text[sentence.starts[i]].isupper():
            first = i
            while first and (_capital(story, sentence, first - 1) or (first > 1 and sentence.tokens[first - 1] in ("and", "of"))):
                first -= 1
            return " ".join(story.text[sentence.starts[first] : sentence.ends[i]].split())
    return None


def _state_of_authorities(figure: Figure) -> str | None:
    """Whose authorities fine, where they go by no name, in the sentence or before it: "European regulators", "U.S. prosecutors"."""
    story = figure.story
    known = words("authorities", story.language)
    for number in (figure.number, *range(figure.number)):
        sentence = story.sentence(number)
        if known.isdisjoint(sentence.tokens):
            continue
        for place in sentence.of("place"):
            if place.role in ("names", "people") and not known.isdisjoint(sentence.tokens[place.last + 1 : place.last + CALLED]):
                return place.key
    return None


def _capital(story: Story, sentence: Sentence, at: int) -> bool:
    return story.text[sentence.starts[at]].isupper() and sentence.tokens[at] not in words("articles", story.language)


def _giver(figure: Figure, others: list[Party]) -> str | None:
    """Who does it, where the owner of the figure is another: "Japan lent Peru $5 million"."""
    tokens = figure.sentence.tokens
    own = (p for p in others if p.subject and p.acts and figure.clause[0] <= p.first and p.last < figure.first)
    return next((p.key for p in own if tokens[p.last + 1] != ","), None)


def _only(others: list[Party]) -> str | None:
    """The only other organisation that the sentence names."""
    found = {p.key for p in others if p.organisation}
    return found.pop() if len(found) == 1 else None


def _state(figure: Figure) -> str | None:
    """The place of the story where the sentence speaks of its government."""
    told = words("states", figure.story.language)
    if told.isdisjoint(figure.sentence.tokens[figure.clause[0] : figure.clause[1]]):
        return None
    place = figure.story.main_place
    return place if place is not None and coded(place) else money_owner.quoted_in(figure, None)  # no part of the world has a government
