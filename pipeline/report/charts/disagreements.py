"""What publishers disagree on: a row a period, a bar from the least to the greatest value told, the value shown solid, the others open."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.report import style, words
from pipeline.report.charts import axes as scale
from pipeline.report.charts.frame import LABEL, SMALL, Frame
from pipeline.report.charts.labels import Labels
from pipeline.report.model import Row
from pipeline.report.spells import number, told

ROW = 29.0
"""Points that a row needs, with names above its dots, before the preset's scale."""

ABOVE = ((0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Where a value between the ends of its bar is told."""


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `disagreements`; where there are more periods than rows, those that lie furthest apart are drawn."""
    by: dict[str, list[Row]] = {}
    for row in told(rows):
        by.setdefault(row["period"], []).append(row)
    if not by:
        return False
    bottom, top = frame.bottom + frame.pt(LABEL * 1.15 + 8), frame.top
    fits = max(1, int((top - bottom) // frame.pt(ROW)))
    widest = sorted(by, key=lambda period: (-_apart(by[period]), period))[:fits]
    periods = sorted(widest, reverse=True)
    if len(periods) < len(by):
        frame.note(f"The {len(periods)} of {len(by)} periods that lie furthest apart are drawn.")
    ends = [number(row.get(end)) for period in periods for row in by[period] for end in ("value", "low", "high")]
    shown = [value for value in ends if value is not None]
    low, high = scale.span(shown)
    places = words.decimals(shown)
    names = {period: words.period(period, short=True) for period in periods}
    left = frame.left + max(frame.measure(name, LABEL)[0] for name in names.values()) + frame.pt(10)
    height = min(frame.pt(48), (top - bottom) / len(periods))
    # Beside the bars there is room for what is told at their ends.
    said = [frame.fit(_said(row, about, places), (frame.right - left) * 0.25, SMALL) for period in periods for row in by[period]]
    room = max(frame.measure(text, SMALL)[0] for text in said) + frame.pt(8)
    axes = frame.axes(left + room, top - height * len(periods), frame.right - room, top)
    axes.set_xlim(low, high)
    axes.set_ylim(len(periods) - 0.4, -0.6)
    labels = Labels(frame, axes, (left, bottom - frame.pt(2), frame.right, frame.top))
    _across(frame, axes, low, high, about)
    for n, period in enumerate(periods):
        mine = sorted(by[period], key=lambda row: row["value"])
        axes.plot([mine[0]["value"], mine[-1]["value"]], [n, n], color=style.FIRST, lw=frame.pt(4), solid_capstyle="butt", zorder=2)
        for row in sorted(mine, key=lambda row: bool(row.get("shown"))):
            if number(row.get("low")) is not None and number(row.get("high")) is not None and row["low"] < row["high"]:
                axes.plot([row["low"], row["high"]], [n, n], color=style.GREY, lw=frame.pt(1.2), zorder=2)
            axes.plot(
                row["value"],
                n,
                "o",
                ms=frame.pt(6.5),
                mec=style.ACTUAL,
                mew=frame.pt(1.4),
                mfc=style.ACTUAL if row.get("shown") else "white",
                zorder=4,
            )
        labels.line([row["value"] for row in mine], [n] * len(mine))
        frame.text(frame.left, top - (n + 0.6) * height, names[period], LABEL, va="center", weight=style.BOLD)
    for n, period in enumerate(periods):
        for row in _by_need(by[period]):
            colour = style.ACTUAL if row.get("shown") else style.GREY
            text = frame.fit(_said(row, about, places), room - frame.pt(8), SMALL)
            end = _end(row, by[period])
            sides = ((end, 0), *ABOVE) if end else ABOVE
            labels.add(text, row["value"], n, size=SMALL, color=colour, sides=sides, gap=6.2, far=(1.0,))
    frame.note("Solid dots are the values shown elsewhere, open dots the others told.")
    return True


def _end(row: Row, rows: Sequence[Row]) -> int:
    """1 for the greatest value of a period, −1 for the least, 0 for those between."""
    values = [other["value"] for other in rows]
    return 1 if row["value"] == max(values) else -1 if row["value"] == min(values) else 0


def _by_need(rows: Sequence[Row]) -> list[Row]:
    """The values in the order in which they are told: the ends of the bar, then the one shown, then what most stories tell."""
    return sorted(rows, key=lambda row: (not _end(row, rows), not row.get("shown"), -(row.get("documents") or 0), row["value"]))


def _said(row: Row, about: Row, places: int) -> str:
    """A value and who says it."""
    return f"{words.amount(row['value'], about['unit'], places=places)} {_who(row)}"


def _across(frame: Frame, axes: object, low: float, high: float, about: Row) -> None:
    """Marks of the values below."""
    ticks = scale.marks(low, high)
    said = scale.marked(ticks, about)
    box = axes.get_position()  # type: ignore[attr-defined]
    left, width, foot = box.x0 * frame.width, box.width * frame.width, box.y0 * frame.height
    end = -1e9
    for tick, text in zip(ticks, said, strict=True):
        axes.axvline(tick, color=style.FAINT, lw=frame.pt(0.7), zorder=0)  # type: ignore[attr-defined]
        wide = frame.measure(text, LABEL)[0] / 2
        x = min(left + (tick - low) / (high - low) * width, frame.right - wide)
        if x - wide > end:
            frame.text(x, foot - frame.pt(5), text, LABEL, color=style.GREY, ha="center", va="top")
            end = x + wide + frame.pt(5)


def _apart(rows: Sequence[Row]) -> float:
    values = [row["value"] for row in rows]
    return float(max(values) - min(values))


def _who(row: Row) -> str:
    names = [words.short(name, 28) for name in row.get("publishers") or () if name]
    if not names:
        return "not named"
    return names[0] + (f" and {len(names) - 1} more" if len(names) > 1 else "")
