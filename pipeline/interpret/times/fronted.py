"""The time that a sentence of results puts in front: "For the year, profit was $4 million. Revenue was $90 million." is of the year twice.

So is what offices tell of another time than that of their release, where the next sentence narrows it, or tells what was expected of it:
"In December, sales rose 1 pct. Excluding cars, they rose 0.3 pct."
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import put

FRONT = 5
"""Tokens at the begin of a sentence in which its time stands."""


class Fronted:
    """Remembers the longer time that the sentence before was about."""

    def __init__(self) -> None:
        self.told: tuple[int, str] | None = None
        self.apart: tuple[int, str, str] | None = None
        """The same of what offices tell, and its indicator."""

    def note(self, figure: Figure, release: str | None) -> None:
        """Keep the period of a result that a sentence begins with, where it is longer than that of the release."""
        fact, tokens = figure.fact, figure.sentence.tokens
        fronts = tokens[0] in figure.words("fronting") and "," in tokens[1:FRONT]
        stated = fact.status == "actual" and fact.period_source == "stated" and figure.frame.role not in BESIDE
        if fronts and stated and fact.period and fact.period != release and marks.marked_so(figure, "released"):
            self.apart = figure.number, fact.period, fact.indicator
        longer = (calendar.length(fact.period) or 0) > (calendar.length(release) or 0) > 0
        if not longer or fact.status != "actual" or fact.period_source != "stated" or not marks.marked_so(figure, "company"):
            return
        if fronts:
            self.told = figure.number, str(fact.period)

    def period(self, figure: Figure) -> bool:
        """A result that names no time, in the sentence behind, or what narrows what was told before."""
        if self.apart is not None and (self.apart[0] + 1, self.apart[2]) == (figure.number, figure.fact.indicator) and _narrows(figure):
            return put(figure, self.apart[1], "that which the sentence before puts in front", 0.8)
        if (
            self.told is None
            or figure.number != self.told[0] + 1
            or figure.fact.status != "actual"
            or not marks.marked_so(figure, "company")
        ):
            return False
        return put(figure, self.told[1], "that which the sentence before puts in front", 0.85)


def _narrows(figure: Figure) -> bool:
    """ "Excluding cars, they rose 0.3 pct", "Economists had predicted a rise of 1 pct": of what was told right before."""
    tokens, sets = figure.sentence.tokens, lexicon.sets("periods", figure.story.language)
    if figure.fact.status == "actual":
        return tokens[0] in sets["narrowing.opens"]
    foresaw = sets["once_foreseen.verbs"].intersection(figure.lead)
    return figure.fact.status == "forecast" and bool(foresaw) and not sets["gone.pluperfect"].isdisjoint(figure.lead)
