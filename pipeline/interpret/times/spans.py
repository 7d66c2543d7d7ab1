"""The months of a company's own quarters, where its story tells them; the month of a year that is named behind its noun."""

from __future__ import annotations

from dataclasses import replace

from pipeline.interpret.clue import Sentence
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.resolve import resolve
from pipeline.lexicon import either
from pipeline.recognise.period import TimeExpression

BASE = 4
"""Tokens behind a span in which its own name stands ("to June 30, its first quarter"); further on stands another that it is set beside."""

QUARTER = 3
"""Months."""

NOUN = 2
"""Tokens of the noun between a month and its year ("the May trade surplus last year")."""

NAMED = frozenset({"of", "of_year", "of_the", "which"})
"""Parts of a month that say which one it is."""


def of_the_year(month: TimeExpression, year: TimeExpression, tokens: list[str], language: str) -> TimeExpression | None:
    """ "the May surplus last year": the month of the year behind its noun, where two times are such."""
    if month.kind != "month" or year.kind != "relative" or year.parts["unit"] != "year" or month.parts.keys() & NAMED:
        return None
    noun, sets = tokens[month.last + 1 : year.first], words(language)
    if not 0 < len(noun) <= NOUN or not all(t.isalpha() and t not in either(sets.placed, sets.base, sets.base_unit) for t in noun):
        return None
    if not either(sets.parting, sets.spoken, sets.saying, sets.linked).isdisjoint(noun):
        return None
    return replace(year, kind="month", parts=month.parts | {"of": f"{year.parts['which']} year"})


def of_quarter(moment: Moment, titled: int | None = None) -> bool:
    """ "the quarter ended August 31", "the three months to July 31"; "Period ended August 31" where the title names so many months."""
    parts = moment.time.parts
    unit, count = parts.get("unit", ""), parts.get("count", "")
    quarter = unit[:1] == "q" or (unit == "period" and titled == QUARTER) or count in ("3", "three")
    return moment.use == "own" and moment.time.kind == "to" and quarter


def of_offices(sentence: Sentence, language: str) -> bool:
    """ "Unemployment rose to 8 percent in the three months to May": whether a sentence tells of what only offices do, by quarters of the calendar."""
    keys = [clue.key for clue in sentence.of("indicator")]
    return any(marks.dated(key, "offices", language) for key in keys) and not any(marks.marked(key, "company", language) for key in keys)


def quarters(told: list[list[Moment]], by: Bearings) -> dict[str, str]:
    """A company's quarter as its number names it, and the months that the head of its story tells for it.

    "Third-quarter profit fell … for the quarter ended August 31": the third quarter of the company, and of no calendar.
    """
    if by.at is None:
        return {}
    times = [(moment, sentence) for sentence in told for moment in sentence if moment.use == "own"]
    of = next((pair for pair in times if of_quarter(pair[0], by.titled)), None)
    span = resolve(of[0].time, by) if of else None
    own = (m for m, sentence in times if m.time.kind == "quarter" and not (of and _set_behind(m, sentence, *of)))
    named = (resolve(m.time, by) for m in own if m.time.parts.get("of", "").partition(" ")[0] not in by.words["relative"])
    name = next((period for period in named if period), None)
    if by.quarters is not None and calendar.bounds(name)[1] != calendar.bounds(span)[1]:
        return {}  # the quarter that is named is another of the company's
    return {name: span} if name and span and name != span else {}


def _set_behind(moment: Moment, sentence: list[Moment], span: Moment, around: list[Moment]) -> bool:
    """ "4 billion in the three months to June, up from 3 billion in the first quarter": whether a quarter is another, behind the span."""
    return sentence is around and moment.first > span.last + BASE


def quarter_named(before: Moment, moment: Moment) -> bool:
    """ "a third-quarter charge, resulting in a loss for the quarter of 3 million": a bare one is that which the sentence has named."""
    bare = moment.time.kind == "bare" and moment.use == "own" and moment.time.parts["unit"] == "quarter"
    return bare and before.time.kind == "quarter" and before.use == "own" and not before.backward


def of_budget(time: TimeExpression, found: list[Moment], n: int) -> bool:
    """ "5 billion this financial year and 3 billion next year", "from 5 billion this year to 3 billion in 2015-16".

    A year told right behind a fiscal one is fiscal too, and one that is told before such a one in its sentence.
    """
    if time.kind != "relative" or time.parts["unit"] != "year" or "fiscal" in time.parts:
        return False
    if any(other.time.kind == "fiscal" and "next" in other.time.parts for other in found[n + 1 :]):
        return True
    before = found[n - 1].time if n else None
    return before is not None and (before.kind == "fiscal" or (before.kind == "relative" and "fiscal" in before.parts))
