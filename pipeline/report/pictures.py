"""The charts of a report as PNG, for slides and documents, and as SVG, for the PDF."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from pipeline.batch.processes import mapped
from pipeline.report.model import Chart, Report

MANY = 16
"""Charts from which a second process draws sooner, though it takes a second to start."""

PRESSED = 3
"""How hard a PNG is compressed: a third faster than matplotlib's 6, and hardly larger."""


def draw(report: Report, svg: Path | None, png: Path | None) -> None:
    """Draw each chart of the report once, into `<svg>/<name>.svg` and `<png>/<name>.png`, as far as a folder is given."""
    charts = [chart for section in report.sections for chart in section.charts]
    jobs = min(os.cpu_count() or 1, 1 + len(charts) // MANY)
    with mapped(jobs, partial(_draw, run=report.run, svg=svg, png=png), iter(charts)) as drawn:
        for _ in drawn:
            pass


def _draw(chart: Chart, run: str, svg: Path | None, png: Path | None) -> None:
    import matplotlib as mpl

    from pipeline.report import charts, style

    with mpl.rc_context(style.SETTINGS):
        figure = charts.draw(chart, style.PRESETS["report"])
        if svg:
            figure.savefig(svg / f"{chart.name}.svg", metadata={"Date": None, "Creator": "statwire"})
        if png:
            told = {
                "Title": str(chart.about.get("series_id", chart.name)),
                "Description": chart.title,
                "Source": f"run {run}",
                "Software": "statwire",
            }
            figure.savefig(png / f"{chart.name}.png", dpi=style.DENSITY, metadata=told, pil_kwargs={"compress_level": PRESSED})
