"""Amounts beside each other: growth by period, shares of a whole, and what publishers disagree on."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pipeline.report import words
from pipeline.report.model import Chart
from pipeline.report.page.spec.plot import (
    FEW,
    HEIGHT,
    Layer,
    Mark,
    Plot,
    amounts,
    colour,
    dates,
    layered,
    line_at_zero,
    middle,
    moment,
    said,
    text,
    values,
)

ROW = 46
"""Height of a bar with its name above it."""

SLIM = 30
"""Height of a row whose name stands on the axis."""

TALLEST = 1800
"""Where more rows would make a plot higher than this, they are drawn slimmer."""


def changes(chart: Chart) -> list[Plot]:
    """A bar a period, as wide as the period, from zero; falls in another colour."""
    rows = [row for row in chart.rows if middle(row) is not None and row["value"] is not None]
    if not rows:
        return []
    sizes = [float(row["value"]) for row in rows]
    y, y_params = amounts(chart.about, sizes, base=True)
    days = {middle(row) or 0: words.period(row["period"], short=True) for row in rows}
    x, x_params = dates(list(days), list(days.values()), chart.about.get("frequency"))
    bars: list[dict[str, Any]] = []
    for n, row in enumerate(rows):
        start, end = moment(row["start"] or row["end"]), moment(row["end"] or row["start"]) + 86_400_000
        trim = (end - start) // 8
        bars.append(
            {"i": n, "x": start + trim, "x2": end - trim, "mid": middle(row), "y": sizes[n], "text": said(sizes[n], chart.about, sizes)}
        )
    room = (bars[0]["x2"] - bars[0]["x"]) * max(0, 4 - len(bars))  # so that one bar is no wall
    x["scale"]["domain"] = [min(bar["x"] for bar in bars) - room, max(bar["x2"] for bar in bars) + room]
    y = {"field": "y", "type": "quantitative", **y}
    sign: dict[str, Any] = {"condition": {"test": "datum.y < 0", "value": colour("target")}, "value": colour("actual")}
    bar = {"x": {"field": "x", **x}, "x2": {"field": "x2"}, "y": y, "y2": {"datum": 0}, "color": sign}
    layers: list[Layer] = [{"name": "points", "data": values(bars), "mark": {"type": "rect"}, "encoding": bar}, line_at_zero()]
    if len(bars) <= FEW // 2:
        at = {"x": {"field": "mid", **x}, "y": y}
        layers.append(text([_bare(b) for b in bars if b["y"] >= 0], at, dy=-8, color=colour("ink")))
        layers.append(text([_bare(b) for b in bars if b["y"] < 0], at, dy=10, color=colour("ink")))
    marks = tuple(
        Mark(f"{words.period(row['period'])}: {bar['text']}", (words.period(row["period"]), row["period"]), bar["text"])
        for row, bar in zip(rows, bars, strict=True)
    )
    return [Plot(layered(layers, [*x_params, *y_params], HEIGHT), HEIGHT, marks, near="x")]


def shares(chart: Chart) -> list[Plot]:
    """A bar a part, its name above it, its percent behind it; the largest first as the rows have them."""
    rows = [row for row in chart.rows if row["value"] is not None]
    if not rows:
        return []
    sizes = [float(row["value"]) for row in rows]
    about = {"unit": "percent", **chart.about}
    bars: list[dict[str, Any]] = [
        {"i": n, "y": n, "x": size, "name": row["label"], "text": said(size, about, sizes)}
        for n, (row, size) in enumerate(zip(rows, sizes, strict=True))
    ]
    height = min(ROW * len(bars), TALLEST)
    x = {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [min(0, *sizes, 0), max(0, *sizes, 0) * 1.2 or 1], "nice": False},
        "axis": None,
    }
    y = {"field": "y", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0, "paddingOuter": 0}}
    thick = max(2, min(16, height // len(bars) - 26))
    layers: list[Layer] = [
        {
            "name": "points",
            "data": values(bars),
            "mark": {"type": "bar", "color": colour("actual"), "height": thick, "yOffset": 9},
            "encoding": {"x": x, "y": y},
        },
    ]
    if height == ROW * len(bars):
        bare = [_bare(bar) for bar in bars]
        named = [{**bar, "text": bar["name"]} for bar in bare]
        start = {"y": y, "x": {"datum": 0, "type": "quantitative"}}
        layers.append(text(named, start, align="left", dx=1, dy=-9, color=colour("ink"), limit={"expr": "width"}))
        layers.append(text(bare, {"y": y, "x": x}, align="left", dx=6, dy=9, color=colour("ink"), fontWeight="bold"))
    marks = tuple(
        Mark(f"{bar['name']}: {bar['text']}", (row["label"], words.period(str(row.get("period") or ""))), bar["text"], apart=True)
        for row, bar in zip(rows, bars, strict=True)
    )
    return [Plot(layered(layers, [], height), height, marks)]


def disagreements(chart: Chart) -> list[Plot]:
    """A row a period: the value shown as a full dot, those that others tell as open ones, and the span between them."""
    rows = [row for row in chart.rows if row["value"] is not None]
    if not rows:
        return []
    sizes = [float(row[key]) for row in rows for key in ("value", "low", "high") if row.get(key) is not None]
    x, params = amounts(chart.about, sizes, base=False)
    x = {"field": "x", "type": "quantitative", **x}
    exact = [float(row["value"]) for row in rows]
    periods = list(dict.fromkeys(words.period(row["period"]) for row in rows))
    dots: list[dict[str, Any]] = [
        {"i": n, "x": exact[n], "y": words.period(row["period"]), "shown": bool(row["shown"])} for n, row in enumerate(rows)
    ]
    spans: list[dict[str, Any]] = []
    for period, group in groupby(
        sorted(rows, key=lambda row: periods.index(words.period(row["period"]))), key=lambda row: words.period(row["period"])
    ):
        ends = [float(row[key]) for row in group for key in ("value", "low", "high") if row.get(key) is not None]
        spans.append({"y": period, "x": min(ends), "x2": max(ends)})
    height = min(SLIM * len(periods), TALLEST) + SLIM
    labels = {"labelLimit": 150, "labelOverlap": True, "domain": False, "ticks": False, "labelPadding": 8}
    y = {"field": "y", "type": "ordinal", "sort": None, "axis": labels, "scale": {"domain": periods}}
    dot = {"type": "point", "shape": "circle", "size": 75, "opacity": 1, "stroke": colour("actual"), "strokeWidth": 2}
    layers: list[Layer] = [
        {
            "data": values(spans),
            "mark": {"type": "rule", "strokeWidth": 5, "strokeCap": "round", "color": colour("faint")},
            "encoding": {"y": y, "x": x, "x2": {"field": "x2"}},
        },
        {
            "name": "points",
            "data": values(sorted(dots, key=lambda each: each["shown"])),
            "mark": dot,
            "encoding": {
                "y": y,
                "x": x,
                "fill": {"condition": {"test": "datum.shown", "value": colour("actual")}, "value": colour("paper")},
            },
        },
    ]
    marks = []
    for row in rows:
        value = said(float(row["value"]), chart.about, exact)
        who = ", ".join(row.get("publishers") or ()) or "not named"
        period = words.period(row["period"])
        marks.append(
            Mark(f"{period}: {value}{', the value shown' if row['shown'] else ''}. {who}", (period, row["period"]), value, apart=True)
        )
    return [Plot(layered(layers, params, height), height, tuple(marks))]


def _bare(bar: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in bar.items() if key != "i"}
