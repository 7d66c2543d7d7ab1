"""What rose "to 2.8 pct from 2.5 pct in December" stands where it did a month later, and not in December as well."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import put

NEXT = {"month": 1, "quarter": 3}
"""Months to the next one."""


def settle(figures: list[Figure]) -> None:
    """Settle the periods of values that were given, by their story, the one that is told of what they are set beside."""
    for base in figures:
        value = base.frame.anchor
        if base.frame.role not in BESIDE or value is None or base.fact.period_source != "stated" or not _alike(value, base):
            continue
        months = NEXT.get(calendar.unit(str(base.fact.period)) or "")
        found = calendar.moved(str(base.fact.period), months) if months else None
        if found is not None and not calendar.after(calendar.bounds(found)[0], value.story.at):
            put(value, found, "the one behind that of what it is set beside", 0.75)


def _alike(value: Figure, base: Figure) -> bool:
    """Whether both are facts of one series, told of one time, of which only the second names it."""
    new, old = value.fact, base.fact
    same = (new.indicator, new.variant, new.entity, new.statistic, new.period) == (
        old.indicator,
        old.variant,
        old.entity,
        old.statistic,
        old.period,
    )
    told = new.period is not None and new.period_source != "stated" and value.frame.role not in BESIDE
    facts = (new.status, old.status) == ("actual", "actual") and new.revision is None and old.revision is None
    return same and told and facts and marks.marked_so(value, "released") and new.quantity.low != old.quantity.low
