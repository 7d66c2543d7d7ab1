"""Charts: a module a kind, each with a function `draw(frame, rows, about)` that turns rows into a picture.

`draw` makes the figure of any chart, `png` and `svg` its file.
"""

from __future__ import annotations

import io
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from pipeline.report import style
from pipeline.report.charts import changes, countries, disagreements, events, outlook, revisions, series, shares, table
from pipeline.report.charts.frame import Frame
from pipeline.report.model import Chart

KINDS = {
    module.__name__.rpartition(".")[2]: module.draw
    for module in (series, outlook, revisions, disagreements, countries, changes, shares, events, table)
}


def draw(chart: Chart, size: str = "report") -> Figure:
    """The figure of a chart at one of `style.PRESETS`; a chart without a row that has a value says so."""
    style.register()
    with mpl.rc_context(style.SETTINGS):
        frame = Frame(chart, size)
        if not KINDS[chart.kind](frame, list(chart.rows), chart.about):
            frame.empty()
        return frame.finish()


def png(chart: Chart, run: str, size: str = "report") -> bytes:
    """A chart as PNG of twice a screen's density; its metadata name the series and the run."""
    said = {
        "Title": chart.title,
        "Description": chart.alt,
        "Series": str(chart.about.get("series_id") or ""),
        "Run": run,
        "Software": "statwire",
    }
    return _file(
        chart,
        size,
        format="png",
        dpi=style.DENSITY,
        metadata={key: text for key, text in said.items() if text},
        pil_kwargs={"compress_level": 4},
    )


def svg(chart: Chart, size: str = "report") -> bytes:
    """A chart as SVG, its text as outlines; the same rows give the same bytes."""
    return _file(chart, size, format="svg", metadata={"Date": None, "Creator": "statwire"})


def _file(chart: Chart, size: str, **how: Any) -> bytes:
    file = io.BytesIO()
    figure = draw(chart, size)
    with mpl.rc_context(style.SETTINGS):
        figure.savefig(file, **how)
    return file.getvalue()
