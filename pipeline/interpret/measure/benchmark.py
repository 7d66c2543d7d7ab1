"""A share index that a share only weighs on: "the top drag on the Nasdaq, sliding 5 percent" tells what the share did."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.measure.closed import closed

REACH = 14
"""Tokens before an index within which it is told that something weighs on it."""

PART = 5
"""Tokens behind "the Nasdaq's" within which it is told: "the Nasdaq's second biggest gainer"."""


def weighed(tokens: list[str], first: int, last: int, language: str) -> bool:
    """Whether the index at tokens `first`..`last` is only what a share lifts, drags on or does better than the rest of."""
    weights, names = closed("index_weights", language), closed("index_names", language)
    while last + 1 < len(tokens) and tokens[last + 1] in names:
        last += 1
    if tokens[last + 1 : last + 2] == ["."] and last + 3 < len(tokens):
        last += 2  # its code: "the Nasdaq .IXIC"
    behind = tokens[last + 1 : last + 2]
    if behind and behind[0] in GENITIVE:
        if not weights.isdisjoint(tokens[last + 2 : last + 2 + PART]):
            return True  # but "helped lead the Nasdaq's decline" is told before it
    elif behind and behind[0] not in closed("index_ends", language):
        return False  # "helped the Nasdaq gain 2 percent"
    if tokens[last + 2 : last + 3] and tokens[last + 2] in closed("index_pronouns", language):
        return False  # "a drag on the Nasdaq, which fell 2 percent"
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if tokens[at] in (",", ";") or (tokens[at][0].isdigit() and tokens[at] not in names):
            return False
        if tokens[at] in weights:
            return True
    return False
