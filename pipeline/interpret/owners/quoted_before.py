"""The other money of a rate: the one it is told in or against, else, where its sentence names none, the one before.

"The yuan rose to 6.8 to the dollar. It has gained 2 percent this month."
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import money_owner
from pipeline.interpret.owners.parties import places_of, words

EXCHANGE = "exchange_rate"

NEAR = 2
"""Sentences over which a money is meant that is not named again."""

AGAINST = 4
"""Tokens from "against" behind a growth to the money."""


def other(figure: Figure) -> str | None:
    """The place of the money that a rate is told in, of the one of which it tells ("85.81 pence per euro"), or that a growth is told against."""
    fact, language = figure.fact, figure.story.language
    place = money_owner.quoted_in(figure, fact.entity) or money_owner.of_currency(language).get(fact.quantity.per or "") or _against(figure)
    return place if place != fact.entity else None


def _against(figure: Figure) -> str | None:
    """ "fell by 50 percent against the euro, as well as by 30 percent against the yen": the second's is the yen."""
    tokens = figure.sentence.tokens
    if figure.money or tokens[figure.behind : figure.behind + 1] != ["against"]:
        return None
    moneys = places_of("moneys", figure.story.language)
    nations = {c.last + 1: c.key for c in figure.sentence.of("place")}  # "against the French franc"
    reach = range(figure.last + 2, min(len(tokens), figure.last + 2 + AGAINST))
    return next((nations.get(i, moneys[tokens[i]]) for i in reach if tokens[i] in moneys), None)


class Quoted:
    """Remembers against which money each was told last."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[str, int]] = {}

    def settle(self, figure: Figure) -> None:
        """Settle the other side of a rate from the one before; what is weighed against many moneys has none."""
        fact = figure.fact
        if fact.indicator != EXCHANGE or fact.entity is None:
            return
        if fact.partner is not None:
            self.last[fact.entity] = fact.partner, figure.number
            return
        other, number = self.last.get(fact.entity, (None, 0))
        if (
            other is None
            or figure.number - number > NEAR
            or not words("many_moneys", figure.story.language).isdisjoint(figure.sentence.tokens)
        ):
            return
        fact.partner = other
        figure.because("partner: the money it was told against before")
