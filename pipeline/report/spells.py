"""What the rows of a chart hold: sums of money or not, which have a value, which follow each other without a gap, where on the axis of time they lie."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from pipeline.report.model import Row

GAP_DAYS = {"A": 400, "S": 220, "Q": 120, "M": 45, "W": 10, "D": 5}
"""Days between the middles of neighbours beyond which a period is missing; of days, those of a weekend with a holiday are none."""


def sums(about: Row) -> bool:
    """Whether values are sums of money, whose axis starts at zero; rates and prices may start elsewhere."""
    return str(about.get("unit") or "").isupper() and about.get("statistic") == "level" and not about.get("per")


def told(rows: Sequence[Row], key: str = "value") -> list[Row]:
    """The rows that have a value, as numbers go."""
    return [row for row in rows if number(row.get(key)) is not None]


def number(value: object) -> float | None:
    """A value as a finite number, else None."""
    return float(value) if isinstance(value, (int, float)) and math.isfinite(value) else None


def dated(rows: Sequence[Row]) -> list[Row]:
    """Rows with a value and a date, in the order of time."""
    return sorted((row for row in told(rows) if row.get("start") or row.get("end")), key=lambda row: (middle(row), str(row.get("period"))))


def middle(row: Row) -> float:
    """The middle of a row's period, as days (`date.toordinal`, with half a day for the middle of one)."""
    start: dt.date = row.get("start") or row["end"]
    end: dt.date = row.get("end") or row["start"]
    return (start.toordinal() + end.toordinal() + 1) / 2


def follows(before: Row, after: Row, frequency: str | None) -> bool:
    """Whether no period is missing between two rows; never known where periods are of any length."""
    days = GAP_DAYS.get(frequency or "")
    return days is not None and middle(after) - middle(before) <= days


def runs(rows: Sequence[Row], frequency: str | None) -> list[list[Row]]:
    """The rows in stretches without a gap."""
    stretches: list[list[Row]] = []
    for row in rows:
        if stretches and follows(stretches[-1][-1], row, frequency):
            stretches[-1].append(row)
        else:
            stretches.append([row])
    return stretches
