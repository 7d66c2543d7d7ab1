"""Towns in which firms have their seat, which are no firms themselves: "Oakley, Ohio-based Arden"."""

from __future__ import annotations

from pipeline.lexicon import Sets

STATE = 3
"""Tokens of the longest state behind the comma, and one."""


def seated(tokens: list[str], behind: int, words: Sets) -> bool:
    """Whether the name that ends before token `behind` is the town of a firm; but "Arden, the Ohio-based brewer" is one."""
    if tokens[behind : behind + 1] != [","] or not words["articles"].isdisjoint(tokens[behind + 1 : behind + 2]):
        return False
    dash = next((i for i in range(behind + 2, min(behind + 2 + STATE, len(tokens))) if tokens[i] == "-"), None)
    return dash is not None and not words["seated"].isdisjoint(tokens[dash + 1 : dash + 2])
