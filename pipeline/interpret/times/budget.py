"""The year of a budget that the head of a story tells: what the budget gives further down is of that year."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.bearings import Reference
from pipeline.interpret.times.later import put

HEAD = 2
"""Sentences at the head of a story that tell of its budget."""

YEAR = 12
"""Months."""

AHEAD = frozenset({"plan", "forecast"})


class Budget:
    """Remembers the year of a budget that is still to come or runs."""

    def __init__(self, at: Reference | None) -> None:
        self.at = at
        self.year: str | None = None

    def note(self, figure: Figure) -> None:
        """Keep the year of what the head of a story says of a budget."""
        fact = figure.fact
        if self.year or figure.number > HEAD or fact.status == "actual" or fact.period_source != "stated":
            return
        last = calendar.bounds(fact.period)[1]
        if (
            last is not None
            and calendar.length(fact.period) >= YEAR
            and marks.dated_so(figure, "budgets")
            and calendar.after(last, self.at)
        ):
            self.year = fact.period

    def period(self, figure: Figure) -> bool:
        """ "Defence spending will take 5 million": the year of the budget is that of what is planned."""
        if self.year is None or figure.fact.status not in AHEAD or not marks.dated_so(figure, "budgeted"):
            return False
        return put(figure, self.year, "that of the budget", 0.75)
