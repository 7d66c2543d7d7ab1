"""The time of what is a fact already: it is none that is still to come, but that of something else in the sentence."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure.marks import dated_so
from pipeline.interpret.standing.reach import among, measures
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import AHEAD, put

DAY, WEEK = timedelta(days=1), timedelta(days=7)
"""How far ahead a base may lie (where a story is of the day before, elsewhere), and what is set for a day."""

QUARTER, HALF = 3, 6
"""Months of the parts of a year of a company's own, which may be ahead of the calendar."""


def settle(figure: Figure, unsaid: bool) -> bool:
    """ "to trim its 5 pct stake in March": a fact told with a time to come, which is that of what is to be done with it.

    What is set by somebody, and of which no word says how firm it is (`unsaid`), is planned for then: "fees of 2 pct from 2012".
    """
    fact, at = figure.fact, figure.story.at
    if fact.status != "actual" or fact.period is None or at is None or not at[1]:
        return False
    first, today = calendar.start(fact.period), date(at[0], at[1], at[2] or 28)
    beside = figure.frame.role in BESIDE
    if first is None or first - today <= (DAY if beside else WEEK):
        return False
    if calendar.length(fact.period) in (QUARTER, HALF) and dated_so(figure, "reported_too"):
        return False  # "booked 5 mln in the second quarter" of a year of its own
    if among(figure, "secured", figure.sentence.tokens):
        return False
    if unsaid and not beside and measures(figure, "set_ahead"):
        fact.status = "plan"
        figure.because("status: set for a time to come")
        return False
    anchor = figure.frame.anchor
    together = figure.frame.role == "base" and "," not in figure.sentence.tokens[figure.behind : figure.behind + 1]
    if together and anchor is not None and anchor.fact.period is None and anchor.fact.status in AHEAD:
        put(anchor, fact.period, "that behind its base, which is over", 0.8, fact.period_source or "inferred")  # "to 8 pct from 7 on May 1"
    return put(figure, None, "none, for a fact has none that is to come", 0.8)
