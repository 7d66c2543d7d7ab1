"""An average price or rate, in a release for a month or longer, is one over its time: "Coffee exports earned 36 million dlrs in June. The average price was 1.73 dlrs"."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar, markets
from pipeline.interpret.times.later import put
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.release import Release
from pipeline.lexicon import either

NEAR = 9
"""Tokens before a price in which it is called an average."""


def settle(figure: Figure, release: Release) -> bool:
    """The time of the release, of an average that names none."""
    fact, sets = figure.fact, words(figure.story.language)
    if figure.frame.role in BESIDE or fact.status != "actual" or not release.opening or calendar.length(release.head) < 1:
        return False
    if not sets.hours.isdisjoint(figure.sentence.tokens):
        return False  # "the average rate at the morning session"
    if not marks.dated_so(figure, "averaged") or markets.ahead(str(release.head), figure.story):
        return False
    tokens = figure.sentence.tokens[max(figure.clause[0], figure.lead_first, figure.first - NEAR) : figure.first]
    if sets.averaging.isdisjoint(tokens) or not either(sets.present, sets.now, sets.perfect).isdisjoint(tokens):
        return False
    return put(figure, release.head, "that of the release, over which it is an average", 0.75)
