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


def beyond_a_month(fact: Fact, language: str) -> bool:
    """Whether prices of a steady economy have moved by more than they do in a month: "core prices rose 1.4 percent in May"."""
    steady = lexicon.entries("periods", language)["steady"]
    most = steady[_kept(fact)].get(fact.indicator)
    if (
        most is None
        or fact.direction == "flat"
        or fact.statistic != "growth"
        or fact.entity not in steady["economies"]
        or fact.variant not in steady["variants"]
    ):
        return False
    return bool(fact.quantity.low > most[fact.direction or "up"])


def of_a_month(fact: Fact, language: str) -> bool:
    """Whether prices have moved by less than they do in any year: "core prices rose 0.2 percent", whatever was told over the year."""
    steady = lexicon.entries("periods", language)["steady"]
    least = (
        steady["least"].get(fact.entity, {}).get(fact.indicator) if _kept(fact) == "core" and fact.variant in steady["variants"] else None
    )
    return least is not None and bool(fact.quantity.low < least)


def _kept(fact: Fact) -> str:
    return "core" if fact.variant.startswith("core") else "whole"


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
