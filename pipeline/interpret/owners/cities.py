"""Cities whose own the prices of houses and rents are: of Oslo's houses, not of Norway's."""

from __future__ import annotations

from dataclasses import replace

from pipeline.interpret.clue import Sentence
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import Story

LOCAL = "house_prices"


def named(story: Story, sentence: Sentence, found: list[Party], told: bool) -> list[Party]:
    """The parties of a sentence, its cities by their names where it tells prices of houses, or goes on with them (`told`)."""
    nouns = {clue.key for clue in sentence.of("indicator") if clue.role != "verb"}
    local = LOCAL in nouns or (told and not nouns) or not words("of_cities", story.language).isdisjoint(sentence.tokens)
    if not local:
        return found
    return [
        replace(p, key=story.text[sentence.starts[p.first] : sentence.ends[p.last]], role="names") if p.role == "seats" else p
        for p in found
    ]
