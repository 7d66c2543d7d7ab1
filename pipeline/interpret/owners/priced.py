"""One share has one price a day: a move to one that stands far from what a story told of a firm's share is of another firm's.

Looked at when the times of the figures are settled: a high of last year is no other firm's price.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.owners.beside import TOLD

APART = Decimal("1.25")
"""Two prices of one share on one day are hardly ever further apart than by this factor."""

NAMED = frozenset({"entity: named at the noun", TOLD})
"""Rules by which the words at a price say whose it is."""


class Prices:
    """Remembers the prices to which shares moved, by whose they are, the day, the money and the class."""

    def __init__(self) -> None:
        self.told: dict[tuple[str | None, str | None, str, str], Decimal] = {}

    def settle(self, figure: Figure) -> None:
        """Leave a price without an owner, and the move that led to it, where the owner's share had another price."""
        fact, move, price = figure.fact, figure.previous, figure.fact.quantity.low
        if fact.indicator != "share_price" or fact.statistic != "level" or fact.status != "actual" or not figure.money or not price:
            return
        if move is None or move.fact.statistic not in STEPS or move.fact.indicator != fact.indicator or move.first < figure.clause[0]:
            return
        if fact.entity is None or (move.fact.entity, move.fact.period) != (fact.entity, fact.period):
            return
        told = self.told.setdefault((fact.entity, fact.period, fact.quantity.unit, _class(figure)), price)
        if max(price, told) > APART * min(price, told) and NAMED.isdisjoint(move.fact.rules):
            for other in (figure, move):
                other.fact.entity = other.fact.entity_id = None
                other.because("entity: its share has another price", 0.5)


def _class(figure: Figure) -> str:
    """The class of the share, where a firm has several: each has its own price."""
    named, _, which = figure.fact.variant.partition(" ")
    return which if named.casefold() in closed("classes", figure.story.language) else ""
