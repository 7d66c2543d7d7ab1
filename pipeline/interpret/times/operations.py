"""A story that opens with what a central bank did in the money market: what it tells of the market is of its own day."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.measure import marks
from pipeline.interpret.measure.instrument import central_bank, words
from pipeline.interpret.story import Story

DEED = 7
"""Tokens behind a central bank in which it is told what it did: "The Bank of England said it has provided"."""


def opens_with_one(sentence: Sentence, story: Story) -> bool:
    """Whether a sentence opens a story with such an operation: "The Fed entered the market to arrange $2 billion of repurchases"."""
    if sentence.start > story.spans[0].start:
        return False
    tokens = sentence.tokens
    bank = central_bank(tokens[:DEED], story.language)
    if bank is None or words("operating", story.language).isdisjoint(tokens[bank : bank + DEED]):
        return False
    return any(marks.dated(clue.key, "operated", story.language) for clue in sentence.of("indicator"))
