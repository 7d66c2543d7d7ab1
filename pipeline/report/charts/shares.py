"""Shares of a whole as bars on a track that is the whole, the largest at the top, with a tick where a share stood before."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.report import style, words
from pipeline.report.charts.frame import LABEL, Frame
from pipeline.report.findings.lists import latest_shares
from pipeline.report.model import Row
from pipeline.report.spells import told

LEAST = 15.0
"""Points that a row needs, before the preset's scale."""


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `shares`."""
    latest = latest_shares(rows)
    if not latest:
        return False
    fits = int((frame.top - frame.bottom - frame.pt(6)) // frame.pt(LEAST))
    shown = latest[:fits]
    if len(shown) < len(latest):
        frame.note(f"The {len(shown)} largest of {len(latest)} are drawn.")
    before = {row["label"]: _before(rows, row) for row in shown}
    places = words.decimals([row["value"] for row in latest])
    said = [words.amount(row["value"], "percent", places=places) + _when(row, latest) for row in shown]
    names = [frame.fit(row["label"], (frame.right - frame.left) * 0.4, LABEL) for row in shown]
    left = frame.left + max(frame.measure(name, LABEL)[0] for name in names) + frame.pt(8)
    right = frame.right - max(frame.measure(text, LABEL, style.BOLD)[0] for text in said) - frame.pt(8)
    height = min(frame.pt(30), (frame.top - frame.bottom - frame.pt(6)) / len(shown))
    top = frame.top - frame.pt(2)
    axes = frame.axes(left, top - height * len(shown), right, top)
    low, high = min(0.0, *(row["value"] for row in shown)), max(100.0, *(row["value"] for row in shown))
    axes.set_xlim(low, high)
    axes.set_ylim(len(shown) - 0.5, -0.5)
    for n, (row, name, text) in enumerate(zip(shown, names, said, strict=True)):
        axes.barh(n, 100, height=0.66, color=style.PALE, zorder=1)
        axes.barh(n, row["value"], height=0.66, color=style.ACTUAL if n == 0 else style.FIRST, zorder=2)
        if before[row["label"]] is not None:
            axes.plot([before[row["label"]]] * 2, [n - 0.42, n + 0.42], color=style.INK, lw=frame.pt(1.6), zorder=3)
        y = top - (n + 0.5) * height
        frame.text(left - frame.pt(6), y, name, LABEL, ha="right", va="center")
        frame.text(right + frame.pt(6), y, text, LABEL, va="center", weight=style.BOLD if n == 0 else "normal")
    if any(value is not None for value in before.values()):
        frame.note("The black tick is the share before.")
    return True


def _before(rows: Sequence[Row], row: Row) -> float | None:
    """The share of the same label one period earlier, where one is told."""
    earlier = [r for r in told(rows) if r["label"] == row["label"] and str(r.get("period") or "") < str(row.get("period") or "")]
    return max(earlier, key=lambda r: str(r["period"]))["value"] if earlier else None


def _when(row: Row, rows: Sequence[Row]) -> str:
    """The period, where it is not the same for all."""
    return f" ({words.period(row['period'], short=True)})" if row.get("period") and len({r.get("period") for r in rows}) > 1 else ""
