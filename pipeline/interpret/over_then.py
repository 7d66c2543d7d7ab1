""" "fell 1 pct in March and compared with a year earlier dropped 12 pct": a comparison that opens its own part of a sentence says over what
the step behind it is told; nothing is set beside the figure before."""

from __future__ import annotations

from pipeline.interpret.clauses import verb
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure

LONG = 12
"""Tokens from the word of comparison to the figure."""


def told(figure: Figure) -> bool:
    """Whether a comparison opens the part of the sentence in which the figure is told by a verb of its own."""
    return figure.previous is not None and opened(figure, figure.lead_first, figure.first) > 0


def opened(figure: Figure, low: int, first: int) -> int:
    """The token behind `low` at which such a part begins that ends in a verb of movement right before token `first`; 0 where none does."""
    sentence, tokens = figure.sentence, figure.sentence.tokens
    moved = _moved(figure, low, first)
    if not moved:
        return 0
    joins, verbs = figure.words("clause_joins") | figure.words("clause_breaks") | {","}, figure.words("compares_with")
    for at in range(low, min(low + LONG, moved - 2)):
        if tokens[at] not in joins:
            continue
        behind = at + 1
        with_it = tokens[behind] in verbs and tokens[behind + 1] in ("with", "to")
        if not with_it and tokens[behind] not in figure.words("versus"):
            continue
        between = tokens[behind + 1 + with_it : moved]
        plain = figure.words("relatives").isdisjoint(between) and figure.words("clause_breaks").isdisjoint(between)
        named = any(behind < c.first < moved for c in sentence.of("indicator"))
        return at if plain and not named and moved - behind <= LONG else 0
    return 0


def _moved(figure: Figure, low: int, first: int) -> int:
    """The token of the verb by which a figure is told, hedges between; 0 where there is none: "slumped by about 3 pct", "were down 3 pct"."""
    tokens, at = figure.sentence.tokens, first - 1
    while at > low and (tokens[at] in figure.words("before_figure") or tokens[at] == "by"):
        at -= 1
    return at if any(c.last == at and _told_by(figure.sentence, c.first, verb(c)) for c in figure.sentence.of("direction")) else 0


def _told_by(sentence: Sentence, at: int, acts: bool) -> bool:
    """Whether a word of movement is a verb, or stands right behind one."""
    return acts or any(c.last == at - 1 for c in sentence.of("finite"))
