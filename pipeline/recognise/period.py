"""Times as written: "in February", "the first quarter of 1987", "last year", "the year to March".

What they mean depends on the story's date and is settled in interpret.  A pattern is tried only where one of the words stands that
it may begin with; articles and prepositions before a time are not part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.recognise.period_parts import complete, month_like, next_month, of_a_year, rolling, two_years


@dataclass(slots=True)
class TimeExpression:
    """A time expression: its span, its tokens `first`..`last`, its kind, and its parts by name (`year`, `month`, `count` …)."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]
    first: int = 0
    last: int = 0


class _Pattern(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    starters: frozenset[str]


def _any(forms: object) -> str:
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True)) + ")"  # type: ignore[call-overload]


YEAR = r"(?:1[89]\d\d|20\d\d)"
YEARS = frozenset(str(y) for y in range(1800, 2100))
DECADES = frozenset(form for y in range(1900, 2100, 10) for form in (str(y), f"{y}s"))
PARTS = ("quarter", "half")
"""Kinds of times of which another is told by its number alone."""

GLUED = frozenset("$£€¥.,-'’")
"""A number right behind one of these is no year and no day."""

SMALL = frozenset(str(n) for n in range(1, 32))
WEEKS = frozenset(str(n) for n in range(1, 54))


@cache
def _patterns(language: str) -> dict[str, tuple[_Pattern, ...]]:
    """The patterns that may begin with a word, by that word, in the order in which they are tried."""
    words = lexicon.entries("periods", language)
    parts = words["parts"]
    amount = _any(_amounts(language))
    months, ordinals, counts = frozenset(words["months"]), frozenset(words["ordinals"]), frozenset(words["counts"])
    month = rf"(?:{_any(months)})\b\.?"
    number = rf"(?:\d{{1,2}}|{_any(counts)})\b"
    starts_ordinal = ordinals | {"1", "2", "3", "4"}
    ordinal, which, same = _any(ordinals), _any(words["relative"]), _any(parts["same"])
    ended, starting, ago, edges = (_any(parts[key]) for key in ("ended", "starting", "ago", "edges"))
    full = rf"(?:(?P<full>{_any(parts['full'])})[\s-]+)?"
    calendar = _any(parts["full"])
    quarter, last, years = _any(parts["quarter"]), _any(parts["closing"]), _any(parts["years"])
    monthly, short = _any(parts["months"]), _any(parts["quarter_short"])
    opening = "|".join(rf"(?<={re.escape(form)}\s)" for form in parts["opening"])
    fiscal = _any(parts["fiscal"])
    those, the, days, working = _any(parts["those"]), _any(parts["articles"]), _any(words["days"]), _any(parts["working"])
    behind = rf"(?=\s*(?:[^\s\w'’-]|$)|\s+{_any(parts['behind'])}\b)"  # where a word that is an attribute too is none
    dated = rf"['’/]?\s*(?:(?P<year>{YEAR})|(?P<short>\d\d))"
    fiscal_dated = rf"\s*(?:of\s+)?{_any(parts['fiscal_short'])}\s*['’]?(?:(?P<fiscal_year>{YEAR})|(?P<fiscal_short>\d\d))(?P<next>\s*[/–-]\s*\d\d(?:\d\d)?)?"
    season, crop = _any(words["seasons"]), _any(words["crop_years"]["words"])
    of_year = rf"(?:{which}|{those})\s+(?:(?:{fiscal}\s+)?year|fiscal)|(?:{fiscal}\s+)?{YEAR}|year\s+{ago}"
    of = rf"(?:{fiscal_dated}\b|\s+(?:(?:of|in)\s+)?(?:the\s+)?(?:{fiscal}\s+(?:year\s+)?)?(?P<year_begun>{YEAR})(?P<ending>[/–-]\d\d(?:\d\d)?)(?![\d-])(?:\s+{fiscal}\s+year)?|,\s+(?P<of_year>{YEAR})(?![\w/-])|\s+(?:(?:of|in)\s+)?(?:the\s+|a\s+)?(?P<of>{of_year})\b(?![/-]\d)|\s+(?:of|in)\s+the\s+(?P<of_the>year)\b)?"
    running = rf"\s+(?:of|in|into)\s+(?:the|its|their)\s+(?P<running>{fiscal}\s+year)\b(?:,?\s+{ended}\s+(?:in\s+|(?:the\s+)?end[\s-](?:of\s+)?)?{month}(?:\s+\d{{1,2}},)?\s+(?P<running_until>{YEAR}))?"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?![\d%.,]\d|\d)"
    weekday = rf"{_any(words['weekdays'])}\b"
    weekly = rf"(?:[\s-]+{_any(parts['weekly'])})?"
    day_month = rf"(?:(?P<month>{month})\s+(?P<day>{day}|{_any(counts)}\b)|(?:{the}\s+)?(?P<day2>{day})\s+(?:of\s+)?(?P<month2>{month}))"
    named_year = rf"(?:,?\s+(?P<year>{YEAR}))?"
    closing = rf"\s+(?:(?P<ended>{ended})|(?P<starting>{starting}))\s+(?:on\s+|in\s+|(?:the\s+)?end[\s-](?:of\s+)?|(?P<following>next)\s+)?(?:(?:{the}\s+)?(?P<day2>{day})\s+(?:of\s+)?)?(?P<month>{month})(?:\s+(?P<day>{day}))?{named_year}"
    at_end = closing.replace(r"(?:\s+(?P<day>", r"(?!\.?\s+[1-7]\b)(?:\s+(?P<day>")  # a quarter of whole weeks is called by its number
    kinds: list[tuple[str, str, frozenset[str]]] = [
        ("week_of", rf"(?P<nth>{ordinal}|{last})\s+(?:{calendar}\s+)?(?:week\s+(?:of|in)\s+(?P<month>{month})|(?P<month2>{month})\s+week)", starts_ordinal | frozenset(parts["closing"])),
        ("months", rf"(?P<from>{month})(?:\s+(?P<from_year>{YEAR})|\s+(?:of\s+)?(?P<from_of>{which}\s+year))?(?:\s*[-–/]\s*(?:to\s*[-–]\s*)?|[\s-]+(?:to|through|(?P<both>and))[\s-]+)(?P<until>{month})(?:\s+(?:period|half|{quarter}))?{of}", months),
        ("month_quarter", rf"(?P<month>{month})(?:\s+(?P<year>{YEAR}))?[\s-]+{quarter}(?:\s+(?P<year_after>{YEAR})|{of})", months),
        ("days", rf"(?P<month>{month})\s+(?P<day>{day})\s*(?:[-–]|(?:to|through)\b)\s*(?:(?P<month2>{month})\s+)?(?P<day2>{day}){named_year.replace('P<year>', 'P<year2>')}{behind}(?!\s*(?:%|{amount}))", months),
        ("days", rf"(?P<month>{month})\s+(?P<day>{day})[-–](?P<day2>{day}){named_year.replace('P<year>', 'P<year2>')}(?![/.]\d)(?!\s*(?:%|{amount}))", months),
        ("days", rf"(?:{opening})(?P<month>{month})\s+(?P<day>{day}|{_any(counts)}\b){named_year},?\s+{_any(parts['until'])}\s+(?:(?P<month2>{month})\s+)?(?P<day2>{day}|{_any(counts)}\b){named_year.replace('P<year>', 'P<year2>')}", months),
        ("week_to", rf"(?P<month>{month})\s+(?P<day>{day}|{_any(counts)}\b)\s+week", months),
        ("day", rf"(?P<month>{month})\s+(?P<day>{day}|{_any(counts)}\b)(?:,?\s+(?:of\s+)?(?P<of>{which}\s+year)\b|{named_year})", months),
        ("month", rf"(?P<month>{month}){of}", months),
        ("month", rf"month\s+of\s+(?P<month>{month}){of}", frozenset({"month"})),
        ("fiscal", rf"(?P<year>{YEAR})(?P<next>/\d\d(?:\d\d)?|/\d|[–-]\d\d?)(?![\d-])(?:\s+{fiscal}\s+year)?", YEARS),
        ("fiscal", rf"(?P<year>{YEAR})(?P<next>[–/-]\d\d\d\d)?\s+{fiscal}\s+year", YEARS),
        ("fiscal", rf"(?P<year>{YEAR})(?P<next>[–-]\d\d\d\d)(?=\s+(?:{_any(parts['drafts'])}\s+){{0,2}}{_any(parts['budgets'])}\b)", YEARS),
        ("quarter", rf"(?P<year>{YEAR})\s+q(?P<quarter>[1-4])", YEARS),
        ("half", rf"(?P<year>{YEAR})(?:['’]s)?\s+(?P<half>{_any(parts['half'])})[\s-]+half\b", YEARS),
        ("quarter", rf"(?P<year>{YEAR})(?:['’]s)?\s+(?:(?P<quarter>{ordinal})|(?P<closing>{last}))[\s-]+{quarter}", YEARS),
        ("year_part", rf"(?P<year>{YEAR})[\s-]+(?:{quarter}|period)\b", YEARS),
        ("month_quarter", rf"(?P<year>{YEAR})\s+(?P<month>{month})\s+{quarter}", YEARS),
        ("year", rf"(?P<year>{YEAR})(?![\d,]*\d|%|\.\d|\s*gmt)(?:(?:,\s+{YEAR},?)?\s*(?:-|–|to|and|through)\s*(?P<until>{YEAR})|\s+{calendar}\s+year\b)?", YEARS),
        ("decade", r"(?P<decade>(?:19|20)\d0)['’]?s", DECADES),
        ("era", rf"{_any(parts['within'])}[\s-]+(?:to[\s-]+{_any(parts['within'])}[\s-]+)?['’]?(?:(?:19|20)\d0|[5-9]0)['’]?s", frozenset(parts["within"])),
        ("era", _any(parts["eras"]), frozenset(re.split(r"[\s-]", era)[0] for era in parts["eras"])),
        ("fiscal", rf"{calendar}[\s-]+(?:year\s+)?(?P<year>{YEAR})(?P<next>[/–-]\d\d)(?![\d-])", frozenset(parts["full"])),
        ("year", rf"(?P<full>{calendar})[\s-]+(?:of\s+)?(?:year\s+)?(?P<year>{YEAR})(?![\d,]*\d|%|\.\d)(?:\s*(?:-|–|to|and|through)\s*(?P<until>{YEAR}))?", frozenset(parts["full"])),
        ("to", rf"(?P<count>{number})\s+{monthly}\s+(?P<month>{month})\s+(?P<day>{day})", SMALL | counts),
        ("to", rf"(?P<count>{number})[\s-]*{monthly}\.?(?:[\s-]+period)?{closing}", SMALL | counts),
        ("days", rf"(?P<day>{day})(?:\s+(?P<month>{month}))?(?:\s*[-–]\s*|\s+{_any(parts['until'])}\s+)(?P<day2>{day})\s+(?P<month2>{month}){named_year.replace('P<year>', 'P<year2>')}", SMALL),
        ("day", rf"(?P<day>{day})\s+(?:of\s+)?(?P<month>{month})(?:,?\s+(?:of\s+)?(?P<of>{which}\s+year)\b|{named_year})", SMALL),
        ("to", rf"[1-4](?P<unit>{short})(?:\s*(?:['’]?\d\d|{YEAR}))?,?{closing}", SMALL),
        ("quarter", rf"(?P<quarter>[1-4])q(?:\s*{dated}|{fiscal_dated})?", SMALL),
        ("half", rf"(?P<half>[12])h(?:\s*{dated}|{fiscal_dated})?", SMALL),
        ("first", rf"(?P<count>[369])(?-i:M)\s*{dated}", SMALL),
        ("ago", rf"(?P<count>{number})[\s-]+(?P<unit>year|month|quarter|week|decade)s?['’]?\s+{ago}\b", SMALL | counts),
        ("later", rf"(?P<count>{number})\s+(?P<unit>day|week|month|quarter|year)s?\s+{_any(parts['later'])}\b", SMALL | counts),
        ("to", rf"{ordinal}[\s-]+(?:{fiscal}[\s-]+)?(?P<unit>{quarter}|half)(?:\s+period)?,?{closing}", starts_ordinal),
        ("to", rf"{ordinal}\s+(?P<unit>{quarter}|half)\s+(?P<month>{month})\s+(?P<day>{day})", starts_ordinal),
        ("quarters", rf"(?<!between\sthe\s)(?P<quarter>{ordinal})\s+and\s+(?P<until>{ordinal})[\s-]+(?:{fiscal}[\s-]+)?{quarter}s?{of}", starts_ordinal),
        ("quarter", rf"(?P<quarter>{ordinal})\s+(?P<year>{YEAR})\s+{quarter}", starts_ordinal),
        ("quarter", rf"(?P<quarter>{ordinal})[\s-]+(?:{fiscal}[\s-]+)?{quarter}(?:{running}|{of})", starts_ordinal),
        ("quarter", rf"(?P<closing>{last})\s+{quarter}\s+(?:of\s+(?:the\s+)?(?P<of_the>year)|(?:of\s+(?:the\s+)?)?(?P<of>{of_year}))\b", frozenset(parts["closing"])),
        ("quarter", rf"(?P<of_the>year)['’]s\s+(?P<quarter>{ordinal})[\s-]+{quarter}\b", frozenset({"year"})),
        ("quarter", rf"{quarter}\s+(?P<quarter>{_any(words['quarters'])}|[1-4])(?:{of}{behind})(?!\s*{amount})", frozenset(parts["quarter"])),
        ("quarter", rf"(?P<quarter>{_any(words['first_quarters'])})[\s-]+{quarter}(?:{running}|{of})", frozenset(words["first_quarters"])),
        ("half_month", rf"(?P<half>{_any(parts['half'])})\s+half\s+of\s+(?P<month>{month}){of}", frozenset(parts["half"])),
        ("half", rf"(?P<half>{_any(parts['half'])})[\s-]+half(?:[\s-]+year)?(?:{running}|{of})", frozenset(parts["half"]) | {"1", "2"}),
        ("to", rf"(?P<unit>{short})[1-4](?:\s+{YEAR})?,?{closing}", frozenset(parts["quarter_short"])),
        ("quarter", rf"q(?P<quarter>[1-4])(?!\d)(?:\s*['’/]\s*(?P<short>\d\d)|{of})", frozenset({"q"})),
        ("half", rf"h(?P<half>[12])(?!\d)(?:\s*['’/]\s*(?P<short>\d\d)|{of})", frozenset({"h"})),
        ("fiscal", rf"(?P<fiscal>{_any(parts['fiscal_short'])})\s*{dated}(?P<next>\s*[/–-]\s*\d\d(?:\d\d)?)?", frozenset(parts["fiscal_short"])),
        ("turn", r"turn\s+of\s+the\s+year", frozenset({"turn"})),
        ("new_year", rf"new\s+year\b{behind}", frozenset({"new"})),
        ("feast", rf"(?P<feast>{_any(words['feasts'])})\b(?!\s+{_any(parts['weekends'])}\b)", frozenset(form.split()[0] for form in words["feasts"])),
        ("season", rf"(?P<season>{season})(?:\s+of)?\s+(?P<of>{YEAR}|{which}\s+year)\b", frozenset(words["seasons"])),
        ("season", rf"(?P<season>{season}){behind}", frozenset(words["seasons"])),
        ("season", rf"(?P<which>{which})\s+(?P<season>{season})\b", frozenset(words["relative"])),
        ("crop_year", rf"(?P<which>{which})\s+(?P<crop>{crop})\b", frozenset(words["relative"])),
        ("crop_year", rf"(?P<crop>{crop})\s+{ago}\b", frozenset(re.split(r"[\s-]", form)[0] for form in words["crop_years"]["words"])),
        ("later", rf"(?P<unit>day|week|month|quarter|year)s?\s+{_any(parts['later'])}\b", frozenset({"day", "week", "month", "quarter", "year"})),
        ("edge_days", rf"(?P<edge>first|last)\s+(?P<count>{number})\s+(?P<unit>day|week)s\s+(?:of|in)\s+(?:the\s+month\b|(?P<month>{month}){named_year})", frozenset({"first", "last"})),
        ("later", rf"(?P<unit>month|quarter|year)\s+{_any(parts['thereafter'])}(?=\W*(?:$|[.,;)]))", frozenset({"month", "quarter", "year"})),
        ("later", rf"{_any(parts['next_one'])}\s+(?P<unit>month|quarter|year)\b", frozenset(parts["next_one"])),
        ("months", rf"first\s+{number}\s+{monthly}\s+\((?P<from>{month})\s*[-–/]\s*(?P<until>{month})\){of}", frozenset({"first"})),
        ("first", rf"first\s+(?P<unit>month)(?:\s+(?:of|in|into)\s+the\s+(?P<running>{fiscal}\s+year)\b|{of[:-1]})", frozenset({"first"})),
        ("first", rf"first\s+(?P<count>{number})\s+(?P<unit>month|quarter|week)s?\b(?:{running}|{of})", frozenset({"first"})),
        ("span", rf"(?P<count>{number})\s+(?P<which>{_any(words['backward']['words'])})\s+(?P<unit>month|quarter|year|week)s\b", SMALL | counts),
        ("first", rf"(?P<count>{number})\s+{monthly}\s+of\s+(?:the\s+)?(?P<of>{of_year})(?![/-]\d)", SMALL | counts),
        ("first", rf"(?<!\d\s)(?P<so_far>{_any(parts['year_so_far'])})[\s-]{monthly}(?=\s+(?:[a-z-]+\s+){{0,2}}{_any(parts['results'])}\b)", frozenset(parts["year_so_far"])),
        ("open", rf"(?P<count>{number})\s+{_any(parts['several'])}\b", SMALL | counts),
        ("to", rf"(?:{fiscal}\s+)?(?:(?P<unit>{years}|{quarter}|half|month)|half[\s-]+year|half)(?:\s+period)?{closing}", frozenset({"half", "month", *parts["years"], *parts["quarter"], *parts["fiscal"]})),
        ("to", rf"(?:{fiscal}\s+)?(?P<unit>{years}|{quarter}),(?=\s+{_any(parts['closes'])}\s){closing}", frozenset({*parts["years"], *parts["quarter"], *parts["fiscal"]})),
        ("to", rf"(?P<count>{number})[\s-]+(?P<quarters>quarter)s?{closing}", SMALL | counts),
        ("to", rf"(?P<unit>period)s?{closing}", frozenset({"period", "periods"})),
        ("to", rf"(?P<unit>year)\s+(?P<month>{month})\s+(?P<day>{day})", frozenset({"year"})),
        ("week_to", rf"(?P<days>{number})[\s-]+days?\s+{ended}\s+(?:on\s+)?(?:{weekday},?\s+)?(?P<month>{month})\s+(?P<day>{day}|{_any(counts)}\b){named_year}", SMALL | counts),
        ("week_with", rf"weeks?\s+(?:of|{starting})\s+(?:on\s+)?(?:{weekday},?\s+)?{day_month}{named_year}", frozenset({"week"})),
        ("moving", rf"(?P<count>{number})[\s-]+week\s+{_any(parts['averages'])}", SMALL | counts),
        ("week_to", rf"(?:(?P<count>{number})[\s-]+)?weeks?{weekly}\s+{ended}\s+(?:on\s+)?(?:{weekday},?\s+)?{day_month}{named_year}", WEEKS | counts | {"week", "weeks"}),
        ("week_to", rf"(?:(?P<count>{number})[\s-]+)?weeks?{weekly}\s+{ended}\s+(?:on\s+)?(?:(?:(?P<which>{which})\s+)?(?P<weekday>{weekday})|(?P<day_word>{days})\b)", SMALL | counts | {"week"}),
        ("days_to", rf"(?P<count>{number})(?:[\s-]+(?P<working>{working}))?[\s-]+days?(?:\s+period)?\s+{ended}\s+(?:on\s+)?(?:(?:(?P<which>{which})\s+)?(?P<weekday>{weekday})|(?P<day_word>{days})\b)", SMALL | counts),
        ("fiscal", rf"{fiscal}(?:\s+year)?\s+(?P<year>{YEAR})(?P<next>\s*[/–-]\s*\d\d(?:\d\d)?)?", frozenset(parts["fiscal"])),
        ("to", rf"{fiscal}\s+{ordinal}[\s-]+(?P<unit>{quarter})(?:\s+period)?,?{at_end}", frozenset(parts["fiscal"])),
        ("quarter", rf"{fiscal}\s+(?P<quarter>{ordinal})[\s-]+{quarter}(?:\s+period)?,?\s+{ended}\s+(?:on\s+)?{month}\s+[1-7]\b", frozenset(parts["fiscal"])),
        ("quarter", rf"{fiscal}\s+(?:(?P<year>{YEAR})\s+)?(?P<quarter>{ordinal})[\s-]+{quarter}{of}", frozenset(parts["fiscal"])),
        ("ago", rf"(?:a|the|one)\s+(?P<unit>day)\s+{ago}\b(?=\s*(?:[.,;)]|$))", frozenset({"a", "the", "one"})),
        ("ago", rf"(?:(?<=(?-i:In)\sthe\s)|(?<=(?-i:For)\sthe\s))(?P<unit>year)[\s-]+{ago}\s+{ordinal}[\s-]+{quarter}\b", frozenset({"year"})),
        ("ago", rf"(?P<unit>year|month|quarter|week|decade)(?:s)?[\s-]+{ago}\b(?:\s+(?:period|quarter|month|level)\b)?", frozenset({"year", "month", "quarter", "week", "decade"})),
        ("ago", rf"{_any(words['backward']['words'])}[\s-]+(?P<unit>year)(?:['’]s)?\s+(?:period|quarter|month|level)\b", frozenset(words["backward"]["words"])),
        ("ago", rf"{_any(parts['this_time'])}\s+(?P<unit>year)\b", frozenset(form.split()[0] for form in parts["this_time"])),
        ("end", rf"(?:year(?:['’]s)?[\s-]+end|end[\s-]+year)(?:,?\s+(?P<of>{YEAR}))?", frozenset({"year", "end"})),
        ("end", rf"(?P<edge>{edges})[\s-]+(?:of\s+)?(?:the\s+)?(?P<of>{YEAR}(?!/)|{which}\s+year)", frozenset(parts["edges"])),
        ("end", rf"(?P<edge>{_any(parts['middles'])})\s+of\s+(?:(?:the\s+)?(?P<of>{YEAR}(?!/)|{which}\s+year)|the\s+(?P<of_the>year)\b)", frozenset(parts["middles"])),
        ("end", rf"end[\s-]+(?:of\s+)?(?:the\s+)?year\b(?!\s+(?:{ended}|to)\b)", frozenset({"end"})),
        ("same", rf"{same}(?:\s+(?P<year>{YEAR})(?:[/-]\d\d)?)?\s+(?:[^\W\d]+[\s-]+){{0,2}}?(?P<unit>period|time|month|quarter|week|year|date|{_any(parts['stretches'])})s?{of}", frozenset(parts["same"])),
        ("quarter", rf"(?:(?P<of>{which}\s+year)['’]s\s+|{which}\s+)(?P<quarter>{ordinal})[\s-]+{quarter}", frozenset(words["relative"])),
        ("half", rf"(?P<of>{which}\s+year)['’]s\s+(?P<half>{_any(parts['half'])})[\s-]+half\b", frozenset(words["relative"])),
        ("span", rf"(?P<which>{which}|{last})\s+(?P<count>{number})\s+(?P<unit>month|quarter|year|week|day|decade)s?\b{of}", frozenset(words["relative"]) | frozenset(parts["closing"])),
        ("relative", rf"(?P<which>{which})\s+(?P<unit>year)\s+and\s+(?P<until>{which})(?:\s+year)?(?=\W*(?:\.|,|$))", frozenset(words["relative"])),
        ("relative", rf"(?P<bare>(?P<which>{_any(parts['which_alone'])}))(?=[.,;]|\s+(?:and|but|while|after)\b|$)", frozenset(parts["which_alone"])),
        ("nth", rf"(?P<nth>{ordinal})(?=\s*[.,;)]|\s+(?:and|but|while)\b|$)", ordinals),
        ("to", rf"{which}\s+(?:{fiscal}\s+)?(?P<unit>{years}|{quarter}){closing}(?<=\d\d\d\d)", frozenset(words["relative"])),
        ("relative", rf"(?P<which>{which})\s+(?P<fiscal>fiscal){behind}", frozenset(words["relative"])),
        ("relative", rf"(?P<which>{which})[\s-]+(?:(?P<fiscal>{fiscal})\s+|{_any(parts['working'])}\s+)?(?P<unit>year|quarter|month|week|decade|day)\b(?!-)", frozenset(words["relative"])),
        ("relative", rf"(?P<which>{_any(words['backward']['words'])})\s+(?P<unit>period)\b", frozenset(words["backward"]["words"])),
        ("day", rf"(?P<which>{which})\s+(?P<month>{month})\s+(?P<day>{day}){named_year}", frozenset(words["relative"])),
        ("month", rf"(?P<which>{which}|{same})\s+(?P<month>{month})(?!\s*[-–/]\s*{month})", frozenset(words["relative"]) | frozenset(parts["same"])),
        ("that", rf"{those}\s+(?:{fiscal}\s+)?(?P<unit>year|quarter|month)\b(?!-)", frozenset(parts["those"])),
        ("weekday", rf"(?:(?P<which>{which})\s+)?(?P<weekday>{_any(words['weekdays'])})\b", frozenset(words["weekdays"]) | frozenset(words["relative"])),
        ("weekday", rf"(?P<which>{which})\s+(?P<hours>{_any(words['hours']['words'])})\b", frozenset(words["relative"])),
        ("weekday", rf"(?P<which>{_any(words['backward']['words'])})\s+(?P<hours>{_any(words['hours']['sessions'])})\b(?!['’]s)", frozenset(words["backward"]["words"])),
        ("weekday", rf"(?P<day_word>{_any(words['days'])})\b", frozenset(words["days"])),
        ("bare", rf"(?P<unit>year)(?P<gone>[\s-]+to[\s-]+date\b)(?!\s+{_any(parts['until'])}\b)", frozenset({"year"})),
        ("bare", rf"{full}(?:(?P<fiscal>{fiscal})\s+)?(?P<unit>year)\b(?!,?\s+{ended})", frozenset(parts["full"])),
        ("bare", rf"(?P<fiscal>{fiscal})\s+(?P<unit>year)\b(?!-)(?!,?\s+(?:{YEAR}|{ended})\b)", frozenset(parts["fiscal"])),
        ("bare", rf"(?P<unit>{_any(parts['bare'])})\b(?!-)(?!\s+{month}\s+\d)(?!\s+{YEAR}\b)", frozenset(parts["bare"])),
    ]  # fmt: skip
    found: dict[str, list[_Pattern]] = {}
    for kind, pattern, starters in kinds:
        bounded = pattern.replace(r"\s+", r"\s{1,6}").replace(r"\s*", r"\s{0,6}")  # a run of spaces costs its length, not its square
        compiled = _Pattern(kind, re.compile(rf"(?:{bounded})(?![^\W_])", re.IGNORECASE), starters)
        for starter in starters:
            found.setdefault(starter, []).append(compiled)
    return {starter: tuple(patterns) for starter, patterns in found.items()}


