"""What stands in rows: releases of a period beside each other, and events on a time line."""

from __future__ import annotations

from typing import Any

from pipeline.report import words
from pipeline.report.model import Chart, Row
from pipeline.report.page.spec.plot import Layer, Mark, Plot, colour, dates, layered, moment, said, text, values

CELL = 26
"""Height of a period in the triangle of revisions."""

EVENT = 44
"""Height of an event with its words above it."""

MOST = 40
"""Events that have a row and words each; more are strokes on one line, and say their words when they are pointed at."""

TALLEST = 1000


def revisions(chart: Chart) -> list[Plot]:
    """The triangle as a heat map: a row a period, the newest first, a column a release, coloured by the change from the first."""
    rows = [row for row in chart.rows if row["value"] is not None]
    if not rows:
        return []
    first: dict[str, float] = {}
    for row in sorted(rows, key=lambda row: int(row["vintage"])):
        first.setdefault(row["period"], float(row["value"]))
    exact = [float(row["value"]) for row in rows]
    periods = list(dict.fromkeys(words.period(row["period"]) for row in sorted(rows, key=lambda row: str(row["period"]), reverse=True)))
    cells: list[dict[str, Any]] = []
    marks: list[Mark] = []
    for n, row in enumerate(rows):
        change = exact[n] - first[row["period"]]
        period, value = words.period(row["period"]), said(exact[n], chart.about, exact)
        cells.append({"i": n, "x": int(row["vintage"]), "y": period, "change": change, "text": value})
        moved = f", {_signed(change, chart.about, exact)} on the first" if change else ""
        told = f"; {_day(row['published'])}" if row.get("published") else ""
        marks.append(Mark(f"{period}, release {row['vintage']}: {value}{moved}{told}", (period, row["period"]), value, apart=True))
    most = max(abs(cell["change"]) for cell in cells) or 1.0
    height = min(CELL * len(periods), TALLEST) + 54
    labels = {"domain": False, "ticks": False, "labelPadding": 8, "grid": False}
    x = {
        "field": "x",
        "type": "ordinal",
        "axis": {**labels, "orient": "top", "labelAngle": 0, "title": "release", "titleFontWeight": "normal"},
    }
    y = {"field": "y", "type": "ordinal", "scale": {"domain": periods}, "axis": {**labels, "labelOverlap": True, "labelLimit": 150}}
    shade = {
        "field": "change",
        "type": "quantitative",
        "scale": {
            "domain": [-most, 0, most],
            "range": [colour("lower"), colour("level"), colour("higher")],
            "type": "linear",
            "interpolate": "rgb",
        },
        "legend": None,
    }
    layers: list[Layer] = [
        {
            "name": "points",
            "data": values(cells),
            "mark": {"type": "rect", "stroke": colour("paper"), "strokeWidth": 2 if CELL * len(periods) <= TALLEST else 0},
            "encoding": {"x": x, "y": y, "color": shade},
        }
    ]
    if CELL * len(periods) <= TALLEST:
        bare = [{key: cell[key] for key in ("x", "y", "text")} for cell in cells]
        layers.append(text(bare, {"x": x, "y": y}, color=colour("ink"), limit={"expr": "bandwidth('x') - 4"}))
    return [Plot(layered(layers, [], height), height, tuple(marks))]


def events(chart: Chart) -> list[Plot]:
    """A time line: each event a dot at its day, its words above it."""
    rows = [row for row in chart.rows if row["day"] is not None]
    if not rows:
        return []
    rows.sort(key=lambda row: row["day"])
    dots: list[dict[str, Any]] = []
    marks: list[Mark] = []
    for n, row in enumerate(rows):
        value = words.amount(float(row["value"]), str(row["unit"] or "")) if row["value"] is not None else ""
        told = row["label"] if not value or value in row["label"] else f"{row['label']}, {value}"
        day = words.day(row["day"])
        dots.append({"i": n, "x": moment(row["day"]), "y": n, "text": told})
        marks.append(Mark(f"{day}: {told}", (row["label"], day, row["day"].isoformat(), told), value))
    x, params = dates([dot["x"] for dot in dots], [short_day(row) for row in rows], None)
    x = {"field": "x", **x}
    if len(rows) > MOST:
        stroke = {"type": "tick", "color": colour("actual"), "opacity": 0.7, "thickness": 2, "bandSize": EVENT, "orient": "vertical"}
        rug: list[Layer] = [{"name": "points", "data": values(dots), "mark": stroke, "encoding": {"x": x}}]
        return [Plot(layered(rug, params, EVENT * 2), EVENT * 2, tuple(marks), near="x")]
    y: dict[str, Any] = {"field": "y", "type": "ordinal", "axis": None, "scale": {"domain": list(range(len(rows))), "padding": 0}}
    words_of = [{"y": dot["y"], "text": f"{short_day(row)}  {dot['text']}"} for dot, row in zip(dots, rows, strict=True)]
    dot = {"type": "point", "shape": "circle", "filled": True, "size": 90, "opacity": 1, "color": colour("actual"), "yOffset": 10}
    start: dict[str, Any] = {"y": y, "x": {"value": 0}}
    layers: list[Layer] = [
        {"data": values(words_of), "mark": {"type": "rule", "color": colour("faint"), "yOffset": 10}, "encoding": {"y": y}},
        text(words_of, start, align="left", dy=-7, color=colour("ink"), limit={"expr": "width"}),
        {"name": "points", "data": values(dots), "mark": dot, "encoding": {"x": x, "y": y}},
    ]
    height = EVENT * len(rows) + 30
    return [Plot(layered(layers, params, height), height, tuple(marks))]


def short_day(row: Row) -> str:
    """A day with its month cut to three letters."""
    day = row["day"]
    return f"{day.day} {words.MONTHS[day.month - 1][:3]} {day.year}"


def _signed(change: float, about: Row, exact: list[float]) -> str:
    """A change with its sign; that of a rate is in points."""
    unit = words.of_difference(str(about.get("unit") or ""))
    return words.signed(words.amount(round(change, 9), unit, None, words.decimals(exact)))


def _day(published: Any) -> str:
    return words.day(published) if hasattr(published, "year") else str(published)
