"""In which year a story without a date was told, by the months that it names bare.

What is told of "January" beside a year that is over was told early in the next; what is told of "November" beside a year that is
expected, late in the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from pipeline import lexicon
from pipeline.interpret.times.moment import Moment, moments

if TYPE_CHECKING:
    from pipeline.interpret.story import Story

EARLY = 2
"""The last month of those that are told of with the new year."""

LATE = 9
"""The first month of those that are told of with the next year ahead."""

BARE = frozenset({"month", "to"})
"""Kinds of times that a month names, or ends."""

DATED = frozenset({"year", "of", "of_year", "which", "from_year", "following", "starting"})
"""Parts of a time that tell its year, or that it is still to come."""

Over = Callable[[list[str], Moment], bool | None]


@cache
def _month(language: str) -> re.Pattern[str]:
    """A month that no year follows: "May" as well, which `moments` tells from the verb."""
    return re.compile(rf"\b(?:{'|'.join(lexicon.entries('periods', language)['months'])})\b(?!,?\s+(?:19|20)\d\d)", re.IGNORECASE)


def months(story: Story, over: Over) -> set[int]:
    """The months named without a year of which figures are told as over."""
    numbers = lexicon.entries("periods", story.language)["months"]
    starts = [span.start for span in story.spans]
    found: set[int] = set()
    for number in sorted({bisect_right(starts, m.start()) - 1 for m in _month(story.language).finditer(story.text)} - {-1}):
        if not story.mentions[number]:
            continue
        sentence = story.sentence(number)
        for moment in moments(story, sentence):
            time = moment.time
            if time.kind in BARE and "month" in time.parts and DATED.isdisjoint(time.parts) and over(sentence.tokens, moment) is not False:
                found.add(numbers[time.parts["month"].rstrip(".").casefold()])
    return found


def told(named: set[int], last: int | None, expected: int | None, ahead: int | None) -> tuple[int | None, int | None]:
    """The year in which a story was told and that of its bare months, by the last year over, the first for which
    something is expected, and the first that lies ahead."""
    early = any(month <= EARLY for month in named)
    if not named or any(EARLY < month < LATE for month in named):
        return None, None
    if early:
        year = last + 1 if last is not None and expected in (None, last, last + 1) else expected if last is None else None
        return year, year - 1 if year else None
    return None, ahead - 1 if ahead is not None and expected == ahead and (last is None or last < ahead) else None
