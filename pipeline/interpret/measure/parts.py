"""Words that name a part of a whole or a share: which of them a figure may be of, by how it is counted."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.marks import marked

EACH = 4
"""Tokens between "per" and the share that something is told by: "per Class A share"."""


def each(clue: Clue, tokens: list[str], language: str) -> bool:
    """ "earnings-per-share growth", "book value per Class A share": whether it is the share that something is told by."""
    if clue.role != "loose" or tokens[clue.last] not in sets(language)["told_by_one"]:
        return False
    return "per" in tokens[max(0, clue.first - EACH) : clue.first]


def grows(kinds: frozenset[str]) -> bool:
    """Whether a figure is a growth in percent, and not so many points."""
    return "step" in kinds and "points" not in kinds


def stands(clue: Clue, tokens: list[str], kinds: frozenset[str], language: str) -> bool:
    """ "Deliveries of the company fell 5 pct", "shares of private equity firm Arden rose": whether the clue names a part of a whole only
    where it is said how large it is; a stake and a market share grow as well, and shares have a price that does."""
    if clue.role == "loose" or not grows(kinds) or not marked(clue.key, "part", language):
        return False
    if clue.role == "verb":
        return True
    growing = sets(language)["growing_parts"]
    return growing.isdisjoint(tokens[clue.first : clue.last + 1]) and not priced(clue, tokens, language)


def priced(clue: Clue, tokens: list[str], language: str) -> bool:
    """ "common shares lost 3 percent": whether what a stake is counted in has moved, and not how many there are ("shares outstanding")."""
    words = sets(language)
    named = tokens[clue.first : clue.last + 1]
    return (
        tokens[clue.last] in words["priced_parts"]
        and tokens[clue.first] not in words["held_links"]
        and words["counted_parts"].isdisjoint(named)
    )


def counts(clue: Clue, tokens: list[str], language: str) -> bool:
    """ "80 percent of S&P 500 companies", "60 percent of stocks": whether it is so many of those that an index consists of."""
    words, at = sets(language), clue.last
    while tokens[at + 1 : at + 2] and tokens[at + 1] in words["index_names"]:
        at += 1
    return not words["index_members"].isdisjoint((tokens[clue.last], *tokens[at + 1 : at + 2]))
