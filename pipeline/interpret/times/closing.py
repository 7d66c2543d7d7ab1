"""With which day a table of results ends whose title only counts its months: "2ND QTR NET" over "Jan 31 end" or "Ended March one"."""

from __future__ import annotations

from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret.notes import LINE
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.fiscal import FIRST_WEEK

QUARTER = 3
"""Months of a quarter."""


def told(story: Story, by: Bearings) -> str | None:
    """So many months as the title says, up to the day in the line above the table or in the title; else the quarter of its number."""
    if by.at is None or by.at[1] is None:
        return None
    title = [token.rstrip(".") for token in story.title.tokens]
    words = lexicon.entries("periods", story.language)
    months = _months(title, words) if title else None
    if months is None:
        return None
    line = story.text[story.body :].lstrip()[:LINE].partition("\n")[0].casefold().split()
    closes = not set(words["table"]["closes"]).isdisjoint(line)
    month = (_month([token.rstrip(".,") for token in line], words) if closes else None) or _month(title, words)
    if month is not None:
        return calendar.months(by.at[0] - (month > by.at[1]), month, months)
    number = _number(title, words)
    if number is None or months != QUARTER:
        return None
    return calendar.months(by.at[0] - (QUARTER * number >= by.at[1]), QUARTER * number, QUARTER)


def _months(title: list[str], words: lexicon.Entries) -> int | None:
    """ "2nd qtr", "3rd qt", "4th" at its end; "nine mths", "five mths"; "year"."""
    if not set(words["table"]["quarters"]).isdisjoint(title) or _number(title, words):
        return QUARTER
    counts: dict[str, int] = words["counts"]
    for before, token in pairwise(title):
        if token in words["table"]["months"]:
            return int(before) if before.isdigit() else counts.get(before)
    return None


def _number(title: list[str], words: lexicon.Entries) -> int | None:
    """ "ARDEN CORP 4TH": the number with which a title ends that leaves out of what."""
    ordinals: dict[str, int] = words["ordinals"]
    return ordinals.get(title[-1]) or ordinals.get("".join(title[-2:]))


def _month(tokens: list[str], words: lexicon.Entries) -> int | None:
    """The month that a day ends; one of its first week ends the month before."""
    for token, behind in pairwise(tokens):
        month: int | None = words["months"].get(token)
        day = int(behind) if behind.isdigit() else words["counts"].get(behind, int(behind in words["table"]["first_day"]))
        if month is not None and day:
            return (month - 2) % 12 + 1 if day <= FIRST_WEEK else month
    return None
