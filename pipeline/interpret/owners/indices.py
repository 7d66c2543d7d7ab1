"""Where the shares of an index are traded."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import acting, acting_places, money_owner
from pipeline.interpret.owners.at_noun import at_noun
from pipeline.interpret.owners.parties import Party, words

BROAD = 6
"""Tokens between a figure and the market of which it is told: "a 27 percent rise in the broader market"."""


def broad(figure: Figure) -> bool:
    """ "against a 27 percent rise in the broader market", "while the wider market fell 2 percent": of all shares of a place, not of a firm's."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.money:
        return False
    broader, market = words("broad", language), words("index_parts_of", language)
    behind = tokens[figure.last + 1 : figure.last + 1 + BROAD]
    before = tokens[max(figure.start, figure.first - BROAD) : figure.first]
    behind = behind if "," not in behind else behind[: behind.index(",")]
    if any(word in broader and after in market and "the" in behind[:i] for i, (word, after) in enumerate(pairwise(behind))):
        return True  # but "2 percent lower in a flat market", "up 2 percent amid broader market losses"
    at = next((i for i, (word, after) in enumerate(pairwise(before)) if word in broader and after in market), None)
    return at is not None and "with" not in before[at:]  # "underperforming a weaker market with a 4 percent decline"


def broad_of(figure: Figure, main: str | None) -> str | None:
    """The place of all the shares beside which a firm's are told: that of the money they are told in, else the story's."""
    units = (m.quantity.unit for m in figure.story.mentions[figure.number])
    told = next((place for unit in units if (place := money_owner.of_one_money(unit, figure.story.language)) is not None), None)
    return told or main or figure.story.home


def place(figure: Figure, found: list[Party], main: str | None, company: str | None, told: str | None) -> str | None:
    """The place of an index that a figure is of; `main` is the story's place, `company` whom it is about, `told` the place of its index before."""
    named = money_owner.of_index(figure, found, main)
    if named is None and money_owner.index_moved(figure):
        noun = at_noun(figure, found) or acting_places.place(figure, found)
        named = noun.key if noun is not None and not noun.organisation else told or main
    if named is None and company is None and acting.organisation(figure, found) is None:
        behind = figure.clue is not None and figure.clue.first > figure.last
        named = told if "index" in figure.sentence.tokens and not behind else None
    return named
