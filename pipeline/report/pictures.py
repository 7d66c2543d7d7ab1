"""The charts of a report as PNG, for slides and documents, and as SVG, for the PDF."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from pipeline.batch.processes import mapped
from pipeline.report.model import Chart, Report

MANY = 16
"""Charts from which a second process draws sooner, though it takes a second to start."""


def draw(report: Report, svg: Path | None, png: Path | None, size: str) -> None:
    """Draw each chart of the report into `<svg>/<name>.svg` and, at one of `style.PRESETS`, `<png>/<name>.png`, as far as a folder is given."""
    charts = [chart for section in report.sections for chart in section.charts]
    jobs = min(os.cpu_count() or 1, 1 + len(charts) // MANY)
    with mapped(jobs, partial(_draw, run=report.run, size=size, numbers=report.numbers, svg=svg, png=png), iter(charts)) as drawn:
        for _ in drawn:
            pass


def _draw(chart: Chart, run: str, size: str, numbers: str, svg: Path | None, png: Path | None) -> None:
    from pipeline.report import charts, words

    with words.numbers(numbers):
        figure = charts.draw(chart)  # once for both, where both are of one size
        if svg:
            (svg / f"{chart.name}.svg").write_bytes(charts.svg(chart, figure=figure))
        if png:
            told = charts.png(chart, run, figure=figure) if size == "report" else charts.png(chart, run, size)
            (png / f"{chart.name}.png").write_bytes(told)
