"""The start, the middle and the end of a year: of a rate the month in which it stood so, of a sum the year."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words

END, YEAR = "end", len("2000")

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


def at_start(figure: Figure, moment: Moment) -> bool:
    """ "stood at 9 billion at the start of the year", "at the beginning of 1986": whether a year is that of which a level tells the start."""
    if figure.fact.statistic != "level" or figure.fact.status not in SAID or marks.dated_so(figure, "timeless"):
        return False
    if not _of_year(moment):
        return False
    edge = words(figure.story.language).edge
    return not edge.isdisjoint(figure.sentence.tokens[moment.lead + 1 : moment.first]) or _by_verb(figure, moment, "started")


def _of_year(moment: Moment) -> bool:
    return moment.time.kind == "year" or (moment.time.kind in ("bare", "relative") and moment.time.parts["unit"] == "year")


def _by_verb(figure: Figure, moment: Moment, verbs: str) -> bool:
    """ "began the year at 41 dlrs", "ended 1986 at 9 billion": whether a verb before a year, and "at" behind it, say where it started or ended."""
    tokens, sets = figure.sentence.tokens, lexicon.sets("periods", figure.story.language)
    before = tokens[moment.first - 1 - (tokens[moment.first - 1] in sets["parts.articles"])] if moment.first > 1 else ""
    return before in sets[f"edges.{verbs}"] and not sets["edges.at"].isdisjoint(tokens[moment.last + 1 : moment.last + 2])


def at_edge(figure: Figure, moment: Moment, found: str | None) -> str | None:
    """The first month of a year of which a level tells the start, the last of one of which a rate tells the end; of all else what was `found`.

    "The year" is that of what it is set beside, where it is, else that of the story.
    """
    if found is not None and len(found) == YEAR and _of_year(moment) and _by_verb(figure, moment, "ended"):
        return month(figure, moment, found)
    if not at_start(figure, moment):
        return found
    at, anchor = figure.story.at, figure.frame.anchor
    year = calendar.year(at[0]) if moment.time.kind == "bare" and at else found
    if moment.time.kind == "bare" and anchor is not None and (ends := calendar.bounds(anchor.fact.period)[1]):
        year = calendar.year(ends.year)
    return f"{year}-01" if year is not None and len(year) == YEAR else found


def _rate(figure: Figure) -> bool:
    """Whether a figure is a rate that holds at a time: it is told by the month or quoted by the day."""
    measured, language = figure.fact.indicator, figure.story.language
    if marks.dated(measured, "daily", language):
        return not marks.dated(measured, "operated", language)
    return not figure.money and marks.marked(measured, "monthly", language)
