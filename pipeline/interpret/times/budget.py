"""The year of a budget that the head of a story tells: what the budget gives further down is of that year."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.bearings import Bearings, Reference
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.resolve import resolve

HEAD = 2
"""Sentences at the head of a story that tell of its budget."""

YEAR = 12
"""Months."""

BESIDE = 3
"""Tokens between a budget and its year."""

YEARS = frozenset({"year", "fiscal"})

RELATIVE = "relative"
"""The kind of "next year"."""

AHEAD = frozenset({"plan", "forecast", "estimate"})


class Budget:
    """Remembers the year of a budget that is still to come or runs."""

    def __init__(self, at: Reference | None, heads: list[tuple[Sentence, list[Moment]]], by: Bearings) -> None:
        self.at = at
        named = (_named(sentence, times, by) for sentence, times in heads[: HEAD + 1])
        self.year: str | None = next((year for year in named if year and calendar.after(calendar.end(year), at)), None)

    def note(self, figure: Figure) -> None:
        """Keep the year of what the head of a story says of a budget."""
        fact = figure.fact
        if self.year or figure.number > HEAD or fact.status == "actual" or fact.period_source != "stated":
            return
        whole = calendar.fiscal(fact.period) or calendar.length(fact.period) >= YEAR
        if whole and marks.dated_so(figure, "budgets") and calendar.after(calendar.end(fact.period), self.at):
            self.year = fact.period

    def period(self, figure: Figure) -> bool:
        """ "Defence spending will take 5 million": the year of the budget is that of what is planned."""
        if self.year is None or figure.fact.status not in AHEAD or not marks.dated_so(figure, "budgeted"):
            return False
        return put(figure, self.year, "that of the budget", 0.75)


def fiscal_before(figure: Figure) -> str | None:
    """ "to $14 billion in 2014/15 from $13 billion this year": in a budget "this year" is the fiscal one before that of the new value."""
    anchor = figure.frame.anchor
    if anchor is None or not anchor.fact.period or not marks.dated_so(figure, "budgets") or figure.fact.status == "forecast":
        return None
    fiscal = anchor.fact.period.startswith("FY") or (calendar.length(anchor.fact.period) == YEAR and "/" in anchor.fact.period)
    return calendar.earlier(anchor.fact.period, 1) if fiscal and anchor.fact.status != "actual" else None


def _named(sentence: Sentence, times: list[Moment], by: Bearings) -> str | None:
    """The year of the budget that a sentence names: "the draft budget for 2019", "the 2019 budget"."""
    tokens, budgets = sentence.tokens, words(by.language).budgets
    for moment in times:
        around = tokens[max(0, moment.first - BESIDE) : moment.first] + tokens[moment.last + 1 : moment.last + BESIDE]
        if budgets.isdisjoint(around):
            continue
        if moment.time.kind in YEARS:
            return resolve(moment.time, by)
        if moment.time.kind == RELATIVE and calendar.length(year := resolve(moment.time, by)) == YEAR:
            if calendar.after(calendar.bounds(year)[0], by.at):  # "next year", not "this year's budget"
                return year
    return None
