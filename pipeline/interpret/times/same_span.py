"""The stretch that another step was told over: "has risen 9 pct since May; the index gained 14 pct over the same period"."""

from __future__ import annotations

from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar, far_point
from pipeline.interpret.times.beside import UP_TO_NOW
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.later import put

REACH = 12
"""Tokens from a step to the words that point back."""

NEAR = 2
"""Sentences within which they do."""


class SameSpan:
    """Remembers the last step that was told over a stretch, and settles those that point back to it."""

    def __init__(self) -> None:
        self.last: Figure | None = None

    def note(self, figures: list[Figure]) -> None:
        self.last = next(filter(_over_a_stretch, reversed(figures)), self.last)

    def settle(self, figure: Figure) -> bool:
        """Give a step the stretch of the one before it where its own words point back to that."""
        if figure.fact.statistic not in STEPS or figure.fact.status != "actual" or not _points_back(figure):
            return False
        other = next(filter(_over_a_stretch, reversed(figure.earlier)), self.last)
        if other is None or figure.number - other.number > NEAR:
            return False
        figure.fact.basis = other.fact.basis
        return put(figure, other.fact.period, "that of the step before it, to which it points back", 0.8)


def _over_a_stretch(figure: Figure) -> bool:
    """Whether a step has come about up to now, or trades and is told for more than a week."""
    fact = figure.fact
    if fact.statistic not in STEPS or fact.status != "actual" or fact.period is None:
        return False
    return UP_TO_NOW in fact.rules or fact.basis == "ytd" or (marks.dated_so(figure, "daily") and calendar.length(fact.period) > 0)


def _points_back(figure: Figure) -> bool:
    """Whether "over the same period" or "in that time" stands behind a step, with no year that it would be of."""
    tokens, sets, words = figure.sentence.tokens, sets_of(figure), far_point.words(figure.story.language)
    until = min(len(tokens) - 1, figure.last + REACH, next((a for a, _ in figure.spans if a > figure.last), len(tokens)))
    for i in range(figure.behind, until):
        if tokens[i] in figure.words("clause_breaks"):
            return False
        if tokens[i] in words.again and tokens[i + 1] in words.spans:
            behind = tokens[i + 2 : i + 3]
            return (sets.placed | sets.skip | sets.over).isdisjoint(behind) and not any(t[0].isdigit() for t in behind)
    return False
