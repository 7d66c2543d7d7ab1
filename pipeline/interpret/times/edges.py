"""The end and the middle of a year: of a rate the month in which it stood so, of a sum the year."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times.moment import Moment

END = "end"

SAID = frozenset({"actual", "estimate"})
"""Of what has been, the month is told; of what is to come at the end of a year, but for what is quoted and the unemployed, the year."""


def month(figure: Figure, moment: Moment, year: str) -> str:
    """ "inflation was 5 pct at the end of 1986", "reserves of 9 billion by mid-1988": the month of a year that a time names, or the year."""
    fact, language = figure.fact, figure.story.language
    edge = moment.time.parts.get("edge", END)
    if fact.status not in SAID and edge == END and (not _rate(figure) or marks.dated(fact.indicator, "prompt", language)):
        return year  # "inflation will fall to 3 pct by the end of the year": a forecast for it
    number: int | None = lexicon.entries("periods", language)["edge_months"].get(edge)
    if number is None or fact.statistic != "level" or marks.dated(fact.indicator, "timeless", language):
        return year
    return f"{year}-{number:02d}" if edge != END or _rate(figure) else year


def _rate(figure: Figure) -> bool:
    """Whether a figure is a rate that holds at a time: it is told by the month or quoted by the day."""
    measured, language = figure.fact.indicator, figure.story.language
    if marks.dated(measured, "daily", language):
        return not marks.dated(measured, "operated", language)
    return not figure.money and marks.marked(measured, "monthly", language)
