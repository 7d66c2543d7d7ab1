"""A tariff that was announced: what others will pay of it, and what it will rise to, is told in the present."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.standing.modality import forms

LEVY = "tariff"

NEXT = 2
"""Sentences over which an announced tariff goes on."""


class Levies:
    """Remembers the last tariff that is still to be levied."""

    def __init__(self) -> None:
        self.planned: Figure | None = None

    def goes_on(self, figure: Figure) -> bool:
        """ "China will be charged 34 percent. The EU gets 20 percent, Japan 24 percent": whether a tariff is one of those announced before."""
        before = self.planned
        if before is None or figure.fact.indicator != LEVY or figure.money or figure.frame.role in BESIDE:
            return False
        if figure.number - before.number > NEXT:
            return False
        tokens, language = figure.sentence.tokens[figure.clause[0] : figure.clause[1]], figure.story.language
        present = not forms("levied_now", language).isdisjoint(tokens[: figure.last])
        return present and forms("levied_now.past", language).isdisjoint(tokens)

    def after(self, figure: Figure) -> None:
        """Remember a tariff that is planned; one that is in force ends it."""
        if figure.fact.indicator == LEVY and not figure.money and figure.frame.role not in BESIDE:
            self.planned = figure if figure.fact.status == "plan" else None
