"""What every chart has around it: title, subtitle and source, broken into lines by their measured width, and the room they leave."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from pipeline.report import style, words
from pipeline.report.model import Chart

MARGIN = 11.0
"""Points of white on each side."""

TITLE, SUBTITLE, LABEL, SMALL = 14.0, 10.0, 9.0, 7.8
"""Sizes of letters in points, before the preset's scale."""

LINE = 1.22
"""Height of a line, in sizes of its letters."""

UNBROKEN = re.compile(r"(?<!\d) ")
"""Where a line may end: not behind a figure, which its unit or its year follows."""

LINES = {"title": 3, "subtitle": 2, "source": 2}
"""Lines at most; what is longer ends in an ellipsis."""


class Frame:
    """A figure in points from its lower left corner: `left`, `right`, `bottom`, `top` bound the room that is free for the drawing."""

    def __init__(self, chart: Chart, preset: str) -> None:
        width, height = style.PRESETS[preset]
        self.scale = style.SCALE[preset]
        self.figure = Figure(figsize=(width, height), dpi=style.DENSITY)
        self.renderer: Any = FigureCanvasAgg(self.figure).get_renderer()
        self.width, self.height = width * 72, height * 72
        margin = self.pt(MARGIN)
        self.left, self.right, self.top = margin, self.width - margin, self.height - margin
        self.bottom = margin
        self._notes: list[str] = []
        self._widths: dict[tuple[str, float, Any], float] = {}
        self._source = chart.source
        self.top -= self._lines(chart.title, TITLE, "title", weight=style.BOLD) + self.pt(2)
        self.top -= self._lines(chart.subtitle, SUBTITLE, "subtitle", color=style.GREY) + self.pt(10)
        # The source is set last, for the drawing may have something to add to it; its room is kept.
        self.bottom += LINES["source"] * self.pt(SMALL) * LINE + self.pt(5)

    def pt(self, points: float) -> float:
        """A length in points at this preset."""
        return points * self.scale

    def measure(self, text: str, size: float, weight: Any = "normal") -> tuple[float, float]:
        """Width and height of a line, in points; `size` is before the preset's scale."""
        key = (text, size, weight)
        if key not in self._widths:
            font = FontProperties(family=list(style.FAMILY), size=self.pt(size), weight=weight)
            self._widths[key] = self.renderer.get_text_width_height_descent(text, font, False)[0] * 72 / style.DENSITY
        return self._widths[key], self.pt(size) * LINE

    def fit(self, text: str, room: float, size: float, weight: Any = "normal") -> str:
        """As much of a text as `room` points hold, with an ellipsis where something is left out."""
        text = printable(text)
        if self.measure(text, size, weight)[0] <= room:
            return text
        least, most = 0, len(text)
        while least < most:
            half = (least + most + 1) // 2
            if self.measure(text[:half].rstrip() + "…", size, weight)[0] <= room:
                least = half
            else:
                most = half - 1
        return text[:least].rstrip(" …") + "…"

    def wrap(self, text: str, room: float, size: float, most: int, weight: Any = "normal") -> list[str]:
        """A text in at most `most` lines of `room` points."""
        left = UNBROKEN.split(printable(text))
        lines: list[str] = []
        while left:
            n = len(left)
            if len(lines) < most - 1:
                ends = accumulate(self.measure(f"{word} ", size, weight)[0] for word in left)
                n = max(1, sum(end - self.measure(" ", size, weight)[0] <= room for end in ends))
            line, left = " ".join(left[:n]), left[n:]
            opened = line.count(words.ISOLATE[0]) - line.count(words.ISOLATE[1])
            if opened > 0 and left:  # a name goes on in the next line
                line, left = line + words.ISOLATE[1] * opened, [words.ISOLATE[0] * opened + left[0], *left[1:]]
            lines.append(self.fit(line, room, size, weight))
        return lines

    def text(self, x: float, y: float, text: str, size: float = LABEL, **how: Any) -> Any:
        """Text at a place in points from the lower left corner."""
        text = words.rightward(printable(text))
        return self.figure.text(x / self.width, y / self.height, text, fontsize=self.pt(size), **how)

    def axes(self, left: float, bottom: float, right: float, top: float) -> Any:
        """Axes without a frame between bounds in points."""
        box = (left / self.width, bottom / self.height, max(right - left, 1) / self.width, max(top - bottom, 1) / self.height)
        axes: Any = self.figure.add_axes(box)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.patch.set_visible(False)
        for spine in axes.spines.values():
            spine.set_visible(False)
        return axes

    def note(self, text: str) -> None:
        """Say below the chart what of the rows it does not draw."""
        self._notes.append(text)

    def empty(self) -> None:
        """Say that there is nothing to draw."""
        self.text((self.left + self.right) / 2, (self.bottom + self.top) / 2, "No data", 12, ha="center", va="center", color=style.GREY)

    def finish(self) -> Figure:
        """The figure, with its notes and source."""
        said = " ".join(part for part in (*self._notes, self._source) if part)
        lines = self.wrap(said, self.right - self.left, SMALL, LINES["source"])
        for n, line in enumerate(reversed(lines)):
            self.text(self.left, self.pt(MARGIN) + n * self.pt(SMALL) * LINE, line, SMALL, color=style.GREY, va="baseline")
        return self.figure

    def _even(self, text: str, size: float, most: int, weight: Any) -> list[str]:
        """A text in as few lines as may be, and these of about one length, so that no word stands alone."""
        room = self.right - self.left
        lines = self.wrap(text, room, size, most, weight)
        if len(lines) > 1 and not lines[-1].endswith("…"):
            tries = (self.wrap(text, room * part, size, most, weight) for part in (0.55, 0.65, 0.75, 0.85))
            lines = next((tried for tried in tries if len(tried) == len(lines) and not tried[-1].endswith("…")), lines)
        return lines

    def _lines(self, text: str, size: float, kind: str, **how: Any) -> float:
        """Set lines below `top`; the height they take."""
        lines = self._even(text, size, LINES[kind], how.get("weight", "normal")) if text else []
        for n, line in enumerate(lines):
            self.text(self.left, self.top - (n + 0.8) * self.pt(size) * LINE, line, size, va="baseline", **how)
        return len(lines) * self.pt(size) * LINE


def printable(text: str) -> str:
    """A text on one line, a box in place of each character that no font has."""
    return "".join(c if ord(c) in style.letters() or c in words.ISOLATE else "□" for c in words.plain(text))
