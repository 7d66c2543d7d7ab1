"""A table as a figure: a row a measure with its latest value, the one before, the change between them, and its course as a small line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.report import style, words
from pipeline.report.charts.frame import LABEL, SMALL, Frame
from pipeline.report.model import Row
from pipeline.report.spells import number, told

ROW = 18.0
"""Points that a row takes, before the preset's scale."""

SPARK = 90.0
"""Points across for a small line."""


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `table`."""
    rows = told(rows, "latest")
    if not rows:
        return False
    fits = int((frame.top - frame.bottom) // frame.pt(ROW)) - 1
    shown = rows[:fits]
    if len(shown) < len(rows):
        frame.note(f"The first {len(shown)} of {len(rows)} are shown.")
    said = [_said(row) for row in shown]
    heads = ("Latest", "Period", "Before", "Change")
    widths = [
        max(frame.measure(text, LABEL, style.BOLD)[0] for text in (head, *(line[n] for line in said))) for n, head in enumerate(heads)
    ]
    ends: list[float] = []  # right ends of the columns of figures, from the right
    right = frame.right
    for wide in reversed(widths):
        ends.insert(0, right)
        right -= wide + frame.pt(14)
    spark = right - frame.pt(SPARK)
    axes = frame.axes(0, 0, frame.width, frame.height)
    axes.set_xlim(0, frame.width)
    axes.set_ylim(0, frame.height)
    y = frame.top - frame.pt(ROW) / 2
    for head, end in zip(heads, ends, strict=True):
        frame.text(end, y, head, SMALL, color=style.GREY, ha="right", va="center")
    _rule(frame, axes, y - frame.pt(ROW) / 2, style.GREY)
    for row, line in zip(shown, said, strict=True):
        y -= frame.pt(ROW)
        frame.text(frame.left, y, frame.fit(row["label"], spark - frame.left - frame.pt(12), LABEL), LABEL, va="center")
        _spark(frame, axes, [v for v in map(number, row.get("spark") or ()) if v is not None], spark, y)
        for n, (text, end) in enumerate(zip(line, ends, strict=True)):
            colour = style.INK if n == 0 else style.GREY if n < 3 else _colour(text)
            frame.text(end, y, text, LABEL, ha="right", va="center", color=colour, weight=style.BOLD if n == 0 else "normal")
        _rule(frame, axes, y - frame.pt(ROW) / 2, style.FAINT)
    return True


def _said(row: Row) -> tuple[str, str, str, str]:
    """Latest value, its period, the value before, the change; a change of percent is in points."""
    unit, per = row["unit"], row.get("per")
    before, change = number(row.get("before")), number(row.get("change"))
    places = words.decimals([row["latest"], row["latest"] if before is None else before])
    if change is None and before is not None:
        change = row["latest"] - before
    step = words.of_difference(unit)
    moved = (
        "" if change is None else f"{'▲ ' if change > 0 else '▼ ' if change < 0 else ''}{words.amount(abs(change), step, places=places)}"
    )
    old = "" if before is None else words.amount(before, unit, None, places)
    return words.amount(row["latest"], unit, per, places), words.period(row["period"], short=True) if row.get("period") else "", old, moved


def _colour(text: str) -> str:
    return style.ACTUAL if text.startswith("▲") else style.TARGET_TEXT if text.startswith("▼") else style.GREY


def _rule(frame: Frame, axes: Any, y: float, colour: str) -> None:
    axes.plot([frame.left, frame.right], [y, y], color=colour, lw=frame.pt(0.7), zorder=1)


def _spark(frame: Frame, axes: Any, values: Sequence[float], left: float, middle: float) -> None:
    """A line from low to high over the height of a row, its end a dot; one value is a dot alone."""
    if not values:
        return
    low, high = min(values), max(values)
    tall, wide = frame.pt(ROW) * 0.62, frame.pt(SPARK)
    at = [left + (wide * n / (len(values) - 1) if len(values) > 1 else wide) for n in range(len(values))]
    y = [middle + tall * ((value - low) / (high - low) - 0.5 if high > low else 0) for value in values]
    axes.plot(at, y, color=style.GREY, lw=frame.pt(1.0), zorder=2, solid_joinstyle="round")
    axes.plot(at[-1], y[-1], "o", color=style.ACTUAL, ms=frame.pt(3.4), zorder=3)
