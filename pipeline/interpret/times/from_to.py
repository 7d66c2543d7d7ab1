"""The old value that is told first: "rose from $5 million to $6 million in May" is of the time before that of the new one."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times.beside import one_before
from pipeline.interpret.times.later import put

SPAN = "/"
"""What a stretch of time is written with: over it a value may have moved from one to the other."""


def settle(figures: list[Figure], banking: bool, yearly: bool) -> None:
    """Settle the periods of old values to which that of the new one, told behind them, was given as well."""
    for figure in figures:
        base = figure.previous
        if base is None or base.frame.role in BESIDE or base.lead[-1:] != ["from"] or figure.bare_lead() not in (["to"], [",", "to"]):
            continue
        if _of_one_series(base, figure) and _told_alike(base, figure):
            found = one_before(base, figure.fact, figure.fact.basis, banking, yearly)
            if found is not None:
                put(base, found, "the one before that of the value it led to", 0.7)


def _of_one_series(base: Figure, figure: Figure) -> bool:
    old, new = base.fact, figure.fact
    return (
        (old.indicator, old.entity, old.partner, old.quantity.unit) == (new.indicator, new.entity, new.partner, new.quantity.unit)
        and old.statistic in ("level", "share")
        and old.statistic == new.statistic
        and not marks.dated_so(base, "daily")
        and not marks.dated_so(base, "enforced")
    )


def _told_alike(base: Figure, figure: Figure) -> bool:
    """Whether both are facts of one and the same time, which is no stretch that the words tell."""
    old, new = base.fact, figure.fact
    if (old.status, new.status) != ("actual", "actual") or old.revision is not None or not new.period or old.period != new.period:
        return False
    return SPAN not in new.period or "stated" not in (old.period_source, new.period_source)
