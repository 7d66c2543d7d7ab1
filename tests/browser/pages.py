"""Writes the pages that the browser opens into the folder named; runs in the environment of `make test`, where statwire is."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import sample_report as reports

from pipeline.report.page import write


def many() -> reports.Report:
    """A report of sixty series with fifty points each, and one of 600 points."""
    report = reports.report()
    long = reports.series([5 + (n * 7919 % 97) / 20 for n in range(600)], name="long")
    drawn = [long, *(reports.series([5 + (n * k % 11) / 4 for n in range(50)], name=f"series-{k}") for k in range(1, 60))]
    sections = tuple(reports.Section(chart.name, f"Series {chart.name}", "", (chart,), reports.points(chart)) for chart in drawn)
    return dataclasses.replace(report, sections=sections)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write(reports.report(), folder / "every.html")
    write(reports.hostile(), folder / "hostile.html")
    write(many(), folder / "many.html")
    write(reports.hard(), folder / "hard.html")
