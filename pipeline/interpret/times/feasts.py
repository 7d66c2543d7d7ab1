"""Days that have a name and move from year to year: "Online sales on Black Friday rose 9 percent"."""

from __future__ import annotations

import datetime as dt

from pipeline.interpret.times.bearings import Bearings

WEEK = 7
"""Days."""


def feast(p: dict[str, str], by: Bearings) -> str | None:
    """The one of such days that is nearest to that of the story: in October the next one, in December the last."""
    if by.at is None or not by.at[1] or not by.at[2]:
        return None
    today, rule = dt.date(by.at[0], by.at[1], by.at[2]), by.words["feasts"][p["feast"]]
    near = (_of_year(year, rule) for year in (today.year - 1, today.year))
    return str(min(near, key=lambda day: abs(day - today)))


def _of_year(year: int, rule: dict[str, int]) -> dt.date:
    first = dt.date(year, rule["month"], 1)
    ahead = (rule["weekday"] - first.isoweekday()) % WEEK
    return first + dt.timedelta(ahead + WEEK * (rule["nth"] - 1) + rule["behind"])
