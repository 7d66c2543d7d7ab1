"""A time that is told for a figure, made to fit what the figure is: a rate at the end of a year, a sum over the months of one."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar, dated, edges, stretch
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.markets import UNNAMED
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.release import Release

QUARTER = 3
"""Months."""

NOUNS = 3
"""Tokens between such values, with the noun of the first."""

PAIR = 2
"""Values that share two times."""

YEAR, STRETCH, MONTHS = len("2000"), len("2000-01/2000-12"), 12


def fit(figure: Figure, moment: Moment, found: str, release: Release) -> str:
    """The period that `found`, which a time names, is of a figure."""
    time, twelve, story = moment.time, twelve_forms(figure.story.language), figure.story
    averaged = not sets_of(figure).averaging.isdisjoint(figure.lead)
    if time.kind == "to" and time.parts.get("unit") == "year" and marks.marked_so(figure, "monthly") and not figure.money and not averaged:
        found = found[-7:] if "/" in found else f"{found}-12"  # "5 pct in the year to May": the rate that is told for May
    elif time.kind == "to" and figure.fact.statistic == "growth" and not _added_up(figure) and of_twelve(time.parts, twelve):
        found = f"{found}-12" if len(found) == YEAR else found[-7:]  # "M1 rose 10 pct in the year ended January": what stands at its end
    year = time.kind == "span" and time.parts["unit"] == "month" and time.parts["count"] in twelve
    monthly = marks.marked_so(figure, "monthly") or (marks.marked_so(figure, "released") and calendar.length(release.period) == 1)
    if year and figure.fact.statistic == "growth" and monthly and release.period:
        found = release.period  # "has fallen 20 pct in the past 12 months": the yearly growth of the release's month
    if time.kind == "end" and len(found) == YEAR:
        found = edges.month(figure, moment, found)
    held = not figure.money and figure.fact.status == "actual"  # "the rate has hovered at 0.16 pct so far this year"
    if stretch.so_far(figure, moment) and (figure.fact.statistic in STEPS or _flows(figure) or held):
        offices = marks.marked_so(figure, "flow") or "gone" in time.parts  # "year to date, traffic rose", in the release of a month
        found = (stretch.of_the_year_told(figure, release.head) if offices else stretch.of_the_year(story)) or found
    elif marks.dated_so(figure, "traded") or (marks.dated_so(figure, "dealt_in") and time.parts.get("unit") == "week"):
        found = stretch.of_trade(figure, moment, found) or found
    if dated.spent_within(moment, figure):
        found = stretch.week_so_far(found, story)  # "raised 4 billion this week"
    if time.kind == "span" and time.parts["unit"] == "month" and not marks.dated_so(figure, "daily"):
        found = stretch.whole_months(found, release.period, story)
    if time.kind == "span" and time.parts["unit"] == "year" and not marks.dated_so(figure, "daily"):
        by_the_year = marks.dated_so(figure, "charged_to") or (figure.fact.statistic == "growth" and marks.dated_so(figure, "annual"))
        found = stretch.whole_years(found, story, by_the_year)
    return _one_of_two(figure, moment, found) if time.kind == "quarters" else _end_of(figure, moment, found)


def _one_of_two(figure: Figure, moment: Moment, found: str) -> str:
    """ "2 pct and 3 pct in the first and second quarters": the quarter of the two that is a figure's, where two share them."""
    first, last = calendar.bounds(found)
    before, behind = [a for a, b in figure.spans if b < moment.first], [a for a, _ in figure.spans if a > moment.last]
    pair = before[-PAIR:] if moment.first > figure.last else behind[:PAIR]
    if figure.first not in pair or len(pair) < PAIR or first is None or last is None:
        return found
    hedges = figure.words("before_figure")
    between = [token for token in figure.sentence.tokens[dict(figure.spans)[pair[0]] + 1 : pair[1]] if token not in hedges]
    if between[-1:] != ["and"] or len(between) > NOUNS:  # "2 pct less and 5 pct more, respectively, for"
        return found
    ends = (last.year, last.month) if figure.first == pair[1] else calendar.later(first.year, first.month, QUARTER - 1)
    return calendar.months(*ends, QUARTER)


def _end_of(figure: Figure, moment: Moment, found: str) -> str:
    """ "Between May 2011 and May 2012 the rate rose from 5 to 6 pct": the first is that of the one end, the second that of the other."""
    tokens = figure.sentence.tokens
    if figure.fact.statistic != "level" or "until" not in moment.time.parts or moment.last > figure.first or "/" not in found:
        return found
    begin, end = found.split("/")
    if figure.lead[-1:] == ["from"]:
        return begin
    began = any(tokens[other.first - 1] == "from" for other in figure.earlier if other.fact.statistic == "level")
    return end if began and figure.lead[-1:] and figure.lead[-1] in sets_of(figure).reaching else found


def of_month(figure: Figure, period: str) -> str:
    """ "Food prices rose 5 pct" in a release for the year to May: the rate that is told for May."""
    if (
        figure.fact.statistic != "growth"
        or len(period) != STRETCH
        or calendar.length(period) != MONTHS
        or not marks.marked_so(figure, "monthly")
    ):
        return period
    return period[-7:]


@cache
def twelve_forms(language: str) -> frozenset[str]:
    """The forms of the number of months that a year has."""
    counts = lexicon.entries("periods", language)["counts"]
    return frozenset({"12", *(form for form, count in counts.items() if count == 12)})


def of_twelve(parts: dict[str, str], twelve: frozenset[str]) -> bool:
    """Whether a time up to a month is a year."""
    return "starting" not in parts and (parts.get("unit") == "year" or parts.get("count") in twelve)


def _added_up(figure: Figure) -> bool:
    """Whether what grew is told for the whole of a year: what flows, and what a firm counts that the lexicon does not name."""
    return marks.marked_so(figure, "flow") or (figure.fact.indicator == UNNAMED and figure.story.main_place is None)


def _flows(figure: Figure) -> bool:
    """Whether a figure adds up over a time: what is made or sold, or a sum that is no stock ("issues so far this year")."""
    return marks.marked_so(figure, "flow") or (figure.money and marks.dated_so(figure, "operated"))
