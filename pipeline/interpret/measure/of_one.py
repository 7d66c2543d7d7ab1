"""Two amounts of one noun measure one thing: "The average export price was $1.70 a kilo, four cents lower than in May"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure

KEPT = frozenset({"other", "eps"})
"""What the second is not taken for: nothing, and what is told by the share."""


def settle(figure: Figure) -> None:
    """Let an amount that measures nothing with a name be of what the one before it is, where the same noun names both."""
    before, fact = figure.previous, figure.fact
    if before is None or figure.clue is None or before.clue is not figure.clue or fact.indicator != "other":
        return
    if before.fact.indicator in KEPT or not (figure.money and before.money) or before.fact.quantity.unit != fact.quantity.unit:
        return
    if fact.statistic == "change":
        fact.indicator, fact.measure, fact.variant = before.fact.indicator, before.fact.measure, before.fact.variant
        figure.because("indicator: a step of what its noun measured before", 0.8)
