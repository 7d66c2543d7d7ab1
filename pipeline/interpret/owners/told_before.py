"""Whose a good is that a sentence only goes on about: "U.S. crude was down $1 at $52. It had touched $51 earlier" are both the USA's."""

from __future__ import annotations

from pipeline.interpret.clue import coded
from pipeline.interpret.figure import Figure

PRICE = "commodity_price"

CARRIED = "indicator: carried over"
"""The begin of the rule by which a figure measures what the one before did."""


class Goods:
    """Remembers the good of the last price that a place had."""

    def __init__(self) -> None:
        self.measure, self.place, self.number = "", "", -2

    def remember(self, figure: Figure) -> None:
        """Remember the good of a price; one that is nobody's, or a firm's, is gone on about by none."""
        fact = figure.fact
        if fact.indicator == PRICE:
            place = fact.entity if fact.entity is not None and fact.entity.isalpha() and coded(fact.entity) else ""
            self.measure, self.place, self.number = fact.measure.casefold(), place, figure.number

    def carried(self, figure: Figure) -> str | None:
        """The place whose the same good was in this sentence or the one before."""
        fact = figure.fact
        if fact.indicator != PRICE or not self.place or figure.number - self.number > 1 or fact.measure.casefold() != self.measure:
            return None
        return self.place if any(rule.startswith(CARRIED) for rule in fact.rules) else None
