"""A described report, composed from the warehouse."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pipeline.report import digest, exhibits, findings, words
from pipeline.report.asked import Asked
from pipeline.report.described import ROWS, Described, Part
from pipeline.report.model import Chart, Report, ReportError, Row, Section
from pipeline.report.told import told
from pipeline.store import StoreError, query

PERIODS, SENTENCES, PRINTED = 1000, 3, 40
"""Points of a series that the page holds, sentences behind each, points that the PDF prints."""

LINES = 200
"""Lines of a query's rows."""


def compose(asked: Asked, described: Described) -> Report:
    """The report.  Raises ReportError where a series is unknown or empty, or where a query fails or finds nothing."""
    asked.settle()
    wanted = {name: _meant(asked, name, part.where) for part in described.parts for name in part.series}
    held = {one.id: one for one in told(asked, asked.all("series", sorted(set(wanted.values()))), PERIODS, SENTENCES)}
    sections: list[Section] = []
    for number, part in enumerate(described.parts, 1):
        if part.query:
            sections.append(_of_query(asked, part, number))
            continue
        for name in part.series:
            if wanted[name] not in held:
                day = f" as of {words.day(asked.as_of)}" if asked.as_of else ""
                raise ReportError(f"{part.where}: series {wanted[name]} has no dated value{day}: leave it out, or ask for a later day")
        series = [held[wanted[name]] for name in part.series]
        together: tuple[Chart, ...] = ()
        if "table" in part.charts:
            together += exhibits.table(asked, series, f"section-{number}-table")
        if "countries" in part.charts:
            together += exhibits.countries(asked, series[0].id)
        kinds = tuple(kind for kind in part.charts if kind not in ("table", "countries"))
        pages = [digest.page(asked, one, kinds, PERIODS, PRINTED) for one in series] if kinds else []
        headed = bool(part.heading or part.words or together)
        if headed:
            sections.append(Section(f"section-{number}", part.heading or described.title, part.words, together))
        sections += [replace(page, level=2 if headed else 1) for page in pages]
    sections += _sources(asked, [one.publishers for one in held.values()])
    summary = described.summary or digest.summary(asked)
    run = asked.runs[0] if asked.runs else ""
    return Report(described.name, described.title, summary, asked.known_on, run, _named_once(sections), described.numbers)


def _meant(asked: Asked, name: str, where: str) -> str:
    """The id of the series that `name` means: itself, but for capitals, or as the beginning of only one."""
    found = [row["series_id"] for row in query.records(asked.con, "series_meant", [name])]
    if len(found) != 1:
        near = found[:3] or [row["series_id"] for row in query.records(asked.con, "series_nearest", [name])][:3]
        what = f"begins {len(found)} series" if found else "is no series"
        raise ReportError(f"{where}: {name!r} {what}: nearest are {', '.join(near) or 'none'}; `statwire series` lists them")
    return str(found[0])


def _of_query(asked: Asked, part: Part, number: int) -> Section:
    """A section of a query's rows: a chart of them where one is named, else a table."""
    query.seal(asked.con)
    try:
        rows = query.dicts(asked.con, part.query)
    except StoreError as error:
        raise ReportError(f"{part.where}: the query fails: {error}") from error
    if not rows:
        raise ReportError(f"{part.where}: the query finds nothing: widen it, or leave the section out")
    heading = part.heading or f"Section {number}"
    if not part.chart:
        note = f"{LINES} of {words.count(len(rows))} rows." if len(rows) > LINES else ""
        lines = tuple(tuple(_cell(value) for value in row.values()) for row in rows[:LINES])
        columns = tuple(str(name).replace("_", " ") for name in rows[0])
        return Section(f"section-{number}", heading, part.words, columns=columns, lines=lines, note=note)
    if missing := [name for name in ROWS[part.chart] if name not in rows[0]]:
        raise ReportError(f"{part.where}: a chart of {part.chart} needs the column {missing[0]}: name it in the query with AS {missing[0]}")
    about: Row = {"unit": part.unit or "percent"}
    try:
        title = findings.title(part.chart, rows, about)
        alt = findings.alt(part.chart, rows, about, title)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ReportError(f"{part.where}: the rows of the query do not fit a chart of {part.chart}: {error}") from error
    chart = Chart(
        part.chart, f"section-{number}-{part.chart}", title, part.words, exhibits.source(asked, (), len(rows)), alt, tuple(rows), about
    )
    return Section(f"section-{number}", heading, part.words, (chart,))


def _cell(value: Any) -> str:
    """A value of a query for people."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime | dt.date):
        return words.day(value)
    if isinstance(value, list | tuple):
        return ", ".join(_cell(one) for one in value)
    if isinstance(value, float | int | Decimal):
        return words.number(float(value), 6)
    return str(value)


def _sources(asked: Asked, publishers: list[list[str]]) -> list[Section]:
    names = sorted({name for some in publishers for name in some})
    return [Section("sources", "Sources", f"Stories of {', '.join(names)}.")] if names else []


def _named_once(sections: list[Section]) -> tuple[Section, ...]:
    """The sections, with a number added to names that stand twice: a series may be in two of them."""
    seen: dict[str, int] = {}
    made = []
    for section in sections:
        seen[section.name] = seen.get(section.name, 0) + 1
        again = f"-{seen[section.name]}" if seen[section.name] > 1 else ""
        charts = tuple(replace(chart, name=chart.name + again) for chart in section.charts) if again else section.charts
        made.append(replace(section, name=section.name + again, charts=charts))
    return tuple(made)
