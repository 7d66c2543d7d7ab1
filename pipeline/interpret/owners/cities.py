"""Cities whose own the prices of houses and rents are: of Oslo's houses, not of Norway's."""

from __future__ import annotations

from dataclasses import replace

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import Story

NOUN = 6
"""Tokens from a city to the noun of what is its own."""

LOCAL, JOBLESS = "house_prices", "unemployment"
"""What cities have of their own, the second where they are told to have it: "Milan's jobless rate", "unemployment in Milan"."""

OWNED = frozenset({"exports", "imports", "trade_turnover", "gdp", "tax_revenue", "retail_sales", "industrial_production"})
"""What a city that is no capital has where it is told to own it: "Shenzhen's exports"."""


def named(story: Story, sentence: Sentence, found: list[Party], told: bool) -> list[Party]:
    """The parties of a sentence, its cities by their names where it tells prices of houses, or goes on with them (`told`)."""
    nouns = {clue.key for clue in sentence.of("indicator") if clue.role != "verb"}
    local = LOCAL in nouns or (told and not nouns) or not words("of_cities", story.language).isdisjoint(sentence.tokens)
    jobless, owned = JOBLESS in nouns, not OWNED.isdisjoint(nouns)
    if not (local or jobless or owned):
        return found
    tokens, at = sentence.tokens, words("places_at", story.language)

    def own(party: Party) -> bool:
        if local or (jobless and (party.owns or (party.first > 0 and tokens[party.first - 1] in at))):
            return True
        return owned and party.owns and _owns(party, sentence) and not _capital(party, tokens, story.language)

    return [
        replace(p, key=story.text[sentence.starts[p.first] : sentence.ends[p.last]], role="names") if p.role == "seats" and own(p) else p
        for p in found
    ]


def _owns(party: Party, sentence: Sentence) -> bool:
    """Whether what stands behind a city's "'s" is such a measure: "Shenzhen's June exports", but not "Toronto's share index fell on a tax"."""
    nouns = (clue for clue in sentence.of("indicator") if clue.role != "verb" and clue.first > party.last)
    first = min(nouns, key=lambda clue: clue.first, default=None)
    return first is not None and first.key in OWNED and first.first - party.last <= NOUN


def _capital(party: Party, tokens: list[str], language: str) -> bool:
    """Whether a city stands for its nation: the first of those from which it is told, or one that it is ruled from."""
    name, nation = " ".join(tokens[party.first : party.last + 1]), lexicon.entries("places", language).get(party.key, {})
    return name in words("ruling_seats", language) or name in [seat.casefold() for seat in nation.get("seats", ())[:1]]
