"""Dates of publication as sources give them."""

from __future__ import annotations

import datetime as dt
import re

SHAPE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ].+)?)?)?")
EARLIEST = 1900
AHEAD = dt.timedelta(days=2)
"""How far in the future a story may be dated: it is tomorrow elsewhere, and clocks differ."""


def date_fault(text: str) -> str | None:
    """What is wrong with an ISO date that may stop at the year or the month; None where nothing is, or where it is empty."""
    if not text:
        return None
    if not SHAPE.fullmatch(text):
        return f"is not an ISO date: {text[:40]!r}"
    if int(text[:4]) < EARLIEST:
        return f"is before {EARLIEST}: {text[:40]!r}"
    try:
        day = dt.datetime.fromisoformat(text.replace(" ", "T") if len(text) > 10 else (text + "-01-01")[:10])
        moment = (day if day.tzinfo else day.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return f"is no date of the calendar: {text[:40]!r}"
    if moment > dt.datetime.now(dt.UTC) + AHEAD:
        return f"is in the future: {text[:40]!r}"
    return None