@cache
def _articles(language: str) -> frozenset[str]:
    """Before a unit alone ("the quarter"): it is a time of which the story has spoken."""
    return frozenset(lexicon.entries("periods", language)["parts"]["articles"])


@cache
def _small(language: str) -> frozenset[str]:
    """Behind "May" at the head of a sentence they make a verb of it, where a noun makes it a month."""
    entries = lexicon.entries("measure", language)
    return frozenset(
        form for table in ("small_words", "determiners", "prepositions", "verbs", "sayers") for form in entries[table]["forms"]
    )


@cache
def _amounts(language: str) -> frozenset[str]:
    """Behind a number of one or two digits they make an amount of it, which is no time: "percent", "billion"."""
    tables = [*lexicon.entries("scales", language).values(), *lexicon.entries("percents", language).values()]
    return frozenset(form for table in tables for form in table["forms"] if form.isalpha())


def times(text: str, tokens: list[str], starts: list[int], ends: list[int], since: int, language: str = "en") -> list[TimeExpression]:
    """The time expressions among the tokens that start at `since` or behind it, from left to right."""
    patterns, articles, amounts, small = _patterns(language), _articles(language), _amounts(language), _small(language)
    infinitive = lexicon.entries("measure", language)["infinitive"]["forms"]
    words = lexicon.entries("periods", language)
    months = words["months"]
    full, years, per = (words["parts"][key] for key in ("full", "years", "per"))
    placed = words["lead"]["placed"]
    quarters = words["parts"]["quarter"] + words["parts"]["quarter_short"]
    found: list[TimeExpression] = []
    until = since
    for i in [i for i, token in enumerate(tokens) if token in patterns]:
        if starts[i] < until:
            continue
        token = tokens[i]
        if token[0].isdigit() and text[starts[i] - 1 : starts[i]] in GLUED:
            continue
        if token in SMALL and i + 1 < len(tokens) and tokens[i + 1] in amounts:
            continue
        named = found[-1] if found and found[-1].kind in PARTS and found[-1].parts.get(found[-1].kind) else None
        for kind, pattern, _ in patterns[token]:
            m = pattern.match(text, starts[i], ends[-1])
            if m is None:
                continue
            if kind == "fiscal" and token in YEARS and not two_years(m.groupdict().get("next"), int(token)):
                continue  # "the 2014-2020 budget" of a union
            if (
                kind == "bare"
                and (token not in full or m.groupdict().get("fiscal"))
                and not m.groupdict().get("gone")  # "year-to-date sales"
                and (i == 0 or tokens[i - 1] not in articles)
            ):
                break
            if kind in ("new_year", "season") and not of_a_year(m) and (i == 0 or tokens[i - 1] not in articles):
                break  # "the lunar new year", "summer sales"
            if kind == "feast" and tokens[i - 1 : i] != words["parts"]["on"]:
                break  # "Black Friday sales"
            if kind == "relative" and m.groupdict().get("bare") and not (found and (tokens[i - 1] in amounts or tokens[i - 1] == "%")):
                break  # "3 pct this year and 2 pct next"
            if kind == "relative" and i and tokens[i - 1] in words["parts"]["each"]:
                break  # "adjustable each following year"
            if kind == "nth" and (named is None or tokens[i - 1 : i] != ["the"]):
                break  # "3 pct in the second quarter and 7 pct in the first"
            if kind == "span" and i and tokens[i - 1] in infinitive:
                break  # "goods meant to last three years"
            if kind == "to" and m.groupdict().get("starting") and i > 1 and tokens[i - 1] in per and tokens[i - 2] not in placed:
                break  # "will cost 1,200 dollars a year from October 1"
            if (
                kind == "month"
                and token in ("may", "mar", "apr")
                and not month_like(text, m, tokens[i + 1] if i + 1 < len(tokens) else "", small)
            ):
                break
            first = last = i
            while last + 1 < len(starts) and starts[last + 1] < m.end():
                last += 1
            parts = {name: " ".join(value.split()).casefold() for name, value in m.groupdict().items() if value}
            if parts.get("unit") in years:
                parts["unit"] = "year"
            if parts.get("unit") in quarters:
                parts["unit"] = "quarter"
            if kind == "nth" and named is not None:
                kind, parts = named.kind, named.parts | {named.kind: parts["nth"]}
            complete(kind, parts)
            if kind == "months" and tokens[i - 1 : i] == words["parts"]["since"] and next_month(parts, months):
                first, kind, parts = i - 1, "month", {"month": parts["until"]} | {k: v for k, v in parts.items() if k.startswith("of")}
            if kind == "relative" and rolling(parts, tokens[i - 1 : i], words):
                kind, parts = "span", parts | {"count": "12", "unit": "month"}
            whole = (
                kind in ("relative", "fiscal")
                and found
                and found[-1].kind == "months"
                and text[found[-1].end : m.start()].split() == [")", "of", "the"]
            )
            if not whole:  # "in the first four months (July-October) of the current fiscal year"
                found.append(TimeExpression(m.start(), m.end(), kind, parts, first, last))
            until = m.end()
            break
    return found
