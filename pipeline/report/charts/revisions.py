"""The triangle of revisions as a heat map: a column a period, a row a release, the change from the first release in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb

from pipeline.report import style, words
from pipeline.report.charts.frame import LABEL, SMALL, Frame
from pipeline.report.model import Row
from pipeline.report.spells import told

MOST = 12
"""Releases drawn; of more, the first and the last eleven."""

Cells = dict[tuple[int, int], float]
"""Change from the first release by column and row."""


def draw(frame: Frame, rows: Sequence[Row], about: Row) -> bool:
    """Rows of `revisions`; the first release is told as it was, in the top row."""
    rows = told(rows)
    if not rows:
        return False
    periods = sorted({row["period"] for row in rows})
    vintages = sorted({int(row["vintage"]) for row in rows})
    if len(vintages) > MOST:
        frame.note(f"Of {len(vintages)} releases, the first and the last {MOST - 1} are drawn.")
        vintages = [vintages[0], *vintages[1 - MOST :]]
    value = {(row["period"], int(row["vintage"])): row["value"] for row in rows}
    column, line = {p: n for n, p in enumerate(periods)}, {v: n for n, v in enumerate(vintages)}
    first = {p: value[p, min(v for q, v in value if q == p)] for p in periods} if len(periods) < 50 else _firsts(value)
    cells = {(column[p], line[v]): v_ - first[p] for (p, v), v_ in value.items() if v in line and v != vintages[0]}
    names = [f"{v}{'st' if v == 1 else 'nd' if v == 2 else 'rd' if v == 3 else 'th'} release" for v in vintages]
    left = frame.left + max(frame.measure(name, LABEL)[0] for name in names) + frame.pt(8)
    bottom = frame.bottom + frame.pt(18)
    top = frame.top - frame.pt(2)
    height = min(frame.pt(46), (top - bottom) / len(vintages))
    width = min(frame.pt(90), (frame.right - left) / len(periods))
    axes = frame.axes(left, top - height * len(vintages), left + width * len(periods), top)
    axes.set_xlim(0, len(periods))
    axes.set_ylim(len(vintages), 0)
    for n, name in enumerate(names):
        frame.text(frame.left, top - (n + 0.5) * height, name, LABEL, color=style.GREY, va="center")
    start = {column[p]: v_ for (p, v), v_ in value.items() if v == vintages[0]}
    written = _write(frame, cells, start, about, (left, top, width, height))
    _paint(axes, cells, [(n, 0) for n in start], width > frame.pt(12), hatched=not written)
    foot = top - height * len(vintages) - frame.pt(4)
    said = [words.period(p, short=True) for p in periods]
    step = max(1, int(-(-(max(frame.measure(text, LABEL)[0] for text in said) + frame.pt(6)) // width)))
    wide = max(frame.measure(text, LABEL)[0] for text in said) / 2
    for n in range(step // 2, len(said), step):
        x = min(max(left + (n + 0.5) * width, frame.left + wide), frame.right - wide)
        if n + step < len(said) or x - (left + (n + 0.5) * width) > -width:
            frame.text(x, foot, said[n], LABEL, color=style.GREY, ha="center", va="top")
    if cells:
        frame.note(f"Change from the first release: orange up, blue{'' if written else ' and hatched'} down.")
    return True


def _firsts(value: dict[tuple[str, int], float]) -> dict[str, float]:
    first: dict[str, tuple[int, float]] = {}
    for (period, vintage), told_value in value.items():
        first[period] = min(first.get(period, (vintage, told_value)), (vintage, told_value))
    return {period: told_value for period, (_, told_value) in first.items()}


def shade(change: float, largest: float) -> tuple[float, float, float]:
    """The colour of a change: white for none, up to full orange or blue for the largest."""
    full = to_rgb(style.FORECAST if change > 0 else style.ACTUAL)
    part = 0.15 + 0.85 * abs(change) / largest if change else 0.0
    return tuple(1 - part * (1 - c) for c in full)  # type: ignore[return-value]


def _paint(axes: Any, cells: Cells, firsts: Sequence[tuple[int, int]], edged: bool, hatched: bool) -> None:
    """All cells of a kind in one piece: a rectangle each would take seconds where there are thousands."""
    largest = max((abs(change) for change in cells.values()), default=0.0) or 1.0
    edge: dict[str, Any] = {"edgecolors": "white", "linewidths": 1.5} if edged else {"edgecolors": "none"}

    def square(place: tuple[int, int]) -> list[tuple[float, float]]:
        x, y = place
        return [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]

    places = sorted(cells)
    colours = [shade(cells[place], largest) if cells[place] else to_rgb(style.PALE) for place in places]
    axes.add_collection(PolyCollection([square(place) for place in places], facecolors=colours, **edge))
    if hatched:
        down = [square(place) for place in places if cells[place] < 0]
        axes.add_collection(PolyCollection(down, facecolors="none", edgecolors="white", linewidths=0, hatch="////"))
    axes.add_collection(PolyCollection([square(place) for place in firsts], facecolors=style.PALE, **edge))


def _write(frame: Frame, cells: Cells, firsts: dict[int, float], about: Row, grid: tuple[float, float, float, float]) -> bool:
    """The numbers, where the widest of them fits its cell; whether it does."""
    left, top, width, height = grid
    unit = about["unit"]
    values = [*cells.values(), *firsts.values()]
    of, scale = words.step(max(map(abs, values))) if unit.isupper() else (1.0, "")
    places = words.decimals([float(f"{value / of:.4g}") for value in values])

    def bare(value: float) -> str:
        return words.amount(value / of, "percent", places=places).removesuffix(" %")

    said = {(column, 0): bare(value) for column, value in firsts.items()} | {place: words.signed(bare(c)) for place, c in cells.items()}
    size = next(
        (
            s
            for s in (LABEL, SMALL, 6.8)
            if height > frame.pt(s) * 1.3 and max(frame.measure(t, s)[0] for t in set(said.values())) < width - frame.pt(3)
        ),
        None,
    )
    if size is None:
        return False
    largest = max((abs(change) for change in cells.values()), default=0.0) or 1.0
    if scale:
        frame.note(f"Figures in {scale} {unit}.")
    for (column, line), text in said.items():
        change = cells.get((column, line), 0.0)
        dark = change < 0 and abs(change) > 0.45 * largest
        frame.text(
            left + (column + 0.5) * width, top - (line + 0.5) * height, text, size, ha="center", va="center",
            color="white" if dark else style.INK,
        )  # fmt: skip
    return True
