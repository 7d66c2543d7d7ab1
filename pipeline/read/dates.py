"""Dates of publication as sources give them."""

from __future__ import annotations

import datetime as dt
import re

SHAPE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ].+)?)?)?")
EARLIEST = "1900"
AHEAD = dt.timedelta(days=1)
"""How far behind now a date may lie: in Kiribati it is tomorrow for most of the day, and clocks are set wrongly."""
AHEAD_SAID = "lies in the future"


def date_fault(text: str) -> str | None:
    """What is wrong with an ISO date that may stop at the year or the month; None where nothing is, or where it is empty.

    A date that is to come is none of publication: of one that stops at the year or month its first day counts.
    """
    if not text:
        return None
    if not SHAPE.fullmatch(text):
        return f"is not an ISO date: {text[:40]!r}"
    if text < EARLIEST:
        return f"lies before {EARLIEST}: {text[:40]!r}"
    try:
        day = dt.datetime.fromisoformat(text.replace(" ", "T") if len(text) > 10 else (text + "-01-01")[:10])
        day = day if day.tzinfo else day.replace(tzinfo=dt.UTC)
        ahead = day.astimezone(dt.UTC) > dt.datetime.now(dt.UTC) + AHEAD
    except (ValueError, OverflowError):
        return f"is no date of the calendar: {text[:40]!r}"
    return f"{AHEAD_SAID}: {text[:40]!r}" if ahead else None
