"""A step of prices over a week, a month, a quarter or a year of trade that is told beside it, and not over a day.

"For the week, all three indexes ended lower: The Dow lost 2 percent", "finished with gains for the month, with the Dow up 3 percent",
"climbed 4 percent, its best weekly gain since May".
"""

from __future__ import annotations

import datetime as dt

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, STEPS, Figure, ranks
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar, stretch
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.release import Release

SET_OFF = 2
"""Tokens from a figure, or from a time, to the word that ties them."""

RANK = 4
"""Tokens from "its" to the week or the month of which a step was the largest."""

MONTH = 2
"""Tokens from "for" to the word for a month before its name: "for the month of March"."""

MOVED = 3
"""Tokens from "weekly" to what it was: "its best weekly percentage gain"."""

OVER = 4
"""The weekday from which a week of trade is looked back on as that of the story: on others it is the one before."""

FRESH = 3
"""Days of a month in which trade looks back on the one that is over."""


def settle(figure: Figure, moments: list[Moment], release: Release) -> bool:
    """Give a step the round of trade over which it is told, if it is."""
    fact = figure.fact
    if fact.statistic != "growth" or fact.status != "actual" or figure.frame.role in BESIDE or not marks.dated_so(figure, "traded"):
        return False
    if (unit := _ranked(figure)) is not None and (found := _round(figure.story, unit)) is not None:
        return put(figure, found, "the round of trade that it was the largest of", 0.85, "stated")
    if figure.story.is_organisation(fact.entity):
        return False
    moment = next((m for m in reversed(moments) if m.last < figure.first), None)
    if moment is None or not _heads(figure, moment):
        return False
    parts = moment.time.parts
    of_year = parts.get("unit") == "year" and moment.time.kind == "bare"
    found = stretch.of_the_year(figure.story) if of_year else stretch.of_trade(figure, moment) or release.resolve(moment)
    return found is not None and put(figure, found, "the round of trade that heads it", 0.8, "stated")


def to_date(figure: Figure) -> str | None:
    """ "is down 17 pct year-to-date", "month-to-date": what has gone of the year, the quarter or the month, whatever stands before it."""
    if figure.fact.statistic not in STEPS or figure.fact.status != "actual":
        return None
    behind = [word for word in figure.sentence.tokens[figure.behind : figure.behind + 1 + stretch.TO_DATE] if word != "-"]
    gone, at = lexicon.entries("periods", figure.story.language)["gone"], figure.story.at
    if not behind or behind[1:3] != gone["to_date"] or at is None or not at[1]:
        return None
    if behind[0] == gone["month"]:
        return calendar.month(at[0], at[1])
    if behind[0] == gone["quarter"]:
        return calendar.quarter(at[0], (at[1] - 1) // 3 + 1)
    return stretch.of_the_year(figure.story) if behind[:1] == gone["year"] else None


def _heads(figure: Figure, moment: Moment) -> bool:
    """Whether a time is that of all that its sentence tells behind a colon or a "with"."""
    words, tokens = lexicon.entries("periods", figure.story.language)["rounds"], figure.sentence.tokens
    if moment.time.kind not in words["kinds"] or moment.lead < 0:
        return False
    lead = moment.lead
    if tokens[lead] in words["units"]:
        lead -= MONTH  # "for the month of March"
    if lead < 0 or tokens[lead] not in words["leads"]:
        return False
    behind = tokens[moment.last + 1 : figure.first]
    if any(tie in behind[:SET_OFF] for tie in words["ties"]):
        return True
    return lead < SET_OFF and any(tie in behind for tie in words["ties"])


def _ranked(figure: Figure) -> str | None:
    """ "its best weekly gain", "its worst month since June": the unit of time of which a step is the largest."""
    words, tokens, language = lexicon.entries("periods", figure.story.language)["rounds"], figure.sentence.tokens, figure.story.language
    at = next((i for i in range(figure.behind, figure.behind + SET_OFF + 1) if tokens[i : i + 1] and tokens[i] in words["owned"]), None)
    if at is None or any(token.isalpha() for token in tokens[figure.behind : at]):
        return None
    for i in range(at + 1, min(len(tokens), at + 1 + RANK)):
        if tokens[i] in words["units"]:
            return tokens[i] if ranks(tokens[i - 1 : i], language) else None
        if (unit := words["adjectives"].get(tokens[i])) is not None:
            moved = any(i < c.first <= i + MOVED for c in figure.sentence.of("direction"))
            return str(unit) if moved and ranks(tokens[at:i], language) else None
    return None


def _round(story: Story, unit: str) -> str | None:
    """The week, month or quarter of trade that is over, or about to be, on the day of a story."""
    at = story.at
    if at is None or not at[1] or not at[2]:
        return None
    day = dt.date(at[0], at[1], at[2])
    if unit == "week":
        monday = day - dt.timedelta(day.weekday() + (0 if day.isoweekday() > OVER else 7))
        return f"{monday}/{monday + dt.timedelta(stretch.FRIDAY)}"
    y, m = calendar.later(at[0], at[1], -1 if at[2] <= FRESH else 0)
    return calendar.month(y, m) if unit == "month" else calendar.quarter(y, (m - 1) // 3 + 1)
