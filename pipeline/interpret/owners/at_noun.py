"""Whoever stands at the noun of a figure: "German exports", "Apple's profit", "shares in Apple"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.acting import first_of
from pipeline.interpret.owners.parties import Party, describing, leading, words

BEFORE = 5
"""Tokens between an owner and the noun of its figure: "Apple's first net profit"."""

BEHIND = 6
"""Tokens between a noun and the owner behind it: "shares in the London exchange"."""


def at_noun(figure: Figure, found: list[Party]) -> Party | None:
    """Whoever stands right before the noun ("German exports", "Apple's profit") or behind it ("shares in Apple")."""
    clue, tokens = figure.clue, figure.sentence.tokens
    if clue is None:
        return None
    if any(_goes_on(p, clue.last, figure) for p in found):
        return None
    before = behind = None
    if figure.fact.indicator in ("imports", "tariff", "other") and tokens[clue.first] in words("wares", figure.story.language):
        return None  # "Japanese goods" are the other side's
    stops, links = words("noun_stop", figure.story.language), words("place_links_near", figure.story.language)
    if figure.fact.indicator == "share_price":
        links = links | words("target_links", figure.story.language)
    noun = clue.first - (tokens[clue.first - 1 : clue.first] == ["("])  # "Danish gross domestic product (GDP)"
    for party in found:
        if party.last < noun <= party.last + BEFORE and stops.isdisjoint(tokens[party.last + 1 : noun]):
            if party.role != "seats" or party.owns:
                before = party
        if 1 < party.first - clue.last <= BEHIND and behind is None and party.first not in range(figure.first, figure.last + 1):
            if links.issuperset(tokens[clue.last + 1 : party.first]):
                behind = party
    if behind is not None and tokens[behind.first - 1] in words("target_links", figure.story.language):
        return behind  # "Halford cut its target on Arden's shares"
    return first_of(before, figure, found) if before is not None and before.organisation else before or behind


def _goes_on(party: Party, noun: int, figure: Figure) -> bool:
    """ "Arden's shares fell 2% and Penwith added 3%": whether the clause behind the noun is another's."""
    if not (party.organisation and party.subject and (party.acts or party.says) and noun < party.first and party.last < figure.first):
        return False
    tokens = figure.sentence.tokens
    if party.says and not any(tokens[i][0].isdigit() for i in range(party.last + 2, min(party.last + 4, len(tokens)))):
        return False  # "and Penwith added that" says something
    language = figure.story.language
    before = max(noun, leading(tokens, party.first, describing(figure.sentence), language))  # "while the German rival Penwith added 3%"
    told = any(noun < a and b < party.first for a, b in figure.spans)
    return tokens[before] in words("going_on", language) or (told and tokens[before] == ",")
