"""What a result is told before: "earnings before interest, taxes and special items" are neither taxes nor costs."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.measure.closed import closed

RESULTS = frozenset({"profit", "loss", "eps", "wages"})
"""What is told before something."""

NEAR = 8
"""Tokens between a result and what it is told before: "earnings from its mills before tax"."""


def ranges(sentence: Sentence, tokens: list[str], language: str) -> dict[int, int]:
    """The tokens of what a result of the sentence is told before, each with the one at which that opens."""
    opening, forms, joints = (closed(name, language) for name in ("deducting", "deducted", "deduction_joints"))
    if opening.isdisjoint(tokens):
        return {}
    found: dict[int, int] = {}
    clues = sentence.of("indicator")
    for at in (i for i, token in enumerate(tokens[:-1]) if token in opening and tokens[i + 1] in forms):
        whole = next((c.last for c in clues if c.first < at <= c.last), None)  # "profit before tax" is a noun
        if whole is None and not any(c.key in RESULTS and c.role != "verb" and 0 < at - c.last <= NEAR for c in clues):
            continue  # "before taxes are raised"
        opens = at if whole is None else whole + 1
        end = last = opens
        while end < len(tokens) and (end == at or tokens[end] in joints or tokens[end] in forms):
            last = last if tokens[end] in joints else end
            end += 1
        if last > opens:
            found.update(dict.fromkeys(range(opens, last + 1), opens))
    return found
