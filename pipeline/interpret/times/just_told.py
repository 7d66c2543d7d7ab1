"""What the sentence before told, and holds for the next one that tells the same, or what is told together with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar

if TYPE_CHECKING:
    from pipeline.interpret.times.release import Release
    from pipeline.model import Fact

YEAR = 12
"""Months."""

TRADE = frozenset({"exports", "imports", "trade_balance", "trade_turnover"})
"""What is told together of a month or a year of trade."""


def newer(release: Release, fact: Fact, number: int, alone: bool) -> bool:
    """Whether the sentence before told the same measure for a time behind that of the release.

    Or for more months that end with it, where this sentence names no time (`alone`).
    """
    same = release.latest_of == fact.indicator
    results = (marks.dated(indicator, "results", release.story.language) for indicator in (release.latest_of, fact.indicator))
    alike = calendar.length(release.latest) < YEAR and all(results)
    kin = same or {release.latest_of, fact.indicator} <= TRADE
    if number - release.latest_at != 1 or not (kin or alike) or fact.status != "actual":
        return False
    alone = alone and kin
    last, head = calendar.bounds(release.latest)[1], calendar.bounds(release.head)[1] if release.head else None
    if last is None or head is None:
        return False
    longer = same and calendar.length(release.latest) > calendar.length(release.head) > 0
    month = release.latest_alone and calendar.length(release.latest) == 1 and not same
    return last > head or (alone and last == head and (longer or month))


def told_with_it(release: Release, fact: Fact, number: int) -> bool:
    """Whether the sentence before told a measure that is told together with this one for a time that it named."""
    return release.latest is not None and number - release.latest_at == 1 and {release.latest_of, fact.indicator} <= TRADE
