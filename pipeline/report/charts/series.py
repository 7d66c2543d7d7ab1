"""One series over time: the latest values as a line broken at gaps, values astray as crosses and first releases that were revised as open dots beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.report import far, style, words
from pipeline.report.charts import axes as scale
from pipeline.report.charts import beyond
from pipeline.report.charts.frame import LABEL, SMALL, Frame
from pipeline.report.charts.labels import Labels
from pipeline.report.model import Row
from pipeline.report.spells import dated, middle, number, runs, sums

RIGHT = ((1, 0), (0, 1), (0, -1), (-1, 1), (-1, -1))
"""Where the last value is told: behind its line if there is room."""

BESIDE = ("forecast", "target")
"""What is drawn beside actual values."""


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `series`; `about["companions"]` are its forecasts and targets."""
    every = dated(rows)
    if not every:
        return False
    bounds = far.fences([row["value"] for row in every])
    points, beyond_scale = far.apart(every, bounds)
    others, others_beyond = far.apart(dated(about.get("companions") or ()), bounds)
    ends = [number(row.get(end)) for row in (*points, *others) for end in ("value", "low", "high", "first_value")]
    shown = [value for value in ends if value is not None and bounds[0] <= value <= bounds[1]]
    low, high = scale.span(shown, zero=sums(about) and (min(shown) >= 0 or max(shown) <= 0))
    course, lone = far.astray(points)
    end = course[-1]
    last = words.amount(end["value"], about["unit"], places=words.decimals([row["value"] for row in points]))
    room = frame.measure(last, LABEL, style.BOLD)[0] + frame.pt(8)
    axes = frame.axes(
        frame.left + scale.gutter(frame, low, high, about),
        frame.bottom + frame.pt(scale.DATES),
        frame.right - room,
        frame.top - frame.pt(4),
    )
    scale.values(frame, axes, low, high, about)
    when = [middle(row) for row in (*points, *others, *beyond_scale, *others_beyond)]
    scale.dates(frame, axes, min(when), max(when), about.get("frequency"))
    labels = Labels(frame, axes, (frame.left, frame.bottom + frame.pt(scale.DATES), frame.right, frame.top))
    line(frame, axes, labels, course, lone, about, style.ACTUAL)
    _ranges(frame, axes, labels, points)
    revised = _first_releases(
        frame, axes, labels, [row for row in points if bounds[0] <= (row.get("first_value") or row["value"]) <= bounds[1]]
    )
    for status in BESIDE:
        companions(frame, axes, labels, [row for row in others if row["status"] == status], about, status)
    beyond.mark(frame, axes, labels, [*beyond_scale, *others_beyond], about)
    labels.add(last, middle(end), end["value"], sides=RIGHT, weight=style.BOLD, color=style.ACTUAL)
    for status in BESIDE:
        mine = [row for row in others if row["status"] == status]
        if mine:
            told = words.amount(mine[-1]["value"], about["unit"], places=words.decimals([row["value"] for row in mine]))
            labels.add(f"{status} {told}", middle(mine[-1]), mine[-1]["value"], gap=7, color=style.LOOKS[status][1])
    if revised:
        most = max(revised, key=lambda row: abs(row["value"] - row["first_value"]))
        away = 1 if most["first_value"] > most["value"] else -1
        labels.add(
            "first release", middle(most), most["first_value"], size=SMALL, color=style.GREY, sides=((0, away), (1, 0), (-1, 0), (0, -away))
        )
    extremes(labels, course, about)
    beyond.name(axes, labels, [*beyond_scale, *others_beyond], about)
    return True


def line(frame: Frame, axes: Any, labels: Labels, course: Sequence[Row], lone: Sequence[Row], about: Row, colour: str) -> None:
    """Values in course as a line broken at gaps, with a dot each where they are few; a value between gaps is a dot always, a lone one astray a cross."""
    count = len(course) + len(lone)
    dot = 4.5 if count <= 40 else 2.6 if count <= 120 else 0
    for run in runs(course, about.get("frequency")):
        x, y = [middle(row) for row in run], [row["value"] for row in run]
        size = frame.pt(dot or (2.6 if len(run) == 1 else 0))
        axes.plot(x, y, "-o", color=colour, lw=frame.pt(1.9), ms=size, mec=colour, zorder=4, clip_on=False, solid_joinstyle="round")
        labels.line(x, y)
    if lone:
        x, y = [middle(row) for row in lone], [row["value"] for row in lone]
        axes.plot(x, y, "x", color=colour, ms=frame.pt(4.5), mew=frame.pt(1.2), zorder=4, clip_on=False)
        labels.line(x, y, joined=False)
        frame.note(far.said_astray(lone))


def companions(frame: Frame, axes: Any, labels: Labels, rows: Sequence[Row], about: Row, status: str) -> None:
    """Forecasts dotted, targets dashed, with open marks; neighbours without a gap are joined."""
    colour, _, mark, dash = style.LOOKS[status]
    size = frame.pt(4.5 if len(rows) <= 40 else 2.5)
    for run in runs(rows, about.get("frequency")):
        x, y = [middle(row) for row in run], [row["value"] for row in run]
        axes.plot(x, y, dash, marker=mark, mfc="white", color=colour, lw=frame.pt(1.5), ms=size, mew=frame.pt(1.2), zorder=3, clip_on=False)
        labels.line(x, y)


def extremes(labels: Labels, points: Sequence[Row], about: Row) -> None:
    """The highest and lowest values, in small letters, where there is room."""
    if len(points) < 8:
        return
    places = words.decimals([row["value"] for row in points])
    for pick, side in ((max, 1), (min, -1)):
        row = pick(points, key=lambda row: row["value"])
        if row is not points[-1]:
            said = words.amount(row["value"], about["unit"], places=places)
            labels.add(said, middle(row), row["value"], size=SMALL, color=style.GREY, sides=((0, side),), far=(1.0, 1.5))


def _ranges(frame: Frame, axes: Any, labels: Labels, points: Sequence[Row]) -> None:
    """Ranges that were told, as thin bars through their middle."""
    for row in points:
        low, high = number(row.get("low")), number(row.get("high"))
        if low is not None and high is not None and low < high:
            x = middle(row)
            axes.plot([x, x], [low, high], color=style.FIRST, lw=frame.pt(3.5), solid_capstyle="butt", zorder=2)
            labels.line([x, x], [low, high])


def _first_releases(frame: Frame, axes: Any, labels: Labels, points: Sequence[Row]) -> list[Row]:
    """Open dots for what was told first and is not told now."""
    revised = [row for row in points if number(row.get("first_value")) not in (None, row["value"])]
    size = frame.pt(4.5 if len(points) <= 60 else 2.5)
    for row in revised:
        at = middle(row)
        axes.plot([at, at], [row["first_value"], row["value"]], color=style.GREY, lw=frame.pt(0.7), zorder=2)
    x, y = [middle(row) for row in revised], [row["first_value"] for row in revised]
    axes.plot(x, y, "o", mfc="white", mec=style.GREY, mew=frame.pt(1.1), ms=size, zorder=5, clip_on=False)
    if revised:
        labels.line(x, y, joined=False)
    return revised
