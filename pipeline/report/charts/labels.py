"""Labels beside what they name: each put where it covers no data and no other label, or left out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np

from pipeline.report import style
from pipeline.report.charts.frame import LABEL, Frame, printable

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

AROUND = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Sides on which a label may stand, the best first: above, below, right, left, and the corners."""

FAR = (1.0, 2.0, 3.5, 5.5, 8.0)
"""Distances tried, in those of the nearest."""


class Labels:
    """The labels of one axes; tell what is drawn with `keep` and `line` before adding any."""

    def __init__(self, frame: Frame, axes: Any, bounds: Box, paper: str = "white", around: float = 1.5) -> None:
        self.frame, self.axes, self.bounds, self.around = frame, axes, bounds, frame.pt(around)
        self.paper = {"boxstyle": "square,pad=0.08", "lw": 0, "fc": paper}  # so that no line of the grid strikes a label through
        self.boxes: list[Box] = []
        self.points = np.empty((0, 2))

    def keep(self, box: Box) -> None:
        """Keep a box free of labels."""
        self.boxes.append(box)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place in the data as points of the figure."""
        across, up = self.axes.transData.transform((x, y)) * 72 / style.DENSITY
        return float(across), float(up)

    def line(self, xs: Sequence[float], ys: Sequence[float], joined: bool = True) -> None:
        """Keep marks, and where `joined` the line through them, free of labels."""
        places = np.asarray(self.axes.transData.transform(np.column_stack([xs, ys]))) * 72 / style.DENSITY
        pieces = [places]
        for a, b in itertools.pairwise(places) if joined else ():
            n = int(min(np.hypot(*(b - a)) // 4, 400))
            if n > 1:
                pieces.append(a + (b - a) * np.linspace(0, 1, n + 1)[1:-1, None])
        self.points = np.vstack([self.points, *pieces])

    def add(self, text: str, x: float, y: float, *, size: float = LABEL, sides: Sequence[tuple[int, int]] = AROUND, gap: float = 5.0,
            far: Sequence[float] = FAR, **how: Any) -> bool:  # fmt: skip
        """Put a label beside a point of the data, nearest first; False where nowhere is room.  A far one is joined to its point by a thin line."""
        text = printable(text)
        width, height = self.frame.measure(text, size, how.get("weight", "normal"))
        height *= 0.86
        px, py = self.at(x, y)
        for reach in far:
            off = self.frame.pt(gap) * reach
            for across, up in sides:
                left = px + across * off - (width if across < 0 else width / 2 if across == 0 else 0)
                foot = py + up * off - (height if up < 0 else height / 2 if up == 0 else 0)
                if across == 0:  # a label above or below may slide along the edge
                    left = min(max(left, self.bounds[0]), self.bounds[2] - width)
                box = (left, foot, left + width, foot + height)
                end = (min(max(px, left), box[2]), min(max(py, foot), box[3]))
                if self.free(box) and (reach <= 2 or self._clear((px, py), end)):
                    self.boxes.append(box)
                    if reach > 2:
                        self.lead((px, py), end, how.get("color", style.GREY))
                    self.frame.text(left, foot + height * 0.24, text, size, va="baseline", bbox=self.paper, **how)
                    return True
        return False

    def free(self, box: Box) -> bool:
        """Whether a box is within bounds and covers neither a label nor data."""
        left, foot, right, top = box
        low_x, low_y, high_x, high_y = self.bounds
        if left < low_x or foot < low_y or right > high_x or top > high_y:
            return False
        air = self.frame.pt(1.5)
        if any(left - air < r and right + air > x and foot - air < t and top + air > y for x, y, r, t in self.boxes):
            return False
        x, y, air = self.points[:, 0], self.points[:, 1], self.around
        return not ((x > left - air) & (x < right + air) & (y > foot - air) & (y < top + air)).any()

    def _clear(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether a thin line between two places crosses neither a label nor data other than where it starts."""
        across = np.linspace(start, end, 24)[1:-1]
        near = np.hypot(*(across[:, None] - self.points[None]).transpose(2, 0, 1)) < self.around
        if (near & (np.hypot(*(self.points - start).T) > 2 * self.around)).any():
            return False
        return not any(((across > (x, y)) & (across < (r, t))).all(axis=1).any() for x, y, r, t in self.boxes)

    def lead(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        """A thin line between two places in points."""
        places = self.axes.transData.inverted().transform(np.array([start, end]) * style.DENSITY / 72)
        self.points = np.vstack([self.points, np.linspace(start, end, 24)])
        self.axes.plot(places[:, 0], places[:, 1], color=colour, lw=self.frame.pt(0.6), zorder=2, clip_on=False)
