"""Changes by period as bars from a zero line: a missing period is an empty place; falls are hatched, so that they tell in grey."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from matplotlib.collections import PolyCollection

from pipeline.report import style, words
from pipeline.report.charts import axes as scale
from pipeline.report.charts.frame import LABEL, Frame
from pipeline.report.charts.labels import Labels
from pipeline.report.model import Row
from pipeline.report.spells import dated, middle

BROAD = {"A": 365, "S": 182, "Q": 91, "M": 30, "W": 7, "D": 1}
"""Days between neighbours, of which a bar takes seven in ten."""


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `changes`."""
    points = dated(rows)
    if not points:
        return False
    x, y = [middle(row) for row in points], [row["value"] for row in points]
    places = words.decimals(y)
    low, high = scale.span(y, zero=True)
    end = frame.measure(words.amount(y[-1], about["unit"], places=places), LABEL, style.BOLD)[0] + frame.pt(4)
    axes = frame.axes(
        frame.left + scale.gutter(frame, low, high, about), frame.bottom + frame.pt(scale.DATES), frame.right - end, frame.top - frame.pt(4)
    )
    room = frame.pt(LABEL) * 1.5 * (high - low) / (axes.get_position().height * frame.height)
    scale.values(frame, axes, low - (room if low < 0 else 0), high + (room if high > 0 else 0), about)
    scale.dates(frame, axes, min(x), max(x), about.get("frequency"))
    nearest = min((b - a for a, b in itertools.pairwise(x) if b > a), default=30.0)
    day = axes.get_position().width * frame.width / (axes.get_xlim()[1] - axes.get_xlim()[0])
    wide = min(BROAD.get(about.get("frequency") or "", nearest) * 0.72, nearest * 0.72, frame.pt(60) / day)
    fine = len(y) <= 60
    for colour, hatch, bars in (
        (style.ACTUAL, None, [(at, value) for at, value in zip(x, y, strict=True) if value >= 0]),
        (style.TARGET, "///" if fine else None, [(at, value) for at, value in zip(x, y, strict=True) if value < 0]),
    ):
        shapes = [[(at - wide / 2, 0), (at - wide / 2, value), (at + wide / 2, value), (at + wide / 2, 0)] for at, value in bars]
        axes.add_collection(
            PolyCollection(shapes, facecolors=colour, edgecolors="white", linewidths=0, hatch=hatch, zorder=3), autolim=False
        )
    labels = Labels(frame, axes, (frame.left, frame.bottom + frame.pt(scale.DATES), frame.right, frame.top))
    for n in range(25):  # the bars' edges and middles, from the line to the end
        labels.line(
            [at + side for at in x for side in (-wide / 2, 0, wide / 2)], [value * n / 24 for value in y for _ in range(3)], joined=False
        )
    # The last first, then the greatest: those that there is room for are told.
    order = sorted(range(len(y)), key=lambda n: (n != len(y) - 1, -abs(y[n])))
    for n in order if fine else [order[0], *(y.index(pick(y)) for pick in (max, min))]:
        said = words.amount(y[n], about["unit"], places=places)
        last = n == len(y) - 1
        up = 1 if y[n] >= 0 else -1
        side = ((0, up), (1, up), (1, 0)) if last else ((0, up),)
        labels.add(
            said,
            x[n],
            y[n],
            sides=side,
            gap=2.5,
            far=(1.0,),
            color=style.INK if last else style.GREY,
            weight=style.BOLD if last else "normal",
        )
    return True
