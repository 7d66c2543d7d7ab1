"""What analysts or a firm look for in the earnings of a share: "Analysts had expected 51 cents", "its outlook of 77 cents a share"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.memory import Memory

UNNAMED = frozenset({"other", "share_price"})
"""What such an amount is taken for where nothing names the earnings."""

RESULTS = frozenset({"profit", "loss", "eps", "revenue"})
"""What a story names in which results are looked for."""

SMALL = 100
"""From here on what is looked for is not the earnings of a share, or is that of a dear one."""

NEAR = 16
"""Tokens before an amount in which stands who looks for it, and that it is looked for."""

BEHIND = 3
"""Tokens behind an amount that say what it is of: "a share", "in profit"."""


def settle(figure: Figure, memory: Memory, company: bool) -> None:
    """Read such an amount as earnings per share, in a story of results or of a company."""
    fact = figure.fact
    if fact.indicator not in UNNAMED or not figure.money or fact.quantity.high >= SMALL or fact.quantity.per not in (None, "share"):
        return
    if not (company or RESULTS.intersection((*memory.theme, *memory.named))) or not _looked_for(figure):
        return
    fact.indicator, fact.measure, fact.variant = "eps", "earnings per share", ""
    figure.because("indicator: what a share is expected to earn", 0.85)


def _looked_for(figure: Figure) -> bool:
    """Whether words of expecting lead to the amount, and none of what else a share fetches or pays."""
    language, tokens = figure.story.language, figure.sentence.tokens
    low = max(figure.clause[0], figure.first - NEAR)
    before = tokens[low : figure.first]
    told, looks = closed("looked_for", language), closed("looks", language)
    links = closed("looks_for", language)
    looked = (i for i, token in enumerate(before) if token in told or (token in looks and not links.isdisjoint(before[i + 1 : i + 2])))
    at = max(looked, default=None)
    if at is None:
        return False
    if figure.fact.quantity.per != "share" and closed("lookers", language).isdisjoint(before):
        return False
    if not closed("reached_by_shares", language).isdisjoint(before[at:]):
        return False
    stops = closed("no_earnings", language)
    return stops.isdisjoint(before) and stops.isdisjoint(tokens[figure.behind : figure.behind + BEHIND])
