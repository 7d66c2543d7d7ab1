"""Actual values against what was forecast and aimed at: the past as a line, the future shaded, ranges as a fan, each line named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.report import far, style, words
from pipeline.report.charts import axes as scale
from pipeline.report.charts import beyond
from pipeline.report.charts.frame import LABEL, Frame
from pipeline.report.charts.labels import Box, Labels
from pipeline.report.charts.series import line
from pipeline.report.model import Row
from pipeline.report.spells import dated, middle, number, runs, sums


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `outlook`; where a period was forecast several times the last is on the line and the others are faint."""
    every = [row for row in dated(rows) if row["status"] in style.LOOKS]
    if not every:
        return False
    bounds = far.fences([row["value"] for row in every])
    rows, beyond_scale = far.apart(every, bounds)
    by = {status: _newest([row for row in rows if row["status"] == status]) for status in style.LOOKS}
    places = words.decimals([row["value"] for row in rows])
    named = {
        status: f"{words.SAID['statuses'][status].capitalize()} {_value(mine[-1], about, places)}"
        for status, (mine, _) in by.items()
        if mine
    }
    ends = [number(row.get(end)) for row in rows for end in ("value", "low", "high")]
    shown = [value for value in ends if value is not None and bounds[0] <= value <= bounds[1]]
    low, high = scale.span(shown, zero=sums(about) and (min(shown) >= 0 or max(shown) <= 0))
    room = max(frame.measure(text, LABEL, style.BOLD)[0] for text in named.values()) + frame.pt(10)
    axes = frame.axes(
        frame.left + scale.gutter(frame, low, high, about),
        frame.bottom + frame.pt(scale.DATES),
        frame.right - room,
        frame.top - frame.pt(4),
    )
    scale.values(frame, axes, low, high, about)
    when = [middle(row) for row in every]
    scale.dates(frame, axes, min(when), max(when), about.get("frequency"))
    labels = Labels(frame, axes, (frame.left, frame.bottom + frame.pt(scale.DATES), frame.right, frame.top), paper="none")
    done = by["actual"][0] or by["estimate"][0]
    if done and max(when) > middle(done[-1]):
        axes.axvspan(_border(done[-1], when), axes.get_xlim()[1], color=style.PALE, lw=0, zorder=0)
    for status, (mine, older) in by.items():
        if not mine:
            continue
        colour, _, mark, dash = style.LOOKS[status]
        if status == "actual":
            line(frame, axes, labels, *far.astray(mine), about, colour)
            continue
        joined = [done[-1], *mine] if status == "forecast" and done and middle(mine[0]) > middle(done[-1]) else mine
        _fan(frame, axes, joined, about, colour)
        x, y = [middle(row) for row in joined], [row["value"] for row in joined]
        dot = frame.pt(4.5 if len(mine) <= 40 else 0)
        axes.plot(x, y, dash, color=colour, lw=frame.pt(1.6), zorder=3, clip_on=False)
        axes.plot(x[-len(mine) :], y[-len(mine) :], mark, mfc="white", mec=colour, mew=frame.pt(1.2), ms=dot, zorder=3, clip_on=False)
        axes.plot(
            [middle(row) for row in older],
            [row["value"] for row in older],
            mark,
            mfc="none",
            mec=colour,
            alpha=0.45,
            ms=dot * 0.7,
            zorder=2,
        )
        labels.line(x, y)
    beyond.mark(frame, axes, labels, beyond_scale, about)
    _names(frame, labels, by, named)
    beyond.name(axes, labels, beyond_scale, about)
    return True


def _value(row: Row, about: Row, places: int) -> str:
    """A value as it is told at the end of its line; a range aimed at by its ends."""
    ends = [number(row.get(end)) for end in ("low", "high")]
    aimed = row["status"] in ("target", "plan") and None not in ends and ends[0] != ends[1]
    return " to ".join(
        words.amount(value, about["unit"], places=places) for value in (ends if aimed else [row["value"]]) if value is not None
    )


def _newest(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Of each period the row published last, and the others."""
    newest: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: str(row.get("published") or "")):
        newest[row["period"]] = row
    kept = [row for row in rows if newest[row["period"]] is row]
    return kept, [row for row in rows if newest[row["period"]] is not row]


def _border(last: Row, when: Sequence[float]) -> float:
    """Where the shade of the future begins: half way to what comes next."""
    here = middle(last)
    return (here + min(x for x in when if x > here)) / 2


def _fan(frame: Frame, axes: Any, rows: Sequence[Row], about: Row, colour: str) -> None:
    """Ranges as a band over neighbouring periods, as a bar where one stands alone."""
    bounds = [(middle(row), *(row["value"] if number(row.get(end)) is None else row[end] for end in ("low", "high"))) for row in rows]
    frequency = about.get("frequency")
    at = 0
    for run in runs(rows, frequency):
        part = bounds[at : at + len(run)]
        at += len(run)
        x, low, high = zip(*part, strict=True)
        if low == high:
            continue
        if len(run) > 1:
            axes.fill_between(x, low, high, color=colour, alpha=0.22, lw=0, zorder=2)
        else:
            axes.plot(
                [x[0], x[0]], [low[0], high[0]], color=colour, alpha=0.35, lw=frame.pt(5), solid_capstyle="butt", zorder=2, clip_on=False
            )


def _names(frame: Frame, labels: Labels, by: dict[str, tuple[list[Row], list[Row]]], named: dict[str, str]) -> None:
    """Each line's name and last value: in the right margin at its height, moved apart where they are near, if it ends there, else beside its end."""
    edge = labels.axes.get_position().x1 * frame.width
    height = frame.pt(LABEL) * 1.2
    ends = {status: by[status][0][-1] for status in named}
    for status, end in ends.items():
        if edge - labels.at(middle(end), end["value"])[0] > frame.pt(30) and labels.add(
            named[status], middle(end), end["value"], **_letters(status)
        ):
            named.pop(status)
    wanted = sorted((labels.at(0, ends[status]["value"])[1], status) for status in named)
    heights = spread([y for y, _ in wanted], height, labels.bounds)
    for y, (_, status) in zip(heights, wanted, strict=True):
        end = ends[status]
        x, there = labels.at(middle(end), end["value"])
        if abs(there - y) > height / 2:
            labels.lead((x + frame.pt(4), there), (edge + frame.pt(6), y), style.LOOKS[status][0])
        frame.text(edge + frame.pt(7), y, named[status], LABEL, va="center", **_letters(status))


def _letters(status: str) -> dict[str, Any]:
    return {"color": style.LOOKS[status][1], "weight": style.BOLD if status == "actual" else "normal"}


def spread(wanted: Sequence[float], height: float, bounds: Box) -> list[float]:
    """Heights nearest to the wanted ones, in their order, with `height` between them."""
    found: list[float] = []
    for y in wanted:
        found.append(max(y, found[-1] + height) if found else max(y, bounds[1] + height / 2))
    limit = bounds[3] - height / 2
    for n in range(len(found) - 1, -1, -1):
        found[n] = min(found[n], limit)
        limit = found[n] - height
    return found
