"""Parts of the world whose shares of a trade are told of together: "the European telecoms index"."""

from __future__ import annotations

from pipeline.interpret.owners.parties import places_of, words

KIND = 4
"""Tokens from the name of a part of the world to the word for its shares."""


def of_shares(tokens: list[str], at: int, language: str) -> str | None:
    """ "The European telecoms index", "the European car sector": the part of the world of which the shares are that token `at` tells of."""
    if tokens[at] not in words("region_shares", language):
        return None
    regions = places_of("regions_of_shares", language)
    for i in range(at - 1, max(-1, at - KIND - 1), -1):
        if tokens[i] in regions:
            return regions[tokens[i]]
        if not tokens[i].isalpha() or tokens[i] in words("prepositions", language):
            return None
    return None
