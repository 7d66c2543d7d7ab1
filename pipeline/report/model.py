"""What a report consists of, before anything is drawn or set: the digest and described reports make it, the PDF, the page and the PNGs show it.

All text that stories brought is in plain `str` fields; whoever shows it escapes it in the manner of its format.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


class ReportError(RuntimeError):
    """A report cannot be made; the message says what, where and what to do."""


@dataclass(frozen=True)
class Evidence:
    """One sentence behind a point, cut to what its licence allows; `start` and `end` are where the figure stands in `sentence`."""

    fact: str
    sentence: str
    start: int
    end: int
    publisher: str
    published: str
    """As far as it is known, for people: "5 March 2009", "date unknown"."""
    title: str
    url: str
    licence: str
    confidence: float
    rules: tuple[str, ...]
    """The derivation: the rules that made the fact, in order."""


@dataclass(frozen=True)
class Point:
    """One line of a table of points: what stands for a period, and who says so."""

    label: str
    """The period for people."""
    value: str
    """The value for people, with its unit; "first 10.2 %" on a line of its own where it was revised."""
    said: str
    """Publishers and day, for people."""
    evidence: tuple[Evidence, ...]
    """The best first; never empty where the value comes from stories."""
    chart: str = ""
    """Name of the chart that shows the point; empty where its section has one chart, or all its charts show it."""


@dataclass(frozen=True)
class Chart:
    """One chart: `kind` names the function of `report.charts` that draws it from `rows` and `about`.

    The title states a finding that `rows` bear out; `alt` is the text for who cannot see it, written from the rows as well.
    """

    kind: str
    name: str
    """Unique in a report; letters, digits, dots and dashes: it names files and anchors."""
    title: str
    subtitle: str
    source: str
    alt: str
    rows: tuple[Row, ...]
    about: Row = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """A part of a report with a heading: words, charts, and the points behind them."""

    name: str
    """Unique in a report, as Chart.name."""
    heading: str
    words: str = ""
    charts: tuple[Chart, ...] = ()
    points: tuple[Point, ...] = ()
    columns: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    """A plain table, all text, under `columns`: lists of changes, targets, disagreements, sources."""
    note: str = ""
    """What was left out, and where it is."""
    level: int = 1
    """2 for a part of the section of level 1 before it."""
    printed: int = 40
    """Points that the PDF prints, the newest, each with its sentence; the page holds all."""


@dataclass(frozen=True)
class Report:
    """A report as it is known on a day; nothing in it depends on the clock, so the same warehouse gives the same bytes."""

    name: str
    title: str
    summary: str
    known_on: dt.date | None
    run: str
    """Id of the run that published the warehouse."""
    sections: tuple[Section, ...]
    numbers: str = "en"
    """The language whose marks stand in numbers: a decimal point or a decimal comma."""
