"""What a story has told in words of the bases of other growth says of a growth that tells none."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.model import Fact

QUARTER = 3
"""Months."""

SORTS = ("results", "daily", "")
"""In place of an indicator: the bases that the story has told in words for growth over so many months of what is told in the same way."""


def yearly(fact: Fact, language: str) -> bool:
    """Whether a measure is one that is always set beside the same time a year earlier: an airline's traffic, a load factor."""
    return fact.measure.casefold().endswith(_yearly("measures", language)) or fact.variant in _yearly("variants", language)


@cache
def _yearly(key: str, language: str) -> tuple[str, ...]:
    return tuple(lexicon.entries("periods", language)["yearly"][key])


def of_economy(figure: Figure, months: int) -> bool:
    """Whether it is the growth of an economy in a quarter that its offices tell over the year: China's, not Japan's."""
    fact, language = figure.fact, figure.story.language
    if months != QUARTER or fact.entity is None or not marks.dated_so(figure, "annual"):
        return False
    return fact.entity in lexicon.entries("periods", language)["yearly"]["economies"]


def sort(figure: Figure) -> str:
    """How a measure is told: by firms and treasuries, by the day, or by offices."""
    return next(sort for sort in SORTS if not sort or marks.dated_so(figure, sort))


def as_others(figure: Figure, months: int, any_told: set[str]) -> str | None:
    """ "Investment fell 3 pct", where growth in the same quarter has been told over the quarter before alone."""
    growth = figure.fact.statistic == "growth" and figure.fact.status == "actual" and months == QUARTER
    daily = any(marks.dated_so(figure, kind) for kind in ("daily", "timeless"))
    return next(iter(any_told)) if growth and not daily and len(any_told) == 1 else None


def of_results(figure: Figure, custom: dict[tuple[str, int], set[str]]) -> set[str]:
    """The bases told for the growth of what is reported by firms and treasuries, over however many months."""
    if not marks.dated_so(figure, "results"):
        return set()
    return {basis for (indicator, _), told in custom.items() if indicator == figure.fact.indicator for basis in told}
