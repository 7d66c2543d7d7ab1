"""How far two flows of trade are apart: "the gap between what Peru imported and exported was $3 billion"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

FLOWS = ("exports", "imports")
"""What such a gap is taken for."""

BETWEEN = 9
"""Tokens from "between" to the second flow."""


def settle(figure: Figure) -> None:
    """Make the value of such a gap a balance of trade; those set beside it take after it."""
    fact, anchor = figure.fact, figure.frame.anchor
    if not figure.money or fact.indicator not in FLOWS or anchor is not None:
        return
    tokens, words = figure.sentence.tokens, sets(figure.story.language)
    low = figure.previous.last + 1 if figure.previous is not None else 0
    opens = next((i for i in range(low, figure.first - 1) if tokens[i] in words["gaps_called"] and tokens[i + 1] == "between"), None)
    if opens is None:
        return
    named = [i for i in range(opens, min(opens + BETWEEN, figure.first)) if tokens[i] in words["exported"] | words["imported"]]
    if len(named) != 2 or words["exported"].issuperset(tokens[i] for i in named) or words["imported"].issuperset(tokens[i] for i in named):
        return
    fact.indicator, fact.measure, fact.variant = "trade_balance", "trade balance", ""
    figure.because("indicator: how far two flows are apart", 0.85)
