"""How old what is newest is, in words."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Freshness(NamedTuple):
    """How old what is newest is."""

    story: dt.datetime | None
    run: dt.datetime | None
    lines: list[str]
    """A line for the newest story and one for the newest run."""
    stale: bool
    """Whether one of them is too old or missing."""


def freshness(story: dt.datetime | None, run: dt.datetime | None, limit: dt.timedelta, now: dt.datetime) -> Freshness:
    """How old the newest story and the newest run are, and whether one of them is older than `limit` or missing."""
    lines, stale = [], False
    for what, at in (("story", story), ("run", run)):
        if at is None:
            lines.append(f"stale: there is no {what}" + (" with a date" if what == "story" else " that published"))
        else:
            word = "stale" if now - at > limit else "fresh"
            lines.append(f"{word}: the newest {what} is {spoken(now - at)} old ({at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC)")
        stale = stale or lines[-1].startswith("stale")
    return Freshness(story, run, lines, stale)


def spoken(age: dt.timedelta) -> str:
    """An age to two days in hours and minutes, else in days."""
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440:,} days"
