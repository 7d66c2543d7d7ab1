"""Measures over time: one series with its vintages, actual against forecast and target, one indicator over countries."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pipeline.report import far, words
from pipeline.report.model import Chart, Row
from pipeline.report.page.spec.plot import (
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
    said,
    text,
    values,
)
from pipeline.report.spells import GAP_DAYS, sums

LOOKS: dict[str, dict[str, Any]] = {
    "actual": {"colour": "actual", "dash": [1, 0], "shape": "circle", "filled": True},
    "estimate": {"colour": "first", "dash": [1, 0], "shape": "circle", "filled": False},
    "forecast": {"colour": "forecast", "dash": [2, 4], "shape": "diamond", "filled": False},
    "target": {"colour": "target", "dash": [7, 5], "shape": "square", "filled": False},
    "plan": {"colour": "target", "dash": [7, 5], "shape": "triangle-up", "filled": False},
}
"""Solid is actual, dotted forecast, dashed target."""

LABEL = 140
"""Widest label beside a mark, in pixels; a unit of many letters is cut."""

PHONE, TALL, LETTER, LINE = 260, 220, 7, 15
"""A plot on a phone, its width and height, and a letter and a line of a label, in pixels: about where labels would meet."""

CROSS = "M-1,-1L1,1M-1,1L1,-1"
"""The mark of a value astray, as a path in a square of two by two."""

PANEL = 130
"""Height of one of many small plots."""


def series(chart: Chart) -> list[Plot]:
    """Latest values as a line broken at gaps, first releases that were revised as open dots, forecasts and targets beside it."""
    rows = [{"status": "actual", **row} for row in chart.rows]
    return _over_time(chart, [*rows, *chart.about.get("companions", ())])


def outlook(chart: Chart) -> list[Plot]:
    """Actual values against what was forecast and aimed at."""
    return _over_time(chart, list(chart.rows))


def countries(chart: Chart) -> list[Plot]:
    """One indicator, a small plot a place, all on the same scales."""
    order = {row["entity_id"]: n for n, row in reversed(list(enumerate(chart.rows)))}
    rows = sorted(chart.rows, key=lambda row: order[row["entity_id"]])
    placed = [({"status": "actual", **row}) for row in rows]
    return [
        plot for _, group in groupby(placed, key=lambda row: row["entity_id"]) for plot in _over_time(chart, list(group), placed, PANEL)
    ]


def _over_time(chart: Chart, rows: list[Row], among: list[Row] | None = None, height: int = HEIGHT) -> list[Plot]:
    """One plot of `rows`, on the scales that `among` need; none where nothing has a date."""
    about = chart.about
    dated = [(at, row) for row in rows if (at := middle(row)) is not None and row["value"] is not None]
    dated.sort(key=lambda each: (list(LOOKS).index(each[1]["status"]), each[0]))
    if not dated:
        return []
    scale = [(at, row) for row in (among or rows) if (at := middle(row)) is not None and row["value"] is not None]
    bounds = far.fences([] if among else [float(row["value"]) for _, row in scale])
    ends = [float(row[key]) for _, row in scale for key in ("value", "first_value", "low", "high") if row.get(key) is not None]
    sizes = [size for size in ends if bounds[0] <= size <= bounds[1]]
    y, y_params = amounts(about, sizes, base=sums(about) and min(sizes) > 0)
    y["scale"]["clamp"] = True
    days = sorted({(at, words.period(row["period"], short=True)) for at, row in scale})
    x, x_params = dates([at for at, _ in days], [name for _, name in days], about.get("frequency"))
    y = {"field": "y", "type": "quantitative", **y}
    x = {"field": "x", **x}
    if among:
        x["axis"] |= {"values": [x["axis"]["values"][0], x["axis"]["values"][-1]]}
        y["axis"] |= {"tickCount": 3}
    layers: list[Layer] = [line_at_zero()] if min(sizes) < 0 < max(sizes) else []
    marks: list[Mark] = []
    exact = [float(row["value"]) for _, row in scale]
    drawn = {
        status: _runs(list(group), about.get("frequency"), [row for _, row in dated], bounds)
        for status, group in groupby(dated, key=lambda each: each[1]["status"])
    }
    told = [point for points in drawn.values() for point in points if "beyond" not in point]
    taken: list[tuple[float, float, float]] = []
    for status, points in drawn.items():
        marks += [_mark(dated[point["i"]][1], about, exact) for point in points]
        others = [point for point in told if point not in points]
        layers += _status(status, points, others, x, y, 45 if len(told) < 40 else 18 if len(told) < 200 else 6)
        newest = [point for point in points if "astray" not in point][-1]
        layers += _newest(status, newest, told, said(newest["y"], about, exact), x, y, taken)
    label = words.place(rows[0].get("place") or rows[0].get("entity_id")) if among else ""
    outside = [row for _, row in dated if not bounds[0] <= row["value"] <= bounds[1]]
    lone = [dated[point["i"]][1] for points in drawn.values() for point in points if "astray" in point]
    notes = [far.said(outside, about) if outside else "", far.said_astray(lone) if lone else ""]
    note = " ".join(filter(None, notes))
    start = len(next(iter(drawn.values()))) - 1
    return [Plot(layered(layers, [*x_params, *y_params], height), height, tuple(marks), label, "x", start, note)]


def _newest(
    status: str,
    point: dict[str, Any],
    told: list[dict[str, Any]],
    value: str,
    x: dict[str, Any],
    y: dict[str, Any],
    taken: list[tuple[float, float, float]],
) -> list[Layer]:
    """The last value of a status, written beside its mark where nothing follows, else above what stands about it.

    `taken` are the labels written before: left, right and height in pixels of a plot as wide as a phone's. Where none is free, none is written.
    """
    first, last = min(each["x"] for each in told), max(each["x"] for each in told)
    lowest = min(each["y"] for each in told)
    extent = (max(each["y"] for each in told) - lowest) or 1.0
    behind = [each for each in told if point["x"] < each["x"] <= point["x"] + (last - first) * 0.15]
    share = (point["x"] - first) / ((last - first) or 1)
    room = point["x"] == last or share * PHONE + 9 + LETTER * len(value) <= PHONE
    if status == "actual" and room and all(abs(each["y"] - point["y"]) > extent * 0.1 for each in behind):
        taken.append((share * PHONE, share * PHONE + LETTER * len(value), (point["y"] - lowest) / extent * TALL))
        return [_label(point, value, x, y, align="left", dx=9, color=colour("actual"), fontWeight="bold")]
    name = value if status == "actual" else f"{status} {value}"
    align = "right" if share > 0.7 else "left" if share < 0.3 else "center"
    width = LETTER * len(name)
    left = share * PHONE - width * {"right": 1, "center": 0.5, "left": 0}[align]
    start, end = (first + at / PHONE * (last - first) for at in (left, left + width))
    tops = [max(each["y"], each.get("first", each["y"]), each.get("high", each["y"])) for each in told if start <= each["x"] <= end]
    top = max([top for top in tops if point["y"] <= top <= point["y"] + extent * 0.2] + [point.get("high", point["y"])])
    for up in range(14, 14 + 5 * LINE, LINE):
        height = (top - lowest) / extent * TALL + up
        if all(left > right or left + width < before or abs(height - other) >= LINE for before, right, other in taken):
            taken.append((left, left + width, height))
            look = (
                {"color": colour("actual"), "fontWeight": "bold"}
                if status == "actual"
                else {"color": colour(f"{LOOKS[status]['colour']}Text")}
            )
            return [_label({**point, "y": top}, name, x, y, align=align, dy=-up, **look)]
    return []


def _runs(dated: list[tuple[int, Row]], frequency: str | None, rows: list[Row], bounds: tuple[float, float]) -> list[dict[str, Any]]:
    """Points in order, numbered as in `rows`; the number of the run `g` rises where a period is missing or a value lies beyond `bounds` or astray."""
    limit = GAP_DAYS.get(frequency or "")
    first = next(n for n, row in enumerate(rows) if row is dated[0][1])
    made: list[dict[str, Any]] = []
    _, lone = far.astray([row for _, row in dated if row["status"] == "actual" and bounds[0] <= row["value"] <= bounds[1]])
    run = 0
    for n, (at, row) in enumerate(dated):
        beyond, astray = not bounds[0] <= row["value"] <= bounds[1], row in lone
        off = beyond or astray or (n > 0 and not made[-1].keys().isdisjoint(("beyond", "astray")))
        run += n > 0 and (limit is None or at - dated[n - 1][0] > limit * 86_400_000 or off)
        point: dict[str, Any] = {"i": first + n, "x": at, "y": float(row["value"]), "g": run}
        if beyond:
            point["beyond"] = "triangle-up" if row["value"] > bounds[1] else "triangle-down"
        if astray:
            point["astray"] = True
        if row.get("first_value") is not None and row["first_value"] != row["value"]:
            point["first"] = float(row["first_value"])
        if row.get("low") is not None and row.get("high") is not None and row["low"] != row["high"]:
            point |= {"low": float(row["low"]), "high": float(row["high"])}
        made.append(point)
    return made


def _status(
    status: str, points: list[dict[str, Any]], others: list[dict[str, Any]], x: dict[str, Any], y: dict[str, Any], size: int
) -> list[Layer]:
    """Line, ranges, first releases and marks of the points of one status; the first release farthest from `others` is named."""
    look = LOOKS[status]
    stroke = colour(look["colour"])
    layers: list[Layer] = []
    if ranges := [point for point in points if "low" in point]:
        between = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}
        layers.append(
            {"data": values(ranges), "mark": {"type": "rule", "color": stroke, "strokeWidth": 6, "opacity": 0.3}, "encoding": between}
        )
    line = {"type": "line", "color": stroke, "strokeWidth": 2, "strokeDash": look["dash"]}
    layers.append({"data": values(points), "mark": line, "encoding": {"x": x, "y": y, "detail": {"field": "g", "type": "nominal"}}})
    if revised := [point for point in points if "first" in point]:
        earlier = {"x": x, "y": {**y, "field": "first"}}
        mark = {"type": "point", "shape": "circle", "fill": colour("paper"), "stroke": stroke, "size": 50, "opacity": 1}
        layers.append({"data": values(revised), "mark": mark, "encoding": earlier})
        named = max(revised, key=lambda point: min((abs(point["x"] - other["x"]) for other in [*others, points[-1]]), default=0))
        below = named["first"] < named["y"]
        at = {"x": x, "y": {**y, "field": "first"}}
        layers.append(
            text(
                [{**_bare(named), "text": "first release"}],
                at,
                align="left",
                dx=6,
                dy=12 if below else -11,
                fontSize=11,
                color=colour("grey"),
            )
        )
    mark = {
        "type": "point",
        "shape": look["shape"],
        "fill": stroke if look["filled"] else colour("paper"),
        "stroke": stroke,
        "size": size,
        "opacity": 1,
    }
    near = [point for point in points if point.keys().isdisjoint(("beyond", "astray"))]
    layers.append({"name": f"{status}_points", "data": values(near), "mark": mark, "encoding": {"x": x, "y": y}})
    if lone := [point for point in points if "astray" in point]:
        cross = {"type": "point", "shape": CROSS, "stroke": stroke, "strokeWidth": 1.5, "size": 30, "opacity": 1}
        layers.append({"name": f"{status}_astray_points", "data": values(lone), "mark": cross, "encoding": {"x": x, "y": y}})
    if beyond := [point for point in points if "beyond" in point]:
        shape = {"field": "beyond", "type": "nominal", "scale": None}
        arrow = {"type": "point", "fill": stroke, "stroke": stroke, "size": max(size, 30), "opacity": 1}
        layers.append(
            {"name": f"{status}_beyond_points", "data": values(beyond), "mark": arrow, "encoding": {"x": x, "y": y, "shape": shape}}
        )
    return layers


def _label(point: dict[str, Any], name: str, x: dict[str, Any], y: dict[str, Any], **mark: Any) -> Layer:
    return text([{**_bare(point), "text": name}], {"x": x, "y": y}, limit=LABEL, **mark)


def _bare(point: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in point.items() if key != "i"}


def _mark(row: Row, about: Row, exact: list[float]) -> Mark:
    period = words.period(row["period"])
    value = said(float(row["value"]), about, exact)
    place = words.place(row.get("place")) if row.get("place") else ""
    status = row["status"] if row["status"] != "actual" else ""
    first = row.get("first_value")
    earlier = f"first {said(float(first), about, exact)}" if first is not None and first != row["value"] else ""
    told = ", ".join(each for each in (place, period, status) if each)
    return Mark(
        f"{told}: {value}" + (f" ({earlier})" if earlier else ""),
        (period, row["period"], f"{place}, {period}", f"{period}, {place}"),
        value,
        apart=bool(status),
    )
