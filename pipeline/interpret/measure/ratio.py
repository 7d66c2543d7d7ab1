"""What is measured by a whole economy: "will breach the limit of 3 percent of GDP", "measures equal to 2 percent of GDP"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.governor import ECONOMY
from pipeline.interpret.measure.marks import entries
from pipeline.interpret.measure.memory import Memory
from pipeline.lexicon import Entries
from pipeline.model import Fact

LIMIT = 4
"""Tokens before a figure in which it is called a limit, or said to be equal to something."""

CARRY = 1
"""Sentences over which what was measured so before is still meant."""

FORECAST = 14
"""Tokens between what is foreseen and the part of an economy that it is to be: "its deficit, now widely forecast at 5 percent of GDP"."""

WHOLES = (ECONOMY, "industrial_production", "output")
"""What the words for such a whole mean elsewhere: "output" is all that is made."""

GONE = ("reached", "base")
"""Where what is measured by an economy went, and where from: "will fall from 9 percent of GDP to 7 percent"."""

BUDGET, DEBT, PERCENT = "budget_balance", "public_debt", "percent"

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
    if fact.indicator in WHOLES and (whole := _same_whole(figure)) is not None:
        fact.indicator, fact.measure, fact.variant, fact.statistic = whole.indicator, whole.measure, whole.variant, "share"
        figure.because("indicator: of the same whole as the figure before", 0.75)
        return
    if fact.indicator != ECONOMY or fact.statistic != "share" or clue is None or clue.first < figure.last:
        return
    limited = not closed("limits", figure.story.language).isdisjoint(figure.lead[-LIMIT:])
    if not limited and closed("foreseen", figure.story.language).isdisjoint(figure.lead[-LIMIT:]):
        return
    loose = entries(figure.story.language)["loose"]
    before = [c for c in figure.sentence.of("indicator") if c.last < figure.first and c.role != "verb" and _meant(c.key, loose, memory)]
    last = memory.last
    if not limited and (not before or figure.first - before[-1].last > FORECAST):
        return
    if before:
        noun = before[-1]
        fact.indicator = _meant(noun.key, loose, memory) or fact.indicator
        fact.measure = figure.story.text[noun.start : noun.end]
    elif last is not None and figure.number - last.number <= CARRY and last.fact.indicator in MEASURED:
        fact.indicator, fact.measure, fact.variant = last.fact.indicator, last.fact.measure, last.fact.variant
    else:
        fact.indicator = "other"
    figure.because("indicator: what is measured by an economy", 0.75)


def _same_whole(figure: Figure) -> Fact | None:
    """ "its deficit was 12.7 percent of GDP, above the cap of 3 percent": what is told as a part of the economy that the figure is told by;
    so is what such a part came to: "fell from 6 percent of GDP to 5 percent"."""
    clue, other = figure.clue, figure.previous
    if clue is None or other is None or not other.last < clue.first <= other.last + LIMIT:
        return None
    if figure.frame.move is not None and figure.frame.role not in GONE:
        return None
    between = figure.sentence.tokens[other.last + 1 : clue.first]
    if "," in between or not figure.words("clause_joins").isdisjoint(between):
        return None  # "4 percent of GDP and growth was 5 percent"
    share = other.fact.statistic == "share" and other.fact.indicator in MEASURED and other.mention.quantity.unit == PERCENT
    if (
        not share
        or figure.mention.quantity.unit != PERCENT
        or figure.sentence.tokens[other.last + 1] not in closed("chain_links", figure.story.language)
    ):
        return None
    return other.fact


def _meant(key: str, loose: Entries, memory: Memory) -> str | None:
    """What a noun is that may be measured so: "deficit" the one that was named before, else that of a budget, "debt" a state's."""
    if key in MEASURED:
        return key
    choices = loose.get(key)
    if not isinstance(choices, list) or MEASURED.isdisjoint(choices):
        return None
    return next((name for name in (*memory.named, BUDGET, DEBT) if name in choices), None)
