"""What a story is about: what an unnamed figure measures where the sentence before told another thing in passing."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import fits
from pipeline.interpret.measure.marks import entries, marked, owner
from pipeline.interpret.measure.memory import Memory
from pipeline.interpret.measure.parts import grows

BASED = frozenset({"interest_rate", "bond_yield", "lending", "debt_issue", "share_price"})
"""What is counted in basis points besides."""


def carries(indicator: str, figure: Figure, kind: frozenset[str]) -> bool:
    """Whether what was named before may be what a figure measures: nobody's pay is a billion, no revenue $27.07, unless it is said."""
    language, quantity = figure.story.language, figure.fact.quantity
    entry = entries(language).get(indicator, {})
    below, above = entry.get("carried_below"), entry.get("carried_above")
    led = figure.frame.role == "reached" and figure.previous is not None  # "its economy grew 3 pct to 8.2 billion dlrs"
    if figure.money and not led and ((below is not None and quantity.high >= below) or (above is not None and quantity.high < above)):
        return False
    if (
        (within := entry.get("carried_within")) is not None
        and not figure.mention.optional
        and quantity.unit == "percent"
        and quantity.high > within
    ):
        return False  # no economy grows by 30 pct
    if "step" in kind and "points" not in kind and entry.get("by_points"):
        return False  # "Rates were cut. The dollar rose 2 percent."
    if entry.get("grown_by_name") and grows(kind) and not _grew(indicator, figure):
        return False  # "The deal was signed. Sales rose 3 percent."
    if entry.get("unweighed") and quantity.per in closed("weighed", language):
        return False  # "The dollar fell. Oil was above $96 a barrel."
    if entry.get("part") and grows(kind):
        return False  # "a market share of 12 pct. * Corolla down 6 pct": what grows is no part of a whole
    return fits(indicator, kind, figure.story.language)


def _grew(indicator: str, figure: Figure) -> bool:
    """ "Its assets were down 3 percent from March but up 1 percent from a year ago": whether the sentence told a growth of it before."""
    return any(other.fact.indicator == indicator and other.fact.statistic == "growth" for other in figure.earlier)


def goes_on(figure: Figure, last: Figure, memory: Memory, kind: frozenset[str]) -> str | None:
    """What a story is about, where the sentence before told another thing in passing; steps of rates in a story of rates."""
    told, language = last.fact.indicator, figure.story.language
    if figure.fact.quantity.unit == "basis_point" and "interest_rate" in memory.theme and told not in BASED:
        return "interest_rate"
    if last.number == figure.number or told in memory.theme or not marked(told, "passing", language):
        return None
    return next((name for name in memory.theme if owner(name, language) == "place" and carries(name, figure, kind)), None)
