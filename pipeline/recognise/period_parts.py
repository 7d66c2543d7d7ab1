"""What the parts of a time expression say together: which are times at all, and what a short form leaves out."""

from __future__ import annotations

import re

from pipeline import lexicon


def next_month(parts: dict[str, str], months: dict[str, int]) -> bool:
    """ "slipped 0.1 pct from May to June": of two months that follow each other the second, over the first."""
    first, last = (months[parts[key].rstrip(".")] for key in ("from", "until"))
    return "both" not in parts and last == first % len(set(months.values())) + 1


def two_years(until: str | None, begin: int) -> bool:
    """Whether a year and that behind a dash follow each other, where both are told in full ("2015-2016")."""
    return until is None or len(until) != len("-2016") or int(until[1:]) == begin + 1


def rolling(parts: dict[str, str], before: list[str], words: lexicon.Entries) -> bool:
    """ "over the past year", "in the last year": the twelve months up to the day of the story; "last year" is that of the calendar."""
    if parts["unit"] != "year" or not parts.keys().isdisjoint(("fiscal", "until")):
        return False
    return before == words["parts"]["articles"] and parts["which"] in words["rolling"]["words"] + words["rolling"]["behind_article"]


def of_a_year(m: re.Match[str]) -> bool:
    """Whether a season is told with its year, or from now ("last summer")."""
    return not {"of", "which"}.isdisjoint(name for name, said in m.groupdict().items() if said)


def complete(kind: str, parts: dict[str, str]) -> None:
    """Spell out what a short form leaves out: the century of "4Q23" and "FY24", the unit of "9M 2023" and of "this fiscal"."""
    for short, full in (("short", "year"), ("fiscal_short", "fiscal_year")):
        if (digits := parts.pop(short, None)) is not None:
            parts[full] = ("20" if int(digits) < PAST else "19") + digits
    if "next" in parts and "fiscal_year" in parts:
        parts["fiscal_year"] = str(int(parts["fiscal_year"]) + 1)  # "Q3 FY2023-24": named by both years
    if kind in ("first", "relative"):
        parts.setdefault("unit", "month" if kind == "first" else "year")
    for second, first in (("day2", "day"), ("month2", "month")):
        if kind == "week_to" and second in parts:
            parts[first] = parts.pop(second)


PAST = 50
"""From this number on a year of two digits is one of the last century."""


GENITIVE = ("'s", "’s")


def month_like(text: str, m: re.Match[str], behind: str, small: frozenset[str]) -> bool:
    """ "may" is a month with a capital inside a sentence, or where a year or a noun follows: no `small` word stands `behind` it."""
    at = m.start("month")
    if text[at : at + 3].isupper() and m.end() - at <= 4:
        return False  # a title in capitals
    noun = behind.isalpha() and behind not in small and text[m.end() :].lstrip()[:1].islower()
    return text[at].isupper() and (
        at == 0 or text[:at].rstrip()[-1:] not in '.!?"“' or len(m.group().split()) > 1 or noun or text[m.end() : m.end() + 2] in GENITIVE
    )
