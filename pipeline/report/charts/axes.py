"""The axis of values and the axis of time: round marks, told in one scale, and no more of them than there is room for."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

from matplotlib.ticker import MaxNLocator

from pipeline.report import style, words
from pipeline.report.charts.frame import LABEL, Frame
from pipeline.report.model import Row

MOST = 16
"""Names below an axis of time."""

PAD = 0.08
"""White above and below the values, in parts of their range."""


def span(values: Sequence[float], zero: bool = False) -> tuple[float, float]:
    """Bounds of an axis that shows all values; with `zero` that as well, as its end where all are on one side."""
    low, high = min(values), max(values)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    size = max(abs(low), abs(high))
    # One value, or values alike but for what no axis could show: white around it in proportion.
    pad = (high - low) * PAD if high - low > 1e-6 * size else size * 0.2 or 1.0
    zero = zero and low < high
    return (low if zero and low == 0 else low - pad), (high if zero and high == 0 else high + pad)


def marks(low: float, high: float, most: int = 6) -> list[float]:
    """Round values between two bounds."""
    found = [float(tick) for tick in MaxNLocator(most, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)]
    return [0.0 if abs(tick) < 1e-12 * (high - low) else tick for tick in found if low <= tick <= high]


def marked(ticks: Sequence[float], about: Row) -> list[str]:
    """Marks as they are written: all in one scale and to the same place, the unit at the topmost alone."""
    unit = str(about.get("unit") or "")
    largest = max((abs(tick) for tick in ticks), default=0.0)
    if not words.PLAIN[0] <= (largest or 1) < (words.BEYOND if unit.isupper() else words.PLAIN[1]):
        said = [words.number(tick) for tick in ticks]
        scale = ""
    else:
        of, scale = words.step(largest) if unit.isupper() else (1.0, "")
        gap = min((abs(b - a) for a, b in itertools.pairwise(ticks)), default=largest or 1.0) / of
        places = next((p for p in range(10) if abs(gap * 10**p - round(gap * 10**p)) < 1e-6 * gap * 10**p), 9)
        said = [words.written(f"{tick / of:,.{places}f}") for tick in ticks]
    said = [text.replace("-", "−") for text in said]
    if said:
        minus, top = ("−", said[-1][1:]) if said[-1].startswith("−") else ("", said[-1])
        top += f" {scale}" if scale else ""
        if unit in ("percent", "basis_point", "percentage_point"):
            top += {"percent": " %", "basis_point": " bp", "percentage_point": " pts"}[unit]
        elif unit in words.SIGNS:
            top = words.SIGNS[unit] + top
        elif unit and unit != "XXX":
            top += f" {unit}"
        said[-1] = minus + top
    return said


def values(frame: Frame, axes: Any, low: float, high: float, about: Row) -> None:
    """Give axes their bounds, a line across for each mark, and the marks at the left."""
    axes.set_ylim(low, high)
    ticks = marks(low, high)
    box = axes.get_position()
    foot, height = box.y0 * frame.height, box.height * frame.height
    for tick, text in zip(ticks, marked(ticks, about), strict=True):
        axes.axhline(tick, color=style.GREY if tick == 0 else style.FAINT, lw=frame.pt(1.0 if tick == 0 else 0.7), zorder=1)
        y = foot + (tick - low) / (high - low) * height
        frame.text(frame.left, y, text, LABEL, color=style.GREY, va="center")


def gutter(frame: Frame, low: float, high: float, about: Row) -> float:
    """The width in points that the marks of an axis of values need."""
    return max((frame.measure(text, LABEL)[0] for text in marked(marks(low, high), about)), default=0.0) + frame.pt(6)


def dates(frame: Frame, axes: Any, first: float, last: float, frequency: str | None) -> None:
    """Give axes a span of days and name years, quarters, months or days below, the finest that there is room for.

    A name stands below the middle of what it names, so that the value for a year stands above its name.
    """
    pad = max((last - first) * 0.02, {"A": 183, "S": 91, "Q": 46, "M": 15, "W": 3.5}.get(frequency or "", 1))
    axes.set_xlim(first - pad, last + pad)
    box = axes.get_position()
    left, width, foot = box.x0 * frame.width, box.width * frame.width, box.y0 * frame.height
    for candidate in _calendars(frequency):
        named = [(middle, name) for middle, name in candidate(first - pad, last + pad)]
        if not named:
            continue
        at = [left + (middle - first + pad) / (last - first + 2 * pad) * width for middle, _ in named]
        half = [max(frame.measure(line, LABEL)[0] for line in name.split("\n")) / 2 for _, name in named]
        clear = len(at) <= MOST and all(b - hb > a + ha + frame.pt(9) for a, ha, b, hb in zip(at, half, at[1:], half[1:], strict=False))
        if clear:
            break
    axes.axhline(axes.get_ylim()[0], color=style.GREY, lw=frame.pt(1.0), zorder=1, clip_on=False)
    for x, wide, (_, name) in zip(at, half, named, strict=True):
        axes.plot(
            [(x - left) / width] * 2,
            [0, -frame.pt(3) / (box.height * frame.height)],
            color=style.GREY,
            lw=frame.pt(0.8),
            transform=axes.transAxes,
            clip_on=False,
        )
        middle = min(max(x, frame.left + wide), frame.right - wide)
        for n, line in enumerate(name.split("\n")):
            frame.text(middle, foot - frame.pt(6) - n * frame.pt(LABEL) * 1.15, line, LABEL, color=style.GREY, ha="center", va="top")


DATES = 2 * LABEL * 1.15 + 7
"""Points below an axis of time that its names take, before the preset's scale."""


