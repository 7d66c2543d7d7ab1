"""Who gives or lends what a story goes on about: "It includes $5 million for refugees" is from whom the sentence before named."""

from __future__ import annotations

from pipeline.interpret.figure import Figure

NEAR = 2
"""Sentences over which a giver is meant that is not named again."""

CODE = 3
"""Characters of the code of a place."""

LENT = "entity: to whom a state lends"
"""The rule that tells both sides of what is given."""

LENDER = "partner: who lends"
"""The rule that tells who gives."""

TO = ("to whom or from whom it goes", "those to whom it goes")
"""The rules that take a purpose ("for refugees") for the other side."""


FAR = 4
"""Sentences over which who got the last sum gets the next, and over which who gave it is known to be its giver."""

GIVEN = frozenset({"aid", "lending", "deposits"})
"""Measures of what one state gives another."""


class Givers:
    """Remembers who gave what to whom last."""

    def __init__(self) -> None:
        self.last: Figure | None = None
        self.gave: dict[str, str] = {}

    def recipient(self, figure: Figure) -> str | None:
        """Who got the last sum that was given."""
        last = self.last
        if last is None or figure.number - last.number > FAR or not any(rule in (LENT, LENDER) for rule in last.fact.rules):
            return None
        return last.fact.entity

    def settle(self, figure: Figure) -> None:
        """Settle the other side of aid whose giver is not told again, and turn round what is told of its giver."""
        fact, last = figure.fact, self.last
        if fact.indicator not in GIVEN or not figure.money or fact.statistic != "level":
            return
        if fact.entity is None or len(fact.entity) > CODE:
            return
        got = self.gave.get(fact.entity)
        carried = any(rule.startswith("indicator: carried over") for rule in fact.rules)
        if (
            got is not None
            and not carried
            and last is not None
            and figure.number - last.number <= FAR
            and fact.partner in (None, got, fact.entity)
        ):
            fact.partner, fact.entity = fact.entity, got  # "Chile's package comprises a $5 million grant"
            fact.entity_id = got
            figure.because("entity: to whom its giver gave before", 0.75)
            figure.because("partner: who gave what was told before")
        elif fact.indicator == "aid" and last is not None and figure.number - last.number <= NEAR and last.fact.entity == fact.entity:
            if self._untold(figure):
                fact.partner = last.fact.partner
                figure.because("partner: who gave what was told before")
        if fact.partner is not None:
            self.last = figure
            if len(fact.partner) <= CODE and any(rule == LENT for rule in fact.rules):
                self.gave[fact.partner] = fact.entity

    def _untold(self, figure: Figure) -> bool:
        """Whether the sentence names no giver; "for refugees" names none."""
        if figure.fact.partner is None:
            return True
        purpose = any(rule == f"partner: {to}" for rule in figure.fact.rules for to in TO)
        return purpose and "for" in figure.sentence.tokens[figure.last + 1 :]
