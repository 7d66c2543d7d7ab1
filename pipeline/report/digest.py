"""The digest: a report of the whole warehouse that needs no description."""

from __future__ import annotations

from pipeline.report import exhibits, lists, words
from pipeline.report.asked import Asked
from pipeline.report.model import Chart, Report, Section
from pipeline.report.names import file_name, series_name
from pipeline.report.told import Told, points, told

NAME = "digest"

FEWEST = 3
"""Dated values from which a series has a page."""

MOST = 32
"""Series with a page: those that most stories tell; all others are in the warehouse."""

OF_ONE = 4
"""Pages of one indicator, so that share prices do not fill the book."""

PERIODS, SENTENCES = 1000, 1
"""Periods of a series whose points are listed, and the sentences behind each."""

PRINTED = 8
"""Points printed on the page of a series: with the chart and their sentences, as many as a page holds."""

GLANCE = 12
"""Series on the first page, those of months, quarters and years before those of days."""


def digest(asked: Asked) -> Report:
    """The whole warehouse: what is new, what stands out, and a page a major series."""
    asked.settle()
    day = asked.known_on
    series = told(asked, asked.all("major", FEWEST, MOST, OF_ONE), PERIODS, SENTENCES) if day else []
    held = {one.id: one for one in series}

    def chart(kind: str, name: str) -> tuple[Chart, ...]:
        one = held.get(name) or next(iter(told(asked, asked.all("series", [name]), 0, 0)), None)
        return exhibits.of_series(kind, asked, one) if one else ()

    sections: list[Section] = []
    if day:
        regular = sorted(series, key=lambda one: one.about["frequency"] in ("D", "O"))
        glance = exhibits.table(asked, regular[:GLANCE], "at-a-glance")
        sections += [Section("glance", "At a glance", charts=glance)] if glance else []
        sections += lists.fresh(asked, day)
        sections += lists.moves(asked, day)
        sections += lists.surprises(asked, day)
        sections += lists.revisions(asked, day, lambda name: chart("revisions", name))
        sections += lists.targets(asked, day)
        sections += lists.disagreements(asked, day, lambda name: chart("disagreements", name))
        sections += lists.events(asked, day)
        across = exhibits.countries(asked)
        sections += [Section("countries", "Across countries", charts=across)] if across else []
        if series:
            sections.append(Section("series", "Series", _which(asked, series)))
        sections += [page(asked, one, ("series",)) for one in series]
        sections += lists.publishers(asked)
    return Report(NAME, "Economic figures in the news", summary(asked), day, asked.runs[0] if asked.runs else "", tuple(sections))


def page(asked: Asked, series: Told, kinds: tuple[str, ...], periods: int = PERIODS, printed: int = PRINTED) -> Section:
    """The section of one series: its charts and its points."""
    made = tuple(chart for kind in kinds for chart in exhibits.of_series(kind, asked, series))
    if not made:
        made = exhibits.of_series("series", asked, series)
    held = len(series.points)
    stray = held - len(exhibits.drawn(series))
    first = words.period(series.points[0]["period"])
    note = f"{stray} earlier {'value' if stray == 1 else 'values'}, back to {first}, not drawn. " if stray else ""
    note += f"The newest {periods} of {held} values; the warehouse has the others." if held > periods else ""
    name = file_name(series.id)
    return Section(name, series_name(series.about), "", made, points(series, periods), note=note.strip(), level=2, printed=printed)


def _which(asked: Asked, series: list[Told]) -> str:
    number = asked.all("followed_count", FEWEST)[0]["series"]
    if number == len(series):
        return f"All {number} series with {FEWEST} or more dated values."
    return f"The {len(series)} that most stories tell of {words.count(number)} with {FEWEST} or more dated values: at most {OF_ONE} of one indicator; no moves and no sums of money of single days, and one frequency a measure."


def summary(asked: Asked) -> str:
    """What the warehouse holds, in a sentence or two."""
    held = asked.overview
    if not held["facts"]:
        return "The warehouse holds no figures yet."
    named = f" by {words.count(held['publishers'])} publishers" if held["publishers"] else ""
    first = f", from {words.day(held['first_day'])} on" if held["first_day"] else ""
    note = " All stories are samples written for statwire." if held["synthetic"] else ""
    return f"{words.count(held['facts'])} figures in {words.count(held['stories'])} stories{named}{first}.{note}"
