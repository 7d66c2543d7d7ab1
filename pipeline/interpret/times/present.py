"""Which year "this year" is in a story without a date, where a year named beside it tells."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline import lexicon

if TYPE_CHECKING:
    from pipeline.interpret.story import Story
    from pipeline.interpret.times.moment import Moment
    from pipeline.interpret.times.undated import Named

YEAR = re.compile("year")

BEFORE = 16
"""Characters from the longest word that tells which year it is to the year."""

BASE = 6
"""Tokens before a year named in which a word says that it is looked back to ("from 4.2 pct in 2004")."""


def _steps(language: str, number: int) -> str:
    return "|".join(word for word, step in lexicon.entries("periods", language)["relative"].items() if step == number)


@cache
def _relative(language: str) -> tuple[re.Pattern[str], ...]:
    """ "this year", "next year", and "last year"."""
    return tuple(re.compile(rf"\b(?:{_steps(language, number)})\s{{1,4}}year\b") for number in (0, 1, -1))


@cache
def _of_last_year(language: str) -> re.Pattern[str]:
    """ "May last year"."""
    months = "|".join(lexicon.entries("periods", language)["months"])
    return re.compile(rf"\b({months})\s{{1,4}}(?:of\s{{1,4}})?(?:{_steps(language, -1)})\s{{1,4}}year\b", re.IGNORECASE)


class Spoken(NamedTuple):
    """Which years a story speaks of without naming them."""

    this: bool
    following: bool
    last: bool


def spoken_of(story: Story) -> Spoken:
    """Of which years a story speaks; "year" is found fast, and what stands before it looked at where it stands."""
    text = story.text
    years = [m.start() for m in YEAR.finditer(text)]
    return Spoken(
        *(any(pattern.search(text, max(0, at - BEFORE), at + len("years")) for at in years) for pattern in _relative(story.language))
    )


def by_month(story: Story, months: dict[str, int]) -> list[int]:
    """ "in May last year" beside "in May 2004": this year is 2005; `months` holds the years that the story names with a month."""
    found = (m.casefold() for m in _of_last_year(story.language).findall(story.text))
    return [months[month] + 1 for month in found if month in months]


def by_base(times: list[Moment], tokens: list[str], language: str) -> list[int]:
    """ "lower this year than in 2004", "4.5 pct this year from 4.2 pct in 2004": the present year is the one behind the year named."""
    steps = lexicon.entries("periods", language)["relative"]
    named = next((m for m in times if m.time.kind == "year" and "until" not in m.time.parts), None)
    if named is None:
        return []
    years = [m for m in times if m.time.kind == "relative" and m.time.parts["unit"] == "year" and m.last < named.first]
    step = steps.get(years[-1].time.parts["which"]) if years else None
    if step not in (0, -1) or any(years[-1].last < m.first < named.first for m in times):
        return []
    between, words = tokens[years[-1].last + 1 : named.first], lexicon.sets("periods", language)
    year = int(named.time.parts["year"])
    back = not words["beside_this.back"].isdisjoint(between[-BASE:]) and words["beside_this.on"].isdisjoint(between)
    return [year + 1 - step] if named.use == "base" or back else []


def after_last(named: list[Named], early: int) -> int | None:
    """The year behind the one that "last year" is: the last one told as over, beside the next to come, or with a figure of the whole.

    The latter tells it where it is named more than once, or in one of the `early` sentences: others are of the background.
    """
    year = max((n.year for n in named if n.over is not False), default=None)
    ahead = min((n.year for n in named if n.over is False), default=None)
    if year is None or ahead not in (None, year + 1):
        return None
    again = sum(n.year == year for n in named) > 1
    whole = any(n.year == year and n.over and n.placed and n.figures and not n.dated and (again or n.number <= early) for n in named)
    return year + 1 if ahead is not None or whole else None
