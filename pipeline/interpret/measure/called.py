"""What a part of a survey is called: 'the "jobs hard to get" index' is none of the whole."""

from __future__ import annotations

from pipeline.interpret.measure.closed import closed

WORDS = 6
"""Words of such a name."""

MARKS = frozenset("\"'“”‘")


def name(tokens: list[str], noun: int, language: str) -> range:
    """The tokens of the name between quotation marks right before the noun of an index; none where it has no such name."""
    if noun < 3 or tokens[noun] not in closed("called_so", language) or tokens[noun - 1] not in MARKS:
        return range(0)
    opens = next((i for i in range(noun - 2, max(-1, noun - WORDS - 3), -1) if tokens[i] in MARKS), None)
    inside = range(0) if opens is None else range(opens + 1, noun - 1)
    return inside if all(tokens[i].isalpha() for i in inside) else range(0)
