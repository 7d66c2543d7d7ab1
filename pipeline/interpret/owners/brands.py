"""What a firm has or makes, where the firm is told by it: "the owner of Penwith and Halford posted a loss" is a loss of neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.lexicon import Sets

if TYPE_CHECKING:
    from pipeline.interpret.owners.parties import Party

FIRST = 12
"""Tokens between the "of" and the first name: "of wine brands such as"."""

FURTHER = 5
"""Tokens behind the last name in which a list goes on: "Penwith, Halford film studios and Truro"."""

ENDS = frozenset({".", ";", ":", "(", "said", "says"})
"""What stands in no list."""


def without(tokens: list[str], found: list[Party], known: Sets) -> list[Party]:
    """The parties of a sentence but those that are listed as what somebody has or makes; `known` are the sets of owner.toml."""
    had = known["owners_of"]
    if had.isdisjoint(tokens):
        return found
    listed = {id(p) for i, token in enumerate(tokens[:-1]) if token in had and tokens[i + 1] == "of" for p in _listed(tokens, i + 2, found)}
    return [p for p in found if id(p) not in listed]


def _listed(tokens: list[str], start: int, found: list[Party]) -> list[Party]:
    """The names of the list that begins at `start`, of two names at least; what is joined by a comma alone ends none: "the parent of
    Penwith Airlines, Arden Corp, gained"."""
    parties = [p for p in found if p.organisation and p.first >= start]
    if not parties or parties[0].first - start > FIRST or not ENDS.isdisjoint(tokens[start : parties[0].first]):
        return []
    run, before = [parties[0]], tokens[start : parties[0].first]
    for party in parties[1:]:
        between = tokens[run[-1].last + 1 : party.first]
        if between not in ([","], ["and"], ["and", "the"]):
            break
        run.append(party)
        if between != [","]:
            break
    if len(run) > 1 and tokens[run[-2].last + 1 : run[-1].first] == [","] and "and" not in [*before, *tokens[run[-1].last + 1 :][:FURTHER]]:
        return run[:1]  # the second is whoever has the first
    listed = len(run) > 1 or ("and" in before and "," not in before[len(before) - before[::-1].index("and") :])
    return run if listed and not run[-1].owns else []
