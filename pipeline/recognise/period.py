"""Times as written: "in February", "the first quarter of 1987", "last year", "the year to March".

What they mean depends on the story's date and is settled in interpret.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline import lexicon


class TimeExpression(NamedTuple):
    """A time expression: its span, its kind, and its parts by name (`year`, `month`, `quarter`, `count`, `which` …)."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]


def _any(table: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(table, key=len, reverse=True)) + ")"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon.entries("periods", language)
    month = rf"(?:{_any(words['months'])})\b\.?"
    weekday = _any(words["weekdays"])
    ordinal = _any(words["ordinals"])
    count = rf"(?:{_any(words['counts'])}|\d{{1,2}})"
    year = r"(?:1[89]\d\d|20\d\d)"
    which = r"(?:last|this|next|the\s+previous|previous|the\s+current|current|the\s+past|past|the\s+coming|coming|the\s+same|same|the\s+preceding|the\s+following|the\s+prior|prior|the)"
    kinds = [
        (
            "fiscal",
            rf"(?:fiscal(?:\s+year)?|financial\s+year)\s+(?P<fiscal_year>{year})(?:\s*[/-]\s*(?P<fiscal_next>\d\d(?:\d\d)?))?|(?P<split_year>{year})/(?P<split_next>\d\d)\b",
        ),
        (
            "year_to",
            rf"(?:the\s+)?(?P<to_count>{count}|12|year)[\s-]*(?:months?)?\s+(?:to|ended|ending|through|up\s+to)\s+(?:end[- ])?(?P<to_month>{month})(?:\s+(?P<to_day>\d{{1,2}})(?!\d))?(?:,?\s+(?P<to_year>{year}))?",
        ),
        (
            "week_to",
            rf"(?:the\s+)?week\s+(?:to|ended|ending)\s+(?P<week_month>{month})\s+(?P<week_day>\d{{1,2}})(?:,?\s+(?P<week_year>{year}))?",
        ),
        (
            "months",
            rf"(?P<from_month>{month})(?:\s*[-–/]\s*|\s+(?:to|through|and)\s+)(?P<until_month>{month})(?:\s+(?:of\s+)?(?P<until_year>{year}|last\s+year|this\s+year))?",
        ),
        (
            "span",
            rf"(?P<span_which>{which})\s+(?P<span_count>{count})\s+(?P<span_unit>months?|quarters?|years?|weeks?)(?:\s+(?:of|in)\s+(?P<span_of>{year}|(?:this|last|the|next)\s+year|fiscal\s+{year}))?",
        ),
        (
            "first",
            rf"(?:the\s+)?first\s+(?P<first_count>{count})\s+months?(?:\s+(?:of|in)\s+(?P<first_of>{year}|(?:this|last|the|next)\s+year))?",
        ),
        (
            "quarter",
            rf"(?:the\s+)?(?P<quarter>{ordinal})[\s-]+quarter(?:\s+(?:of\s+)?(?P<quarter_year>{year}|(?:of\s+)?(?:this|last|next)\s+year))?|\bQ(?P<q>[1-4])(?:\s+(?P<q_year>{year}))?",
        ),
        (
            "half",
            rf"(?:the\s+)?(?P<half>first|second)[\s-]+half(?:[\s-]+year)?(?:\s+(?:of\s+)?(?P<half_year>{year}|(?:this|last|next)\s+year))?",
        ),
        ("month_quarter", rf"(?P<mq_month>{month})\s+quarter(?:\s+(?P<mq_year>{year}))?"),
        (
            "day",
            rf"(?P<day_month>{month})\s+(?P<day>\d{{1,2}})(?![\d%.,]\d|\d)(?:st|nd|rd|th)?(?:,?\s+(?P<day_year>{year}))?|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<day2_month>{month})(?:,?\s+(?P<day2_year>{year}))?",
        ),
        (
            "month",
            rf"(?P<month_which>last|this|next|the\s+previous|previous)?\s*(?:end[- ]?|mid[- ]?|late\s+|early\s+)?(?P<month>{month})(?:,?\s+(?:of\s+|in\s+)?(?P<month_year>{year}|(?:last|this|next|the\s+previous)\s+year))?",
        ),
        (
            "ago",
            rf"(?:a|one|the|(?P<ago_count>{count}))\s+(?P<ago_unit>year|month|quarter|week)s?\s+(?:ago|earlier|before|previously)|(?P<same>the\s+same\s+(?:period|time|month|quarter|week)|the\s+(?:corresponding|year-ago|year-earlier)\s+(?:period|month|quarter)|the\s+year-ago\s+\w+)(?:\s+(?:of\s+|in\s+|a\s+)?(?P<same_year>{year}|last\s+year|year\s+(?:ago|earlier)))?|(?:the\s+)?year-(?:ago|earlier)",
        ),
        ("end", rf"(?:the\s+)?end[- ](?:of\s+)?(?:the\s+)?(?P<end_year>{year}|(?:last|this|next|the)\s+year)"),
        (
            "relative",
            rf"(?P<which>{which})\s+(?P<unit>year|quarter|month|week|decade)\b(?!-)|\b(?P<day_word>today|yesterday|tomorrow)\b|(?:on\s+|late\s+|early\s+)?\b(?P<weekday>{weekday})\b",
        ),
        (
            "year",
            rf"(?:(?P<by>by|until|before)\s+(?:the\s+year\s+)?)?(?P<year>{year})(?!\s*(?:-|/)\s*\d)(?![\d,]*\d|%|\.\d)(?:\s*(?:-|to)\s*(?P<year_until>{year}))?",
        ),
    ]
    body = "|".join(f"(?P<k_{name}>{pattern})" for name, pattern in kinds)
    bounded = body.replace(r"\s+", r"\s{1,6}").replace(r"\s*", r"\s{0,6}")  # a run of spaces costs its length, not its square
    return re.compile(rf"(?<![\w$£€.,-])(?:{bounded})(?![\w])", re.IGNORECASE)


@cache
def _may_start(language: str) -> re.Pattern[str]:
    return re.compile(
        r"\d|year|quarter|month|week|half|day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ago|earlier|tomorrow", re.IGNORECASE
    )


def times(text: str, start: int, end: int, language: str = "en") -> list[TimeExpression]:
    """The time expressions in `text[start:end]`, from left to right."""
    if not _may_start(language).search(text, start, end):
        return []
    found = []
    for m in _pattern(language).finditer(text, start, end):
        kind = (m.lastgroup or "").removeprefix("k_")
        parts = {name: " ".join(value.split()).casefold() for name, value in m.groupdict().items() if value and not name.startswith("k_")}
        if kind == "month" and parts["month"] in ("may", "mar") and not _month_like(text, m):
            continue
        found.append(TimeExpression(m.start(), m.end(), kind, parts))
    return found


def _month_like(text: str, m: re.Match[str]) -> bool:
    """ "may" is a month with a capital inside a sentence, after "in", "since" and their kin."""
    at = m.start("month")
    return text[at].isupper() and (at == 0 or text[:at].rstrip()[-1:] not in '.!?"“' or len(m.group().split()) > 1)
