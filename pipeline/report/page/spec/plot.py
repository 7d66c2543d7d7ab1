"""What one drawing consists of, and the scales and labels that all kinds share.

A spec is Vega-Lite without width, colours or data from elsewhere: the page's script adds what depends on the reader's screen. Colours stand
as the names of parameters (`ink`, `grey`, `actual`, …). Text from stories enters a spec in its data and parameters only, never in an expression.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from pipeline.report import words
from pipeline.report.model import Row

Layer = dict[str, Any]

FEW = 12
"""Dates that are named one by one; more are read from an axis of years, months or days."""

HEIGHT = 300


@dataclass(frozen=True)
class Mark:
    """What a reader may point at: `text` says it, `names` are the labels its point may have in the section's table.

    `apart` says that others stand for the same period, so that a point is its own only if it shows `value`.
    """

    text: str
    names: tuple[str, ...]
    value: str
    apart: bool = False


@dataclass(frozen=True)
class Plot:
    """One drawing of a chart: `spec` for Vega-Lite, whose data number the marks by `i`; `height` in pixels.

    `near` says by which directions the nearest mark is found: "x" along a line, "xy" among rows.
    """

    spec: dict[str, Any]
    height: int
    marks: tuple[Mark, ...]
    label: str = ""
    near: str = "xy"
    start: int = -1
    """The mark that keys begin at."""
    note: str = ""
    """What stands below it, before the source."""


def colour(name: str) -> dict[str, str]:
    """The colour that the theme has under `name`."""
    return {"expr": name}


def moment(day: dt.date) -> int:
    """Milliseconds since 1970, in UTC, as Vega counts."""
    return (day - dt.date(1970, 1, 1)).days * 86_400_000


def middle(row: Row) -> int | None:
    """The middle of a row's period; None where it has no date."""
    first, last = row.get("start") or row.get("end"), row.get("end") or row.get("start")
    return None if first is None or last is None else (moment(first) + moment(last)) // 2


def amounts(about: Row, values: list[float], base: bool) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scale and axis of an amount, and the parameters that its labels need; with `base` the axis starts at zero."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    low, high = (min(low, 0.0), max(high, 0.0)) if base else (low, high)
    room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    lowest = low if base and low == 0 else low - room if low < 0 or low - room >= 0 else 0.0
    highest = high if base and high == 0 else high + room if high > 0 or high + room <= 0 else 0.0
    unit = str(about.get("unit") or "")
    size = max(abs(low), abs(high))
    step, name = (1.0, "")
    if unit not in words.UNITS:
        step, name = next(((s, n) for s, n in words.STEPS if size >= s and not (s == 1e3 and size < 1e4)), (1.0, ""))
    params: list[dict[str, Any]] = [
        {"name": "before", "value": words.SIGNS.get(unit, "")},
        {"name": "after", "value": " %" if unit == "percent" else f" {name}" if name else ""},
        {"name": "nothing", "value": words.SIGNS.get(unit, "") + ("0 %" if unit == "percent" else "0")},
        {"name": "step", "value": step},
        {"name": "form", "value": ",~f" if size >= 0.01 or size == 0 else "~g"},
    ]
    size_of = "format(abs(datum.value) / step, form)"
    if words.marks() != (".", ","):
        params += [{"name": "decimal", "value": words.marks()[0]}, {"name": "group", "value": words.marks()[1]}]
        size_of = f"replace(replace(replace({size_of}, regexp(',', 'g'), '#'), '.', decimal), regexp('#', 'g'), group)"
    label = f"datum.value == 0 ? nothing : (datum.value < 0 ? '−' : '') + before + {size_of} + after"
    axis = {"labelExpr": label, "tickCount": 5, "labelFlush": False, "labelOverlap": True, "labelSeparation": 6}
    return {"scale": {"domain": [lowest, highest], "zero": False, "nice": 10}, "axis": axis}, params


def dates(days: list[int], names: list[str], frequency: str | None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Scale and axis of time for points at `days`, called `names`, and the parameter that its labels need.

    Time is a plain number to Vega, so that no reader's time zone moves a point.
    """
    first, last = (min(days), max(days)) if days else (0, 1)
    room = max((last - first) // 40, 86_400_000 if last > first else 180 * 86_400_000)
    named = dict(zip(days, names, strict=True)) if len(set(days)) <= FEW else _even(first, last, frequency)
    axis = {
        "values": sorted(named),
        "labelExpr": "called[toString(datum.value)]",
        "labelOverlap": "greedy" if len(named) <= FEW else "parity",
        "labelFlush": True,
        "labelSeparation": 8,
        "grid": False,
        "domain": True,
        "ticks": True,
    }
    scale = {"domain": [first - room, last + room], "nice": False, "zero": False}
    return {"type": "quantitative", "scale": scale, "axis": axis}, [
        {"name": "called", "value": {str(at): name for at, name in named.items()}}
    ]


def _even(first: int, last: int, frequency: str | None) -> dict[int, str]:
    """Years, months or days from the first to the last moment, by how far they lie apart; years of annual figures stand at their middle."""
    start, end = (dt.date(1970, 1, 1) + dt.timedelta(milliseconds=at) for at in (first, last))
    if frequency == "A":
        return {(moment(dt.date(year, 1, 1)) + moment(dt.date(year, 12, 31))) // 2: str(year) for year in range(start.year, end.year + 1)}
    if (end - start).days > 3 * 366:
        return {moment(dt.date(year, 1, 1)): str(year) for year in range(start.year + 1, end.year + 1)}
    if (end - start).days > 90:
        months = [divmod(at, 12) for at in range(start.year * 12 + start.month, end.year * 12 + end.month)]
        return {moment(dt.date(year, month + 1, 1)): f"{words.MONTHS[month][:3]} {year}" for year, month in months}
    days = [start + dt.timedelta(days=n) for n in range((end - start).days + 1)]
    return {moment(day): f"{day.day} {words.MONTHS[day.month - 1][:3]}" for day in days}


def said(value: float, about: Row, values: list[float]) -> str:
    """A value for people, with as many decimals as `values` need."""
    return words.amount(value, str(about.get("unit") or ""), about.get("per"), words.decimals(values))


def layered(layers: list[Layer], params: list[dict[str, Any]], height: int) -> dict[str, Any]:
    """A spec of `layers`; Vega makes room for axes and labels within its height and the width that the script gives it."""
    return {"height": height, "params": params, "padding": {"left": 2, "top": 12, "right": 6, "bottom": 4}, "layer": layers}


def values(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Rows as the data of a layer."""
    return {"values": rows}


def text(rows: list[dict[str, Any]], encoding: dict[str, Any], **mark: Any) -> Layer:
    """A layer of labels: the field `text` of each row."""
    return {"data": values(rows), "mark": {"type": "text", **mark}, "encoding": {**encoding, "text": {"field": "text", "type": "nominal"}}}


def line_at_zero() -> Layer:
    """A line where amounts are nothing."""
    return {"data": values([{}]), "mark": {"type": "rule", "color": colour("grey"), "strokeWidth": 1}, "encoding": {"y": {"datum": 0}}}
