"""What the lexicon says of an indicator: whose it is, how it is dated and counted, what it is marked with."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.figure import Figure


@cache
def entries(language: str) -> lexicon.Entries:
    return lexicon.entries("indicators", language)


def owner(indicator: str, language: str) -> str:
    """Whose figure the indicator is: "place", "organisation", "thing" or "any"."""
    entry = entries(language).get(indicator)
    return entry["owner"] if entry else "any"


def marked(indicator: str, mark: str, language: str) -> bool:
    """Whether the lexicon marks an indicator with `flow`, `money`, `company`, `released`, `monthly` or `part` (said at its head)."""
    entry = entries(language).get(indicator)
    return bool(entry and entry.get(mark))


def marked_so(figure: Figure, mark: str) -> bool:
    """Whether what a figure measures is marked so."""
    return marked(figure.fact.indicator, mark, figure.story.language)


DATED = lexicon.File("dated", "indicators")


def dated(indicator: str, kind: str, language: str) -> bool:
    """Whether an indicator is told for a day (`daily`), is an event (`timeless`) or what a company reports (`results`): dated.toml."""
    return indicator in DATED[language][kind]


def dated_so(figure: Figure, kind: str) -> bool:
    """Whether what a figure measures is dated so."""
    return dated(figure.fact.indicator, kind, figure.story.language)


@cache
def goods(language: str) -> frozenset[str]:
    """The goods whose prices are told by their bare names ("oil", "gold")."""
    entry = entries(language)["commodity_price"]
    return frozenset(entry["per_by_word"]) | frozenset(noun for noun in entry["things"] if " " not in noun)
