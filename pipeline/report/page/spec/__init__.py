"""Vega-Lite specs, a function a kind of chart, from the same rows that `report.charts` draws."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.report.model import Chart
from pipeline.report.page.spec import bars, grids, lines
from pipeline.report.page.spec.plot import Mark, Plot

KINDS: dict[str, Callable[[Chart], list[Plot]]] = {
    "series": lines.series,
    "outlook": lines.outlook,
    "countries": lines.countries,
    "changes": bars.changes,
    "shares": bars.shares,
    "disagreements": bars.disagreements,
    "revisions": grids.revisions,
    "events": grids.events,
}
"""Every kind but `table`, which is a table in the page as well."""


def plots(chart: Chart) -> list[Plot]:
    """The drawings of a chart, in order; none where its rows hold nothing that has a place on it."""
    return KINDS[chart.kind](chart)


__all__ = ["KINDS", "Mark", "Plot", "plots"]