def _calendars(frequency: str | None) -> Iterator[Any]:
    """Ways to name a span, the finest first, as a series of this frequency may be read."""
    fine = frequency or "O"
    if fine not in ("A", "S", "Q", "M"):
        for step in (1, 2, 7, 14):
            yield lambda low, high, step=step: _days(low, high, step)
    if fine not in ("A", "S", "Q"):
        for step in (1, 2, 3, 6):
            yield lambda low, high, step=step: _months(low, high, step)
    if fine == "Q":
        yield _quarters
    for power in range(4):
        for step in (1, 2, 5):
            yield lambda low, high, step=step * 10**power: _years(low, high, step)


def _days(low: float, high: float, step: int) -> list[tuple[float, str]]:
    if high - low > 400:
        return []
    days = [dt.date.fromordinal(day) for day in range(math.ceil(low), math.floor(high) + 1) if day % step == 0]
    return _two_lines([(day.toordinal() + 0.5, f"{day.day} {words.MONTHS[day.month - 1][:3]}", day.year) for day in days])


def _months(low: float, high: float, step: int) -> list[tuple[float, str]]:
    first, last = dt.date.fromordinal(max(1, math.floor(low))), dt.date.fromordinal(math.floor(high))
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) > 300:
        return []
    found = []
    for month in months:
        if month % 12 % step == 0:
            middle = dt.date(month // 12, month % 12 + 1, 1).toordinal() + 15.0
            found.append((middle, words.MONTHS[month % 12][:3], month // 12))
    return _two_lines([entry for entry in found if low <= entry[0] <= high])


def _quarters(low: float, high: float) -> list[tuple[float, str]]:
    first, last = dt.date.fromordinal(max(1, math.floor(low))), dt.date.fromordinal(math.floor(high))
    if last.year - first.year > 60:
        return []
    found = [
        (dt.date(year, quarter * 3 - 1, 15).toordinal() + 0.5, f"Q{quarter}", year)
        for year in range(first.year, last.year + 1)
        for quarter in (1, 2, 3, 4)
    ]
    return _two_lines([entry for entry in found if low <= entry[0] <= high])


def _years(low: float, high: float, step: int) -> list[tuple[float, str]]:
    first, last = dt.date.fromordinal(max(1, math.floor(low))).year, dt.date.fromordinal(math.floor(high)).year
    found = [(dt.date(year, 7, 2).toordinal() + 0.5, str(year)) for year in range(first, last + 1) if year % step == 0]
    return [entry for entry in found if low <= entry[0] <= high]


def _two_lines(found: list[tuple[float, str, int]]) -> list[tuple[float, str]]:
    """Names with the year on a second line where it begins."""
    named = []
    for n, (middle, name, year) in enumerate(found):
        named.append((middle, f"{name}\n{year}" if n == 0 or found[n - 1][2] != year else name))
    return named
