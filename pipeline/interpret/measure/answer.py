"""What those asked in a survey answer, in the words of the answer: "16 percent intended to hire more workers" is of "hire more workers".

Without it the answers to all questions of all surveys of a country stand in one series of its confidence.
"""

from __future__ import annotations

from itertools import takewhile

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.narrow import ACRONYMS
from pipeline.interpret.measure.wording import printed
from pipeline.lexicon import either

REACH = 16
"""Tokens between a percentage and the verb of those whom it counts."""

OPENING = ("answers", "answers_further", "outlooks", "rating")
"""The sets of verbs of those who are asked."""

WORDS = 4
"""Words of an answer that name it."""


def of(figure: Figure) -> str:
    """The words of what is answered; empty where the percentage is told without them ("up from 24 percent in April")."""
    language, tokens = figure.story.language, figure.sentence.tokens
    opening = either(*(closed(name, language) for name in OPENING))
    idle, ends = closed("answer_idle", language), closed("answer_ends", language)
    until = next((first for first, _ in figure.spans if first > figure.last), len(tokens))
    at = next((i for i in range(figure.behind, min(until, figure.behind + REACH)) if tokens[i] in opening), until)
    told = takewhile(lambda i: tokens[i] not in ends, range(at, until))
    kept = [i for i in told if tokens[i][0].isalnum() and tokens[i] not in idle]
    return printed(figure, kept[:WORDS], ACRONYMS)
