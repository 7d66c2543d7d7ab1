"""Charts as they stand in a report: rows, title, subtitle, source line and text for who cannot see them; what draws them is `charts`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from pipeline.report import far, findings, words
from pipeline.report.asked import Asked
from pipeline.report.model import Chart, Row
from pipeline.report.names import file_name, series_name
from pipeline.report.told import Told

PLACES = 9
"""Small multiples in one chart."""

FEWEST = 3
"""Events that make a time line, and periods from which a chart leaves stray ones before them out."""

STRAY = dt.timedelta(days=3 * 366)
"""A gap behind which a chart begins where little lies before it: a value of 1982 in a series that begins in 2006 leaves no room for the others."""


def source(asked: Asked, publishers: Iterable[str], documents: int) -> str:
    """The source line of a chart."""
    known_on = words.day(asked.known_on) if asked.known_on else "no day yet"
    return words.source(sorted(publishers), documents, known_on, bool(asked.overview["synthetic"]))


def chart(kind: str, name: str, rows: list[Row], about: Row, source: str, subtitle: str | None = None) -> tuple[Chart, ...]:
    """One chart, or none where there are no rows for it."""
    if not rows:
        return ()
    title = findings.title(kind, rows, about)
    alt = findings.alt(kind, rows, about, title)
    return (
        Chart(kind, name, title, findings.subtitle(kind, rows, about) if subtitle is None else subtitle, source, alt, tuple(rows), about),
    )


def of_series(kind: str, asked: Asked, series: Told) -> tuple[Chart, ...]:
    """A chart of one series: `series`, `outlook`, `changes`, `revisions` or `disagreements`."""
    rows = ROWS[kind](asked, series)
    name = file_name(series.id) + ("" if kind == "series" else f"-{kind}")
    about = series.about | {"companions": beside(series)}
    return chart(kind, name, rows, about, source(asked, series.publishers, series.documents))


def drawn(series: Told) -> list[Row]:
    """The values of a series that its charts show: without a few that lie years before all others."""
    points = series.points
    for n in range(len(points) // 5, 0, -1):
        before = points[n - 1]["end"] or points[n - 1]["start"]
        if points[n]["start"] - before > STRAY and len(points) - n >= FEWEST:
            return points[n:]
    return points


def beside(series: Told) -> list[Row]:
    """The forecasts and targets of a series that its charts show: those for times from the first value that is drawn."""
    first = next((row["start"] or row["end"] for row in drawn(series)), None)
    return [row for row in series.about["companions"] if first is None or (row["end"] or row["start"]) >= first]


def _series(asked: Asked, series: Told) -> list[Row]:
    return drawn(series)


def _outlook(asked: Asked, series: Told) -> list[Row]:
    rows = [row | {"status": "actual"} for row in drawn(series)] + beside(series)
    expected = [row for row in rows if row["status"] != "actual"]
    return sorted(rows, key=lambda row: (row["start"], row["period"], row["status"])) if expected else []


def _changes(asked: Asked, series: Told) -> list[Row]:
    """Growth from one period to the very next, in percent; of a series that is growth, the values themselves."""
    if series.about["statistic"] in ("growth", "change"):
        return drawn(series)
    steps = zip(series.points, series.points[1:], strict=False)
    return [
        {**row, "value": 100 * (row["value"] / before["value"] - 1)}
        for before, row in steps
        if before["value"] > 0 and before["end"] and before["end"] + dt.timedelta(days=1) == row["start"]
    ]


def _revisions(asked: Asked, series: Told) -> list[Row]:
    return asked.by_series("triangle", [series.id]).get(series.id, [])


def _disagreements(asked: Asked, series: Told) -> list[Row]:
    """All values told for its disputed periods; none where only one is disputed, for a line of a list tells that."""
    rows = asked.by_series("disputed", [series.id]).get(series.id, [])
    return rows if len({row["period"] for row in rows}) > 1 else []


ROWS = {"series": _series, "outlook": _outlook, "changes": _changes, "revisions": _revisions, "disagreements": _disagreements}


def countries(asked: Asked, like: str | None = None) -> tuple[Chart, ...]:
    """Small multiples of one measure over places: that of series `like`, or the one that most places have."""
    rows = asked.all("countries", asked.places(), like, PLACES)
    ids = sorted({row["series_id"] for row in rows})
    if len(ids) < 2:
        return ()
    about = asked.all("series", ids)
    behind = asked.by_series("sources", ids)
    publishers = {name for found in behind.values() for row in found for name in row["publishers"]}
    texts = sum(row["documents"] for found in behind.values() for row in found)
    lines = [row | {"place": words.place(row["entity_id"])} for row in rows]
    measure = max(about, key=lambda row: (row["dated"], row["series_id"]))
    return chart("countries", f"{file_name(measure['series_id'])}-countries", lines, measure, source(asked, publishers, texts))


def events(asked: Asked, rows: list[Row]) -> tuple[Chart, ...]:
    """The events of `rows` on a time line."""
    marks = [
        {**row, "day": row["first_said"].date(), "label": event_label(row)}
        for row in sorted(rows, key=lambda r: (r["first_said"], r["event"]))
    ]
    if len(marks) < FEWEST:
        return ()
    publishers = {name for row in rows for name in row["said_by"] if name}
    return chart("events", "events", marks, {}, source(asked, publishers, sum(row["documents"] for row in rows)), "First told, by day")


def event_label(row: Row) -> str:
    """An event in a line: "Potash Corp: deal value, with BHP Billiton"."""
    what = str(row["indicator"]).replace("_", " ")
    return f"{series_name({**row, 'partner': None, 'indicator': what, 'statistic': 'level', 'adjustment': None, 'basis': None})}" + (
        f", with {words.place(row['partner'])}" if row["partner"] else ""
    )


def table(asked: Asked, series: list[Told], name: str, points: int = 12) -> tuple[Chart, ...]:
    """The latest values of several series beside those before, each with a small line of its last `points`; values astray aside."""
    rows: list[Row] = []
    publishers: set[str] = set()
    for one in series:
        told, _ = far.astray(one.points)
        last, before = told[-1], told[-2] if len(told) > 1 else None
        publishers |= set(one.publishers)
        rows.append(
            {
                "label": series_name(one.about),
                "unit": one.about["unit"],
                "per": one.about["per"],
                "period": last["period"],
                "latest": last["value"],
                "before": before and before["value"],
                "change": before and last["value"] - before["value"],
                "spark": [row["value"] for row in told[-points:]],
            }
        )
    return chart(
        "table",
        name,
        rows,
        {},
        source(asked, publishers, sum(one.documents for one in series)),
        "Latest value, the one before, and the change",
    )
