"""A share that was told before: "made up 29 percent of export revenue; two years ago the share was 12 percent" is a part of the same."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

OPEN = ("loose word, by default", "loose word, by owner", "loose word")
"""How the bare word was read where nothing but itself told."""


def of(figure: Figure, clue: Clue, last: Figure) -> bool:
    """Whether the word stands alone behind "the", or behind a place, and the figure before was a part of something."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if (
        figure.money
        or tokens[clue.first : clue.last + 1] not in (["share"], ["proportion"])
        or tokens[clue.last + 1 : clue.last + 2] == ["of"]
    ):
        return False
    if figure.fact.statistic == "growth" or last.fact.statistic != "share" or figure.number - last.number > 1:
        return False
    before = tokens[clue.first - 1 : clue.first]
    placed = not GENITIVE.isdisjoint(before) and any(place.last == clue.first - 2 for place in figure.sentence.of("place"))
    return placed or not closed("determiners", language).isdisjoint(before)
