"""Cities whose own the prices of houses and rents are: of Oslo's houses, not of Norway's."""

from __future__ import annotations

from dataclasses import replace

from pipeline.interpret.clue import Sentence
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import Story

LOCAL, JOBLESS = "house_prices", "unemployment"
"""What cities have of their own, the second where they are told to have it: "Milan's jobless rate", "unemployment in Milan"."""


def named(story: Story, sentence: Sentence, found: list[Party], told: bool) -> list[Party]:
    """The parties of a sentence, its cities by their names where it tells prices of houses, or goes on with them (`told`)."""
    nouns = {clue.key for clue in sentence.of("indicator") if clue.role != "verb"}
    local = LOCAL in nouns or (told and not nouns) or not words("of_cities", story.language).isdisjoint(sentence.tokens)
    jobless = JOBLESS in nouns
    if not (local or jobless):
        return found
    tokens, at = sentence.tokens, words("places_at", story.language)
    return [
        replace(p, key=story.text[sentence.starts[p.first] : sentence.ends[p.last]], role="names")
        if p.role == "seats" and (local or p.owns or (p.first > 0 and tokens[p.first - 1] in at))
        else p
        for p in found
    ]
