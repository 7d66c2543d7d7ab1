"""Values far from all others, which would leave no room for them on a scale: which they are, and how that is told."""

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


def said(rows: Sequence[Row], about: Row) -> str:
    """What stands below a chart that marks rows at the edge of its scale."""
    least, most = (words.amount(float(pick(row["value"] for row in rows)), about["unit"]) for pick in (min, max))
    of = f"{least} to {most}" if least != most else least
    return f"{words.count(len(rows))} {'value' if len(rows) == 1 else 'values'} beyond the scale ({of}), marked at its edge."
