"""What is measured by a whole economy: "will breach the limit of 3 percent of GDP", "measures equal to 2 percent of GDP"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.governor import ECONOMY
from pipeline.interpret.measure.memory import Memory

LIMIT = 4
"""Tokens before a figure in which it is called a limit, or said to be equal to something."""

CARRY = 1
"""Sentences over which what was measured so before is still meant."""

MEASURED = frozenset(
    {
        "budget_balance",
        "current_account",
        "trade_balance",
        "public_debt",
        "foreign_debt",
        "aid",
        "government_spending",
        "investment",
        "tax_revenue",
    }
)
"""What is told as a part of an economy."""


def settle(figure: Figure, memory: Memory) -> None:
    """Read such a part as one of what the clause names before it, else of what was told last."""
    fact, clue = figure.fact, figure.clue
    if fact.indicator != ECONOMY or fact.statistic != "share" or clue is None or clue.first < figure.last:
        return
    if closed("limits", figure.story.language).isdisjoint(figure.lead[-LIMIT:]):
        return
    before = [c for c in figure.sentence.of("indicator") if c.key in MEASURED and c.last < figure.first and c.role != "verb"]
    last = memory.last
    if before:
        fact.indicator, noun = before[-1].key, before[-1]
        fact.measure = figure.story.text[noun.start : noun.end]
    elif last is not None and figure.number - last.number <= CARRY and last.fact.indicator in MEASURED:
        fact.indicator, fact.measure, fact.variant = last.fact.indicator, last.fact.measure, last.fact.variant
    else:
        fact.indicator = "other"
    figure.because("indicator: what is measured by an economy", 0.75)
