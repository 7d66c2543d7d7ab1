"""How much of a good is something, or is done with it, told in percent beside its name: "0.3 pct sulphur oil", "wheat was 40 pct headed"."""

from __future__ import annotations

from pipeline.interpret import growth
from pipeline.interpret.figure import Figure

GOOD = "thing"
"""The role of what names a good, and no price of it."""


def settle(figure: Figure) -> None:
    """Take a percentage that nothing moved, beside a good, for a part: a price grows, and is told of by a word for it."""
    fact = figure.fact
    if fact.indicator != "commodity_price" or figure.money or fact.statistic != "level" or figure.frame.role != "stated":
        return
    if fact.quantity.unit != "percent" or (figure.clue is not None and figure.clue.role != GOOD):
        return
    if not any(c.role == GOOD for c in figure.sentence.of("indicator")):
        return  # "the consensus was 0.1 percent", in a story that told of oil
    if any(other.fact.statistic == "growth" for other in figure.earlier) or growth.noun(figure) is not None:
        return  # "corn fell 18 pct, wheat 16 pct"
    fact.indicator, fact.statistic = "other", "share"
    figure.because("indicator: how much of a good", 0.7)
