"""Fiscal quarters and years, where a story tells with which month one of them ends."""

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
    closes: re.Pattern[str]
    """ "fiscal 1986/87 ended March", "the year starting on July 1", "the year from April 1".  It and the next begin with one set of characters."""
    to: re.Pattern[str]
    """ "the fiscal year to end-March"; a bare year to a month may be any twelve."""
    between: re.Pattern[str]
    """ "1986/87 (April-March)"."""
    ended: re.Pattern[str]
    """ "quarter ended October 24", "Q1 ended 24 October", "1Q ended the 24th of October"."""
    number: re.Pattern[str]
    named: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = lexicon.entries("periods", language)
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    parts = words["parts"]
    closes, opens = ("|".join(form.replace(" ", r"\s{1,4}") for form in parts[key]) for key in ("closes", "opens"))
    quarter, short, fiscal, since = ("|".join(parts[key]) for key in ("quarter", "quarter_short", "fiscal", "since"))
    ordinals = "|".join(words["ordinals"])
    number = rf"\b(?P<number>{ordinals})[\s-]{{1,4}}(?:(?:{fiscal})\s{{1,4}})?"
    named, day = r"\d\d{3}(?:/\d{2,4})?", r"\d{1,2}(?:st|nd|rd|th)?"
    year = "|".join(["year", *(rf"{form}\s{{1,4}}(?:year\s{{1,4}})?{named}" for form in parts["fiscal"])])
    return _Patterns(
        re.compile(
            rf"(?:{year}),?\s{{1,4}}(?:"
            rf"(?:{closes}|(?P<opens>{opens}))\s{{1,4}}(?:(?:on|in|next|last)\s{{1,4}})?(?:(?:the\s{{1,4}})?{day}\s{{1,4}}(?:of\s{{1,4}})?)?(?P<month>(?i:{months}))\b"
            rf"|(?:{since})\s{{1,4}}(?P<first>(?i:{months}))\.?\s{{1,4}}\d{{1,2}}\b)"
        ),
        re.compile(
            rf"\b(?:{fiscal})\s{{1,4}}year\s{{1,4}}to\s{{1,4}}(?:(?:next|last)\s{{1,4}}|(?:the\s{{1,4}})?end[\s-]{{1,4}}(?:of\s{{1,4}})?)?"
            rf"(?P<until>(?i:{months}))\b"
        ),
        re.compile(
            rf"{named}\s{{1,4}}(?:(?:{fiscal})\s{{1,4}})?(?:year\s{{1,4}})?\((?i:{months})\s{{0,2}}[-/]\s{{0,2}}(?P<until>(?i:{months}))\)"
        ),
        re.compile(
            rf"(?:{quarter}|\b(?i:{short})(?P<short>[1-4])|\b(?P<number>[1-4])(?i:{short})),?\s{{1,4}}(?:{closes})\s{{1,4}}(?:(?:on|in)\s{{1,4}})?"
            rf"(?:(?:the\s{{1,4}})?(?P<day_before>{day})\s{{1,4}}(?:of\s{{1,4}})?)?(?P<month>(?i:{months}))\b\.?(?:\s{{1,4}}(?P<day>{day})\b)?"
        ),
        re.compile(number + "$", re.IGNORECASE),
        re.compile(rf"{number}(?:{quarter})|\b(?:{short})(?P<short>[1-4])\b", re.IGNORECASE),
    )


def told(story: Story) -> int | None:
    """The month with which a story says that fiscal years end, where they are none of the calendar."""
    text = story.text
    if "year" not in text and "iscal" not in text:
        return None
    patterns = _patterns(story.language)
    closes, between = patterns.closes.search(text), patterns.between.search(text) if "(" in text else None
    if between is not None and (closes is None or between.start() < closes.start()):
        first, until = None, between["until"]
    elif closes is not None:
        first, until = closes["first"] or (closes["opens"] and closes["month"]), closes["month"]
    elif (to := patterns.to.search(text)) is not None:
        first, until = None, to["until"]
    else:
        return None
    month: int = lexicon.entries("periods", story.language)["months"][(first or until).casefold()]
    return _of_year((month - 2) % YEAR + 1 if first else month)


def closing(story: Story) -> int | None:
    """The month with which the fiscal years of a story's company end: "in its fiscal first quarter ended October 24" it is July."""
    text, patterns = story.text, _patterns(story.language)
    ended = patterns.ended.search(text)
    if ended is None or int((ended["day"] or ended["day_before"] or str(FIRST_WEEK + 1)).rstrip("stndrh")) <= FIRST_WEEK:
        return None
    head = story.spans[0]
    named = (
        (ended if ended["short"] or ended["number"] else None)
        or patterns.number.search(text, max(0, ended.start() - BEFORE), ended.start())
        or patterns.named.search(story.document.title)
        or patterns.named.search(text, head.start, head.end)
    )
    if named is None:
        return None
    words = lexicon.entries("periods", story.language)
    told = named.groupdict()
    said = told.get("short") or told["number"].casefold()
    number = int(said) if said.isdigit() else words["ordinals"][said]
    left = QUARTER * (QUARTERS - number)
    return _of_year((words["months"][ended["month"].casefold()] + left - 1) % YEAR + 1)


def of_state(story: Story, called: str = "fiscal_years") -> int | None:
    """The month with which the fiscal years of the country end that a story is from, where they are `called` so (periods.toml)."""
    words = lexicon.entries("periods", story.language)
    years: dict[str, int] = words[called]
    place = story.home or story.main_place or next((of for word, of in words["fiscal_words"].items() if word in story.text), "")
    return years.get(place) or (_of_town(story, words, place) if called == "fiscal_years" else None)


def _of_town(story: Story, words: lexicon.Entries, place: str) -> int | None:
    """The same of a council or of schools, where the title or the first sentence speaks of them."""
    if not any(token in words["local_governments"]["forms"] for token in story.heads()):
        return None
    money = next((m.quantity.unit for found in story.mentions for m in found if m.quantity.unit.isupper()), "")
    issuers = lexicon.entries("owner", story.language)["issuers"]
    found: int | None = words["local_fiscal_years"].get(place or issuers.get(money, ""))
    return found


def _of_year(closes: int) -> int | None:
    """A month with which fiscal years end; None for the last one, with which those of the calendar do."""
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


def named(p: dict[str, str], by: Bearings) -> int | None:
    """The year in which a fiscal year ends of which a part is told: "of the 2013/14 fiscal year", "of this fiscal year", "of FY14".

    Only where the month is known with which such years end.
    """
    closes, of = by.closes or by.quarters or by.state, p.get("of", "")
    if closes is None or by.at is None or not by.at[1]:
        return None
    if "ending" in p:
        return int(p["year_begun"]) + 1
    if "running" in p:  # "the first two months of the fiscal year", "the second half of its fiscal year to March 2010"
        return int(p["running_until"]) if "running_until" in p else by.at[0] + (by.at[1] > closes)
    if not any(word in of.split() for word in by.words["parts"]["fiscal"]):
        return None
    if of[-4:].isdigit():
        return int(of[-4:])
    step = by.words["relative"].get(of.split()[0])
    return None if step is None else by.at[0] + (by.at[1] > closes) + step


def full_year(last: dt.date, foreseen: bool, by: Bearings) -> str:
    """ "the full year" of a release that ends with a day; what is foreseen at the end of one is of the next."""
    closes = by.quarters or YEAR
    return year_of(last.year, last.month, int(foreseen and last.month == closes), closes)
