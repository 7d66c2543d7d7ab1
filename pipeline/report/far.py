"""Values far from all others, which would leave no room for them on a scale, and those far from their neighbours: which they are, how that is told."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

from pipeline.report import words
from pipeline.report.model import Row

ENOUGH = 20
"""Values from which it shows which of them lie far from all others."""

FAR = 3.0
"""How many times the range of the middle half a value lies beyond it to be far from all others, as Tukey has it."""

NEIGHBOURS = 6
"""Values before one and after it among which it stands."""

ASTRAY = 5.0
"""How many times as far from their median as half of them are a value lies to be far from its neighbours; they are taken to differ by STILL at least."""

STILL = 0.02
"""Share of their median by which neighbours differ at least: a rate that stands still for a year may move all the same."""


def fences(values: Sequence[float]) -> tuple[float, float]:
    """Bounds beyond which a value lies far from all others: on the scale of one misread figure nothing else could be told apart."""
    if len(values) < ENOUGH:
        return -math.inf, math.inf
    first, _, third = statistics.quantiles(values, n=4)
    reach = FAR * (third - first) or math.inf
    return first - reach, third + reach


def apart(rows: Sequence[Row], bounds: tuple[float, float]) -> tuple[list[Row], list[Row]]:
    """The rows whose value lies within bounds, and the others."""
    near: list[Row] = []
    far: list[Row] = []
    for row in rows:
        (near if bounds[0] <= row["value"] <= bounds[1] else far).append(row)
    return near, far


def astray(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Of values in the order of time those in course, and those that one text alone tells and that lie far from their neighbours.

    The latter are more often misread than true: what is said of a series in words is said of the others.
    """
    course: list[Row] = []
    lone: list[Row] = []
    for n, row in enumerate(rows):
        near = [other["value"] for other in rows[max(0, n - NEIGHBOURS) : n + NEIGHBOURS + 1]]
        once = row.get("documents") == 1 and row.get("vintages") == 1  # a value that was revised was told before as well
        (lone if once and len(near) > NEIGHBOURS and _off(row["value"], near) else course).append(row)
    return course, lone


def _off(value: float, near: Sequence[float]) -> bool:
    """Whether a value lies far from those among which it stands."""
    usual = statistics.median(near)
    spread = statistics.median(abs(other - usual) for other in near)
    return abs(value - usual) > ASTRAY * max(spread, STILL * abs(usual))


def said_astray(rows: Sequence[Row]) -> str:
    """What stands below a chart that sets values beside its line."""
    if len(rows) == 1:
        return "1 value (×), told by one story and far from those around it, is not joined."
    return f"{words.count(len(rows))} values (×), each told by one story and far from those around it, are not joined."


def said(rows: Sequence[Row], about: Row) -> str:
    """What stands below a chart that marks rows at the edge of its scale."""
    least, most = (words.amount(float(pick(row["value"] for row in rows)), about["unit"]) for pick in (min, max))
    of = f"{least} to {most}" if least != most else least
    return f"{words.count(len(rows))} {'value' if len(rows) == 1 else 'values'} beyond the scale ({of}), marked at its edge."
