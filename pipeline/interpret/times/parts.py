"""What the parts of a time expression say: a number, a month, a step from the present, and the year that is named or left out."""

from __future__ import annotations

from pipeline.interpret.times.bearings import Bearings

SPRING = 2
"""Up to this month of the year a bare month of a story is rather one of the year in which the story is told, where the last year is told in full."""


def number(word: str, by: Bearings) -> int:
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() else by.words["counts"][word]


def month_number(word: str, by: Bearings) -> int:
    found: int = by.words["months"][word.rstrip(".")]
    return found


def step(which: str, by: Bearings) -> int | None:
    """How many units "last", "this" or "next" is from the present one."""
    found: int | None = by.words["relative"].get(which)
    return found


def year_of(p: dict[str, str], by: Bearings) -> int | None:
    """The year that "of 1986", "last year", "the year" behind a part of a year names."""
    word = p.get("of") or p.get("of_year")
    if word is None:
        if "of_the" not in p:
            return None
        return by.year if by.year is not None else by.at[0] if by.at else None
    if word[-4:].isdigit():
        return int(word[-4:])
    if by.at is None:
        return None
    away = step(word.split()[0], by)
    return by.at[0] + (-1 if away is None else away)


def past(m: int, by: Bearings) -> int | None:
    """The year of a month named without one: the latest that has begun by the story's date."""
    if by.at is None or by.at[1] is None:
        return by.at[0] if by.at and by.year and m <= SPRING else by.year
    return by.at[0] if m <= by.at[1] else by.at[0] - 1


def near(m: int, by: Bearings) -> int | None:
    """The year of a month that may lie ahead: the nearest."""
    if by.at is None or by.at[1] is None:
        return by.year
    return by.at[0] + (1 if by.at[1] - m > 6 else -1 if m - by.at[1] > 6 else 0)
