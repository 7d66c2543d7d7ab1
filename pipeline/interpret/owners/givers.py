"""Who gives or lends what a story goes on about: "It includes $5 million for refugees" is from whom the sentence before named."""

from __future__ import annotations

from pipeline.interpret.clue import CODE
from pipeline.interpret.figure import Figure

NEAR = 2
"""Sentences over which a giver is meant that is not named again."""

TO = ("to whom or from whom it goes", "those to whom it goes")
"""The rules that take a purpose ("for refugees") for the other side."""


class Givers:
    """Remembers who gave what to whom last."""

    def __init__(self) -> None:
        self.last: Figure | None = None

    def settle(self, figure: Figure) -> None:
        """Settle the other side of aid whose giver is not told again."""
        fact, last = figure.fact, self.last
        if fact.indicator != "aid" or fact.entity is None or len(fact.entity) > CODE:
            return
        if last is not None and figure.number - last.number <= NEAR and last.fact.entity == fact.entity and self._untold(figure):
            fact.partner = last.fact.partner
            figure.because("partner: who gave what was told before")
        if fact.partner is not None:
            self.last = figure

    def _untold(self, figure: Figure) -> bool:
        """Whether the sentence names no giver; "for refugees" names none."""
        if figure.fact.partner is None:
            return True
        purpose = any(rule == f"partner: {to}" for rule in figure.fact.rules for to in TO)
        return purpose and "for" in figure.sentence.tokens[figure.behind :]
