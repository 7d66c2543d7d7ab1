"""Times that are told by turn, and whose turn it is: "2 pct and 3 pct in 2008 and 2009", "3, 4 and 5 pct in May, June and July, respectively"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.times import calendar
from pipeline.interpret.times.breath import sets_of, without_brackets
from pipeline.interpret.times.far_point import words
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.release import Release

LED = 6
"""Tokens from the last figure to the first of its times."""

MARKED = 2
"""Tokens from the last figure, or its last time, to "respectively"."""

FRONTED = 8
"""Tokens from the last of the times to the first figure, where they stand in front."""

YEAR = 12
"""Months of a year."""

MOST = 12
"""Figures on each side of one that are listed with it: nobody tells more by turn, and a line of thousands is no list."""

LISTS = frozenset({"year", "months", "relative"})
"""Kinds of times that are several with "and" between them."""


def period(figure: Figure, moments: list[Moment], release: Release) -> str | None:
    """The time whose turn it is with a figure; None where as many times as figures are not told."""
    spans, tokens = _told_together(figure), figure.sentence.tokens
    if len(spans) < 2 or figure.frame.role in ("converted", "restated"):
        return None
    first, last = spans[0][0], spans[-1][1]
    marked = not words(figure.story.language).respective.isdisjoint(tokens[last + 1 : last + 1 + MARKED])
    behind = _in_a_row([m for m in moments if m.first > last], figure)
    if behind and _leads(figure, last, behind[0]):
        times = _each(behind, figure, release)
    elif marked:
        times = _each(_fronted(figure, moments, first), figure, release) or _told_before(figure, first, len(spans), moments)
    else:
        return None
    return times[[a for a, _ in spans].index(figure.first)] if len(times) == len(spans) else None


def _told_together(figure: Figure) -> list[tuple[int, int]]:
    """The figures that a figure is listed with, itself among them; the same amounts in other moneys stand in brackets."""
    tokens, joins = figure.sentence.tokens, figure.words("before_figure") | {",", "and"}
    own = bisect_left(figure.spans, (figure.first, 0))
    near = figure.spans[max(0, own - 2 * MOST) : own + 2 * MOST]
    spans = [(a, b) for a, b in near if a == figure.first or tokens[a - 1 : a] != ["("]]
    begin = end = at = [a for a, _ in spans].index(figure.first)
    while begin and at - begin < MOST and joins.issuperset(without_brackets(tokens[spans[begin - 1][1] + 1 : spans[begin][0]])):
        begin -= 1
    while end + 1 < len(spans) and end - at < MOST and joins.issuperset(without_brackets(tokens[spans[end][1] + 1 : spans[end + 1][0]])):
        end += 1
    return spans[begin : end + 1]


def _in_a_row(moments: list[Moment], figure: Figure) -> list[Moment]:
    """The first of some times, and those that are listed with it."""
    tokens, joins = figure.sentence.tokens, sets_of(figure).skip | sets_of(figure).placed | {",", "and"}
    row = moments[:1]
    for one, other in pairwise(moments):
        if not joins.issuperset(tokens[one.last + 1 : other.first]):
            break
        row.append(other)
    return row


def _leads(figure: Figure, last: int, moment: Moment) -> bool:
    """Whether what stands between figures and the times behind them ends nothing: "rises in", ", respectively, for"."""
    between = without_brackets(figure.sentence.tokens[last + 1 : moment.first])
    respective = words(figure.story.language).respective
    parted = "," in between and respective.isdisjoint(between)
    return len(between) <= LED and not parted and figure.words("clause_breaks").isdisjoint(between) and moment.use != "base"


def _fronted(figure: Figure, moments: list[Moment], first: int) -> list[Moment]:
    """ "Profit in 2008 and 2007 was 3 million and 4 million, respectively": the times before figures that are marked to be told by turn."""
    before = [m for m in moments if m.last < first]
    if not before or first - before[-1].last > FRONTED:
        return []
    row = before[-1:]
    while len(row) < len(before) and len(_in_a_row(before[-len(row) - 1 :], figure)) > len(row):
        row = before[-len(row) - 1 :]
    return row


def _each(row: list[Moment], figure: Figure, release: Release) -> list[str]:
    """The times of a list one by one; none where one of them cannot be told."""
    tokens, found = figure.sentence.tokens, list[str]()
    for moment in row:
        told = release.resolve(moment, figure.fact.status)
        if not told:
            return []
        if moment.time.kind not in LISTS or "until" not in moment.time.parts:
            found.append(_in_year(told, found[-1]) if found and moment.time.kind == "year" else told)
            continue
        if "and" not in tokens[moment.first : moment.last + 1] or tokens[moment.lead] == "between":
            return []
        parts, ends = moment.time.parts, told.split("/")
        if parts.get("year", "") > parts["until"]:
            ends.reverse()  # "in 2006 and 2005": told from the later
        found += _all(*ends) if "," in tokens[moment.first : moment.last + 1] else ends
    return found if len(found) == len(set(found)) else []


def _in_year(year: str, other: str) -> str:
    """ "in the three months ended June 2007 and 2006": the same part of a year that is told by its number."""
    part = len(other) > len(year) == len("2000") and not calendar.fiscal(other) and calendar.length(other) < YEAR
    return (calendar.earlier(other, int(other[:4]) - int(year)) if part else None) or year


def _all(first: str, last: str) -> list[str]:
    """The years or months from the first to the last."""
    found = [first]
    while found[-1] < last and (later := calendar.on(found[-1], "year" if len(first) == len("2000") else "month", 1)):
        found.append(later)
    return found


def _told_before(figure: Figure, first: int, count: int, moments: list[Moment]) -> list[str]:
    """ "were 5 in 1986 and 6 in 1985, while imports were 7 and 8, respectively": the times that the clause before told for as many."""
    tokens, begin = figure.sentence.tokens, figure.clause[0]
    before = [other for other in figure.earlier if other.first < first][-count:]
    if "and" in tokens[begin:first] or any(begin <= m.first < first for m in moments) or len(before) < count:
        return []
    if any(other.clause[0] >= begin or other.fact.statistic != "level" or other.fact.period_source != "stated" for other in before):
        return []
    return [other.fact.period or "" for other in before]
