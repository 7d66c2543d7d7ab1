"""Nations told by what they are in their part of the world: "Africa's largest economy" is a nation's, and no continent's."""

from __future__ import annotations

from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.lexicon import Sets

RANK = 6
"""Tokens behind the "'s" of a part of the world in which the word for a nation stands: "'s second-biggest oil producer"."""


class Ranked(NamedTuple):
    """The last token of what a nation is in its part of the world, and which nation that is, where it is surely the same for years."""

    last: int
    nation: str | None


def ranked(tokens: list[str], place: Clue, known: Sets, language: str) -> Ranked | None:
    """What "Africa's largest economy" says of "Africa"; None where no nation is told of."""
    if tokens[place.last + 1 : place.last + 2] == [] or tokens[place.last + 1] not in GENITIVE:
        return None
    if not lexicon.entries("places", language).get(place.key, {}).get("group"):
        return None  # "Peru's biggest market"
    behind = tokens[place.last + 2 : place.last + 2 + RANK]
    at = next((i for i, token in enumerate(behind) if token in known["nations_ranked"]), None)
    if at is None:
        return None
    called = [word for word in behind[:at] if word != "-"]
    if known["superlatives_alone"].isdisjoint(called) or not known["prepositions"].isdisjoint(called) or "," in called:
        return None
    order: dict[str, str] = lexicon.entries("owner", language)["ranked_economies"].get(place.key, {})
    rank = next((token for token in called if token in order), "first")
    sure = behind[at] in known["economies_ranked"] and (rank != "first" or len(called) == 1)
    return Ranked(place.last + 2 + at, order.get(rank) if sure else None)


def kept_unnamed(tokens: list[str], place: Clue, known: Sets, language: str) -> bool:
    """ "The West African nation's debt": a part of the world that only describes a nation told by no name here."""
    if place.role != "people" or known["states_unnamed"].isdisjoint(tokens[place.last + 1 : place.last + 2]):
        return False
    return bool(lexicon.entries("places", language).get(place.key, {}).get("group"))
