"""Values far from all others: they stand at the edge of the scale, told by what they are, and leave its room to the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.report import far, style, words
from pipeline.report.charts.frame import SMALL, Frame
from pipeline.report.charts.labels import Labels
from pipeline.report.model import Row
from pipeline.report.spells import middle


def mark(frame: Frame, axes: Any, labels: Labels, rows: Sequence[Row], about: Row) -> None:
    """Rows that lie beyond the scale as arrows at its edge; a note says how many there are."""
    for there, edge, _ in _edges(axes, rows):
        x = [middle(row) for row in there]
        colours = [style.LOOKS[row.get("status") or "actual"][0] for row in there]
        shape = "^" if edge == max(axes.get_ylim()) else "v"
        axes.scatter(x, [edge] * len(x), s=frame.pt(6) ** 2, marker=shape, c=colours, lw=0, zorder=5, clip_on=False)
        labels.line(x, [edge] * len(x), joined=False)
    if rows:
        frame.note(far.said(rows, about))


def name(axes: Any, labels: Labels, rows: Sequence[Row], about: Row) -> None:
    """The farthest value of each edge, in small letters, where there is room."""
    for there, edge, pick in _edges(axes, rows):
        farthest = pick(there, key=lambda row: row["value"])
        said = words.amount(farthest["value"], about["unit"])
        inward = -1 if pick is max else 1
        sides = ((1, 0), (-1, 0), (1, inward), (-1, inward), (0, inward))
        labels.add(said, middle(farthest), edge, size=SMALL, color=style.GREY, sides=sides, far=(1.0, 2.0))


def _edges(axes: Any, rows: Sequence[Row]) -> Iterator[tuple[list[Row], float, Any]]:
    """The rows above and those below, the edge of the scale where they stand, and what picks the farthest."""
    low, high = axes.get_ylim()
    for edge, pick in ((high, max), (low, min)):
        if there := [row for row in rows if (row["value"] > (low + high) / 2) == (edge == high)]:
            yield there, edge, pick
