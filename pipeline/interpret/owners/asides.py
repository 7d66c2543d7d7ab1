"""Asides, in which firms stand that are not what their sentence is about."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import words

OPENED = 8
"""Tokens of what a firm is called that opens a sentence: "The No. 2 U.S. automaker"."""


def aside(figure: Figure) -> range:
    """Where an aside stands that tells of the firm which opens a sentence unnamed: "The brewer, which merged with Penwith, earned $5"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    at = tokens.index(",") if "," in tokens[:OPENED] else 0
    if not at or tokens[0] != "the" or tokens[at + 1 : at + 2] != ["which"]:
        return range(0)
    if tokens[at - 1] not in words("commons", language):
        return range(0)
    end = next((i for i in range(figure.first - 1, at, -1) if tokens[i] == ","), at)
    verbs = {c.first for kind in ("finite", "attribution", "direction") for c in figure.sentence.of(kind)}
    return range(at, end) if end + 1 in verbs else range(0)
