"""The months of a company's own quarters, where its story tells them."""

from __future__ import annotations

from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.resolve import resolve

QUARTER = 3
"""Months."""


def of_quarter(moment: Moment, titled: int | None = None) -> bool:
    """ "the quarter ended August 31"; "Period ended August 31" where the title names so many months."""
    unit = moment.time.parts.get("unit", "")
    return moment.use == "own" and moment.time.kind == "to" and (unit[:1] == "q" or (unit == "period" and titled == QUARTER))


def quarters(told: list[list[Moment]], by: Bearings) -> dict[str, str]:
    """A company's quarter as its number names it, and the months that the head of its story tells for it.

    "Third-quarter profit fell … for the quarter ended August 31": the third quarter of the company, and of no calendar.
    """
    if by.at is None:
        return {}
    times = [moment for sentence in told for moment in sentence if moment.use == "own"]
    span = next((resolve(m.time, by) for m in times if of_quarter(m, by.titled)), None)
    named = (resolve(m.time, by) for m in times if m.time.kind == "quarter")
    name = next((period for period in named if period), None)
    return {name: span} if name and span and name != span else {}
