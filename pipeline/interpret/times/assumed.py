"""What a forecast or a budget rests on is of the time for which it is made: "expects growth of 3 pct in 2024. It assumes oil at 80 dlrs a barrel"."""

from __future__ import annotations

from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import put

LEAD = 9
"""Tokens before a price in which it is said to be assumed."""

FORESEEN = frozenset({"forecast", "hypothetical", "plan", "estimate"})

RULE = "that of the forecast that rests on it"

YEAR = 12
"""Months."""

MONTHS = 3
"""Of the shortest time for which a forecast rests on a price."""


class Assumed:
    """Remembers the time of the last forecast, or of a budget."""

    def __init__(self) -> None:
        self.told: tuple[int, str] | None = None

    def note(self, figure: Figure) -> None:
        """Keep the time of what is foreseen, where it is a quarter or longer."""
        fact = figure.fact
        if fact.status == "actual" or not fact.period or figure.frame.role in BESIDE:
            return
        if calendar.length(fact.period) >= MONTHS or calendar.fiscal(fact.period):
            self.told = figure.number, fact.period

    def period(self, figure: Figure) -> bool:
        """A price that is assumed, in the sentence of a forecast or right behind it; what it is set beside was so the year before."""
        fact, anchor = figure.fact, figure.frame.anchor
        if figure.frame.role in BESIDE and anchor is not None and f"period: {RULE}" in anchor.fact.rules and fact.status == "actual":
            before = calendar.earlier(anchor.fact.period or "", 1) if calendar.length(anchor.fact.period) == YEAR else None
            return put(figure, before, "the year before that of the forecast", 0.7)
        if fact.period is not None or not _price(figure):
            return False
        earlier = (o.fact.period for o in reversed(figure.earlier) if o.fact.status != "actual" and o.fact.period)
        told = next((period for period in earlier if calendar.length(period) >= MONTHS or calendar.fiscal(period)), None)
        if told is None and self.told is not None and 0 <= figure.number - self.told[0] <= 1:
            told = self.told[1]
        return told is not None and put(figure, told, RULE, 0.8)


def ahead(figures: list[Figure]) -> None:
    """ "based on oil at 60 dlrs a barrel, the bank expects growth of 2 pct in 2015": a price that is assumed before its forecast is told."""
    for figure, behind in pairwise(figures):
        told = behind.fact
        stated = told.status == "forecast" and told.period_source == "stated" and calendar.length(told.period) >= MONTHS
        if stated and (figure.fact.period is None or f"period: {RULE}" in figure.fact.rules) and _price(figure):
            put(figure, told.period, RULE, 0.8)


def _price(figure: Figure) -> bool:
    """Whether a figure is a price that is told to be assumed."""
    foreseen = figure.fact.status in FORESEEN and figure.frame.role not in BESIDE
    return foreseen and marks.dated_so(figure, "quoted") and _assumed(figure)


def _assumed(figure: Figure) -> bool:
    tokens, sets = figure.sentence.tokens, lexicon.sets("periods", figure.story.language)
    lead = tokens[max(0, figure.first - LEAD) : figure.first]
    if not sets["assumed.words"].isdisjoint(lead):
        return True
    return any(a in sets["assumed.based"] and b in sets["assumed.on"] for a, b in pairwise(lead))
