"""The time that a sentence of results puts in front: "For the year, profit was $4 million. Revenue was $90 million." is of the year twice."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import put

FRONT = 5
"""Tokens at the begin of a sentence in which its time stands."""


class Fronted:
    """Remembers the longer time that the sentence before was about."""

    def __init__(self) -> None:
        self.told: tuple[int, str] | None = None

    def note(self, figure: Figure, release: str | None) -> None:
        """Keep the period of a result that a sentence begins with, where it is longer than that of the release."""
        fact, tokens = figure.fact, figure.sentence.tokens
        longer = (calendar.length(fact.period) or 0) > (calendar.length(release) or 0) > 0
        if not longer or fact.status != "actual" or fact.period_source != "stated" or not marks.marked_so(figure, "company"):
            return
        if tokens[0] in figure.words("fronting") and "," in tokens[1:FRONT]:
            self.told = figure.number, str(fact.period)

    def period(self, figure: Figure) -> bool:
        """A result that names no time, in the sentence behind."""
        if (
            self.told is None
            or figure.number != self.told[0] + 1
            or figure.fact.status != "actual"
            or not marks.marked_so(figure, "company")
        ):
            return False
        return put(figure, self.told[1], "that which the sentence before puts in front", 0.85)
