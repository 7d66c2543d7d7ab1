"""Dates of publication as sources give them."""

from __future__ import annotations

import datetime as dt
import re

SHAPE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ].+)?)?)?")
EARLIEST, LATEST = 1900, 2999


def date_fault(text: str) -> str | None:
    """What is wrong with an ISO date that may stop at the year or the month; None where nothing is, or where it is empty."""
    if not text:
        return None
    if not SHAPE.fullmatch(text):
        return f"is not an ISO date: {text[:40]!r}"
    if not EARLIEST <= int(text[:4]) <= LATEST:
        return f"is not of our time: {text[:40]!r}"
    try:
        day = dt.datetime.fromisoformat(text.replace(" ", "T") if len(text) > 10 else (text + "-01-01")[:10])
        day.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return f"is no date of the calendar: {text[:40]!r}"
    return None
