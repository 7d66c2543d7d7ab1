"""The time to which "then" points: "hit a peak in July but have fallen 60 percent since then", "ended the peg in June and has since risen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.interpret.times import calendar, far_point
from pipeline.interpret.times.breath import sets_of

if TYPE_CHECKING:
    from pipeline.interpret.figure import Figure
    from pipeline.interpret.times.far_point import Point
    from pipeline.interpret.times.moment import Moment
    from pipeline.interpret.times.release import Release

NAMED = frozenset({"day", "month", "year"})
"""Kinds of times to which one may point back."""


def then(point: Point, figure: Figure, moments: list[Moment], release: Release) -> str | None:
    """The one time that the sentence names before "since then" or "has since", else the one of the sentence before."""
    tokens = figure.sentence.tokens
    if tokens[point.first] not in sets_of(figure).onwards:
        return None  # "from then-peak levels"
    thence = not far_point.words(figure.story.language).then.isdisjoint(tokens[point.first + 1 : point.first + 2])
    if not thence and tokens[point.first - 1] not in sets_of(figure).perfect:
        return None
    named = _named([m for m in moments if m.last < point.first], release)
    if not named and figure.number > 0:
        named = _named(release.times(figure.story.sentence(figure.number - 1)), release)
    return named.pop() if len(named) == 1 else None


def _named(moments: list[Moment], release: Release) -> set[str]:
    """The times named, where all are over."""
    found = {release.resolve(m) for m in moments if m.time.kind in NAMED and m.use in ("own", "none")}
    at = release.by.at
    return {time for time in found if time} if not any(time and calendar.after(calendar.bounds(time)[1], at) for time in found) else set()
