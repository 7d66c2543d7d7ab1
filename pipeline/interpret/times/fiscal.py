"""A company's own quarters and years, where its story tells with which month one of them ends."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline import lexicon
from pipeline.interpret.times import calendar

if TYPE_CHECKING:
    from pipeline.interpret.story import Story
    from pipeline.interpret.times.bearings import Bearings

FIRST_WEEK = 7
"""Up to this day of a month a span of whole weeks that ends on it is that of the month before ("the quarter ended August 1").

One that has a number is called by it, and tells no months."""

BEFORE = 24
"""Characters before "quarter ended" in which its number stands."""

SPRING = 2
"""Up to this month a year may bear the name of the one in which it began: shops and chip makers differ."""

LAG = 4
"""Months within which a company reports a quarter."""

QUARTER, QUARTERS, YEAR = 3, 4, 12


class _Patterns(NamedTuple):
    ended: re.Pattern[str]
    number: re.Pattern[str]
    named: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = lexicon.entries("periods", language)
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    closes = "|".join(form.replace(" ", r"\s{1,4}") for form in words["parts"]["closes"])
    quarter, fiscal, ordinals = ("|".join(forms) for forms in (words["parts"]["quarter"], words["parts"]["fiscal"], words["ordinals"]))
    number = rf"\b(?P<number>{ordinals})[\s-]{{1,4}}(?:(?:{fiscal})\s{{1,4}})?"
    return _Patterns(
        re.compile(
            rf"(?:{quarter}),?\s{{1,4}}(?:{closes})\s{{1,4}}(?:(?:on|in)\s{{1,4}})?(?P<month>(?i:{months}))\b\.?(?:\s{{1,4}}(?P<day>\d{{1,2}})\b)?"
        ),
        re.compile(number + "$", re.IGNORECASE),
        re.compile(rf"{number}(?:{quarter})", re.IGNORECASE),
    )


def closing(story: Story) -> int | None:
    """The month with which the fiscal years of a story's company end: "in its fiscal first quarter ended October 24" it is July."""
    text = story.text
    if "uarter" not in text:
        return None
    patterns = _patterns(story.language)
    ended = patterns.ended.search(text)
    if ended is None or int(ended["day"] or FIRST_WEEK + 1) <= FIRST_WEEK:
        return None
    head = story.spans[0]
    named = (
        patterns.number.search(text, max(0, ended.start() - BEFORE), ended.start())
        or patterns.named.search(story.document.title)
        or patterns.named.search(text, head.start, head.end)
    )
    if named is None:
        return None
    words = lexicon.entries("periods", story.language)
    closes: int = (
        words["months"][ended["month"].casefold()] + QUARTER * (QUARTERS - words["ordinals"][named["number"].casefold()]) - 1
    ) % YEAR + 1
    return closes if closes != YEAR else None


def quarter(number: int, year: int | None, by: Bearings) -> str | None:
    """Quarter `number` of a company's year, that of `year` or else the one that it reports, or is the next to report."""
    if by.quarters is None or by.at is None or by.at[1] is None:
        return None
    if year is not None:
        if by.quarters <= SPRING:
            return None
        y, m = calendar.later(year, by.quarters, QUARTER * (number - QUARTERS))
    else:
        m = (by.quarters + QUARTER * number - 1) % YEAR + 1
        y = by.at[0] - 1
        while 12 * (by.at[0] - y) + by.at[1] - m > LAG:
            y += 1
    return calendar.months(y, m, QUARTER)


def now(step: int, by: Bearings) -> str | None:
    """The quarter of a company that runs at the day of its story, or one so many quarters from it."""
    if by.quarters is None or not by.quarters % QUARTER or by.at is None or by.at[1] is None:
        return None
    ahead = (by.quarters - by.at[1]) % QUARTER
    return calendar.months(*calendar.later(by.at[0], by.at[1], ahead + QUARTER * step), QUARTER)


def year_of(y: int, m: int, step: int, closes: int) -> str:
    """The fiscal year that holds a month, or one so many years from it."""
    return calendar.months(y + step + (m > closes), closes, YEAR)


def full_year(last: dt.date, foreseen: bool, by: Bearings) -> str:
    """ "the full year" of a release that ends with a day; what is foreseen at the end of one is of the next."""
    closes = by.quarters or YEAR
    return year_of(last.year, last.month, int(foreseen and last.month == closes), closes)
