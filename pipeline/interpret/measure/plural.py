"""What "they" are: "Reserves have doubled since it signed a $9bn loan. They had stood at $19bn" is told of what opened the sentence before, and
not of the sum in it."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.theme import carries

OPENING = 3
"""Tokens of a sentence within which its subject stands."""


def they(figure: Figure, last: Figure | None, kind: frozenset[str]) -> str | None:
    """The indicator of the plural noun that opened the sentence before, where that told another sum last."""
    if last is None or last.number != figure.number - 1 or figure.previous is not None:
        return None
    language = figure.story.language
    if closed("plural_pronouns", language).isdisjoint(figure.sentence.tokens[:1]):
        return None
    before = last.sentence
    subject = next((c for c in before.of("indicator") if c.role == "noun" and c.last <= OPENING), None)
    if subject is None or not before.tokens[subject.last].endswith("s") or subject.key == last.fact.indicator:
        return None
    one = last.clue is not None and not last.sentence.tokens[last.clue.last].endswith("s")
    return subject.key if one and carries(subject.key, figure, kind) else None
