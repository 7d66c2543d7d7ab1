"""What was aimed at, or expected, for the time of what came about: "brought in 25 billion in ten months, against a target of 36 billion"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar, fiscal
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.release import Release

BOUND = 3
"""Tokens behind a figure in which "limit" makes it one that holds for long."""

YEAR = 12
"""Months."""


def settle(figure: Figure, release: Release) -> bool:
    """Give an aim that is set against what came about the time of that, or the year of it where it is one of a year."""
    other = figure.frame.anchor if figure.frame.role in BESIDE else next(_told(figure), None)
    while other is not None and other.frame.role in BESIDE:
        other = other.frame.anchor  # "fell to 3 million from 4 million a year ago, short of the target of"
    if other is None or not other.fact.period or other.fact.indicator != figure.fact.indicator or not met(figure, other.last + 1):
        return False
    return of(figure, other.fact.period, release)


def of(figure: Figure, period: str, release: Release) -> bool:
    """Give an aim a period of what came of it, or the year of that."""
    ends = calendar.bounds(period)[1]
    if _sets(figure)["met.yearly"].isdisjoint(_around(figure)) or ends is None or not 0 < calendar.length(period) < YEAR:
        return put(figure, period, "that of what came of what was aimed at", 0.8)
    return put(figure, fiscal.full_year(ends, False, release.by), "the year of what came of what was aimed at", 0.75)


def met(figure: Figure, since: int = 0) -> bool:
    """ "fell short of its goal of 5 million": whether a word says, from token `since` on, how far an aim was met.

    Only of what adds up over a time, or grows in it: what is aimed at of prices or rates holds for long, and so does a limit.
    """
    if figure.fact.status != "target" or not marks.marked_so(figure, "flow"):
        return False
    sets = _sets(figure)
    if not (sets["aims.bounds"] | sets["met.lasting"]).isdisjoint(_around(figure)):
        return False
    return not sets["met.words"].isdisjoint(figure.sentence.tokens[since : figure.first])


def unmet(figure: Figure) -> bool:
    """ "It missed its goal of 5 million", not "may miss": whether a sentence names an aim and tells how far it was met."""
    sets = words(figure.story.language)
    return (
        met(figure) and not _sets(figure)["aims.words"].isdisjoint(figure.lead) and (sets.to_come | sets.infinitive).isdisjoint(figure.lead)
    )


def foreseen(figure: Figure, moments: list[Moment]) -> bool:
    """ "Sales were 3 billion, above the 2.9 billion that analysts had expected": what was expected of what came about is of its time."""
    sets, other = words(figure.story.language), next(_told(figure), None)
    if other is None or figure.fact.status != "forecast" or other.fact.status != "actual" or other.fact.statistic != figure.fact.statistic:
        return False
    tokens = figure.sentence.tokens
    at = next((i for i in range(other.last + 1, figure.first) if tokens[i] in _sets(figure)["met.words"]), None)
    if at is None or any(moment.last > at for moment in moments):
        return False
    if not (sets.to_come | sets.infinitive).isdisjoint(tokens[other.last + 1 : figure.first]):
        return False
    return put(figure, other.fact.period, "that of what came of what was expected", 0.8)


def of_year(figure: Figure, release: Release) -> bool:
    """ "cut its annual profit forecast to $2 a share": what a release foresees of a year is of the year that it is told in."""
    fact, ends = figure.fact, calendar.bounds(release.period)[1]
    if fact.statistic != "level" or ends is None or not 0 < calendar.length(release.period) < YEAR or not marks.dated_so(figure, "results"):
        return False
    named = fact.measure.casefold().split()[:1]
    if not named or named[0] not in _sets(figure)["met.of_a_year"]:
        return False
    return put(figure, fiscal.full_year(ends, False, release.by), "the year that the release foresees", 0.7)


def _around(figure: Figure) -> list[str]:
    """The tokens behind the figure before one, and those right behind it."""
    return [*figure.lead, *figure.sentence.tokens[figure.behind : figure.behind + BOUND]]


def _sets(figure: Figure) -> lexicon.Sets:
    return lexicon.sets("periods", figure.story.language)


def _told(figure: Figure) -> Iterator[Figure]:
    """The dated figures before one that are set beside none, the nearest first."""
    free = (other for other in reversed(figure.earlier) if other.frame.role not in BESIDE)
    return (other for other in free if other.fact.period and other.fact.indicator == figure.fact.indicator)
