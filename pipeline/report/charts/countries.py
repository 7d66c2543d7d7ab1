"""One indicator over places: a small chart each on one scale, the other places grey behind it, the highest first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.collections import LineCollection

from pipeline.report import style, words
from pipeline.report.charts import axes as scale
from pipeline.report.charts.frame import LABEL, SMALL, Frame
from pipeline.report.model import Row
from pipeline.report.spells import dated, middle, runs, sums

MOST = 15
"""Places drawn: those with most points."""

HEAD, FOOT = 15.0, 13.0
"""Points above a small chart for its name and last value, and below the lowest for dates, before the preset's scale."""


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `countries`."""
    by: dict[str, list[Row]] = {}
    for row in dated(rows):
        by.setdefault(row["entity_id"], []).append(row)
    if not by:
        return False
    chosen = sorted(by, key=lambda place: (-len(by[place]), place))[:MOST]
    if len(chosen) < len(by):
        frame.note(f"The {len(chosen)} of {len(by)} places with most figures are drawn.")
    chosen.sort(key=lambda place: (-by[place][-1]["value"], place))
    # As many columns as leave the fewest empty places, about twice as many as lines.
    across = len(chosen) if len(chosen) <= 3 else min((3, 4, 5), key=lambda n: (-len(chosen) % n, abs(n - math.sqrt(len(chosen) * 1.7))))
    down = -(-len(chosen) // across)
    values = [row["value"] for place in chosen for row in by[place]]
    when = [middle(row) for place in chosen for row in by[place]]
    low, high = scale.span(values, zero=sums(about) and (min(values) >= 0 or max(values) <= 0))
    ticks = scale.marks(low, high, 3)
    left = frame.left + max((frame.measure(text, SMALL)[0] for text in scale.marked(ticks, about)), default=0) + frame.pt(5)
    wide = (frame.right - left) / across
    tall = (frame.top - frame.bottom - frame.pt(FOOT)) / down
    frequency = about.get("frequency")
    lines = {place: [[(middle(row), row["value"]) for row in run] for run in runs(by[place], frequency)] for place in chosen}
    places = words.decimals(values)
    for n, place in enumerate(chosen):
        column, line = n % across, n // across
        x0, y0 = left + column * wide, frame.top - (line + 1) * tall + frame.pt(4)
        axes = frame.axes(x0, y0, x0 + wide - frame.pt(14), frame.top - line * tall - frame.pt(HEAD))
        axes.set_ylim(low, high)
        pad = max((max(when) - min(when)) * 0.03, 1)
        axes.set_xlim(min(when) - pad, max(when) + pad)
        for tick in ticks:
            axes.axhline(tick, color=style.GREY if tick == 0 else style.FAINT, lw=frame.pt(0.8 if tick == 0 else 0.6), zorder=1)
        others = [run for other in chosen if other != place for run in lines[other] if len(run) > 1]
        axes.add_collection(LineCollection(others, colors="#c4c4c4", linewidths=frame.pt(0.6), zorder=2), autolim=False)
        _line(frame, axes, lines[place])
        _name(
            frame,
            by[place][-1],
            about,
            places,
            (x0, frame.top - line * tall),
            wide - frame.pt(14),
            len({by[p][-1]["period"] for p in chosen}) > 1,
        )
        if column == 0:
            _marks(frame, ticks, about, (y0, axes.get_position().height * frame.height), (low, high))
        if n + across >= len(chosen):
            _ends(frame, by, chosen, (x0, y0, wide - frame.pt(14)))
    return True


def _line(frame: Frame, axes: Any, lines: Sequence[Sequence[tuple[float, float]]]) -> None:
    for run in lines:
        x, y = zip(*run, strict=True)
        axes.plot(
            x,
            y,
            "-",
            marker="o" if len(run) == 1 else None,
            color=style.ACTUAL,
            lw=frame.pt(1.5),
            ms=frame.pt(2.6),
            zorder=4,
            clip_on=False,
        )
    end = lines[-1][-1]
    axes.plot(*end, "o", color=style.ACTUAL, ms=frame.pt(3.6), zorder=5, clip_on=False)


def _name(frame: Frame, last: Row, about: Row, places: int, corner: tuple[float, float], room: float, dated: bool) -> None:
    """The place, and at the right the last value, with its period where that is not the same for all."""
    x, top = corner
    said = words.amount(last["value"], about["unit"], places=places) + (f", {words.period(last['period'], short=True)}" if dated else "")
    frame.text(x + room, top - frame.pt(LABEL), said, SMALL, color=style.ACTUAL, ha="right")
    room -= frame.measure(said, SMALL)[0] + frame.pt(5)
    frame.text(x, top - frame.pt(LABEL), frame.fit(last["place"], room, LABEL, style.BOLD), LABEL, weight=style.BOLD)


def _marks(frame: Frame, ticks: Sequence[float], about: Row, box: tuple[float, float], bounds: tuple[float, float]) -> None:
    foot, height = box
    end = -1e9
    for tick, text in zip(ticks, scale.marked(ticks, about), strict=True):
        y = foot + (tick - bounds[0]) / (bounds[1] - bounds[0]) * height
        if y - end > frame.pt(SMALL):
            frame.text(frame.left, y, text, SMALL, color=style.GREY, va="center")
            end = y


def _ends(frame: Frame, by: dict[str, list[Row]], chosen: Sequence[str], box: tuple[float, float, float]) -> None:
    """The first and last period of all, below the lowest chart of a column."""
    rows = sorted((row for place in chosen for row in by[place]), key=middle)
    x0, y0, wide = box
    first, last = (words.period(row["period"], short=True) for row in (rows[0], rows[-1]))
    if first == last or frame.measure(first + last, SMALL)[0] + frame.pt(6) > wide:
        first, last = first[-4:], last[-4:]
    frame.text(x0, y0 - frame.pt(4), first, SMALL, color=style.GREY, va="top")
    if last != first:
        frame.text(x0 + wide, y0 - frame.pt(4), last, SMALL, color=style.GREY, va="top", ha="right")
