"""Whose trade it is in a story of the trade between two places: what names no other side is between the two."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words

FLOWS = frozenset({"exports", "imports", "trade_balance", "trade_turnover"})

OPENING = 2
"""Sentences of a story in which stands that it is of the trade between two."""

WHOLE = 3
"""Tokens before a flow in which stands that it is all of a place's."""

BY_DEFAULT = "entity: the story's place"
"""The rule of an owner that nothing in the sentence names."""


class Bilateral:
    """Remembers the two places whose trade a story opens with."""

    def __init__(self) -> None:
        self.pair: tuple[str, str] | None = None

    def settle(self, figure: Figure, places: list[Party]) -> None:
        """Note the pair of a turnover that opens the story, and give a flow without another side the one of its pair."""
        fact = figure.fact
        if fact.indicator not in FLOWS or fact.entity is None:
            return
        if fact.partner is not None:
            if fact.indicator == "trade_turnover" and figure.number < OPENING and self.pair is None:
                self.pair = fact.entity, fact.partner
            return
        pair = self._just_told(figure) or self.pair
        if pair is None or not self._between(figure, places, pair):
            return
        if BY_DEFAULT in fact.rules or fact.entity not in pair:
            fact.entity = fact.entity_id = pair[0]
            figure.because("entity: of the two that trade, the one told first", 0.75)
        fact.partner = pair[1] if fact.entity == pair[0] else pair[0]
        figure.because("partner: the other of the two that trade")

    def _just_told(self, figure: Figure) -> tuple[str, str] | None:
        """ "Russian exports to Vietnam were $5 billion, whereas imports came to": the pair of the flow before in the sentence."""
        told = (f.fact for f in reversed(figure.earlier) if f.fact.indicator in FLOWS and f.fact.partner)
        before = next(told, None)
        return (before.entity, before.partner) if before is not None and before.entity and before.partner else None

    def _between(self, figure: Figure, places: list[Party], pair: tuple[str, str]) -> bool:
        """Whether no third place stands in the clause, and no word that says that it is all of the trade."""
        clue, start, end = figure.clue, *figure.clause
        if any(start <= p.first < end and p.key not in pair for p in places):
            return False
        low = figure.previous.last if figure.previous is not None else start
        anew = any(low < p.first < figure.first and p.key == pair[0] for p in places)
        if clue is None or (anew and self.pair is None):
            return False  # "Russian exports to Vietnam were 5 billion, while Russia's imports came to"
        before = figure.sentence.tokens[max(start, clue.first - WHOLE) : clue.last + 1]
        return words("whole_trade", figure.story.language).isdisjoint(before)
