"""A step and the value that it led to are of one measure and one owner: "Arden rose 3 percent to $18.20".

The sum says which: what costs a few dollars is a share's price or a good's, whatever else the sentence names.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.interpret.clue import coded
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure.closed import closed
from pipeline.model import Fact

SHARE, GOOD, OTHER = "share_price", "commodity_price", "other"

DEAREST = Decimal(1_000_000)
"""Above this a sum is no price of a share; in moneys of small units above ten times as much."""


def measure(figure: Figure) -> Figure | None:
    """Settle what both measure, where they differ; the step, where it is that which measures something else than it seemed to."""
    step = _step(figure)
    if step is None or step.fact.indicator == figure.fact.indicator:
        return None
    before, here = step.fact.indicator, figure.fact.indicator
    if SHARE in (before, here) and here != GOOD:
        if not _price_of_a_share(figure):
            return None
        _take(step if here == SHARE else figure, figure if here == SHARE else step)
    elif here == GOOD and (before == SHARE or (before == OTHER and figure.clue is not None)):
        _take(step, figure)
    elif here == OTHER and before not in ("eps", "exchange_rate") and step.clue is not None:
        _take(figure, step)  # what names the step in its own sentence, not what was carried to it
    return step if step.fact.indicator != before else None


def owner(figure: Figure) -> None:
    """Settle whose both are, where they differ: a firm's rather than its market's, else whose the step is."""
    base = _base(figure)
    if base is not None and base.fact.indicator == figure.fact.indicator and base.fact.entity != figure.fact.entity is not None:
        base.fact.entity, base.fact.entity_id, base.fact.partner = figure.fact.entity, figure.fact.entity_id, figure.fact.partner
        base.because("entity: that of the value that it rose or fell to", 0.75)
        return
    step = _step(figure)
    if step is None or step.fact.indicator != figure.fact.indicator or step.fact.entity == figure.fact.entity:
        return
    of_market = step.fact.entity is not None and coded(step.fact.entity)
    nobody, good = figure.fact.entity is None, figure.fact.indicator == GOOD
    if good and not (of_market and nobody):
        return
    if of_market and nobody and not good:
        return
    named = not nobody and not coded(figure.fact.entity or "")
    of, to = (figure.fact, step) if of_market and (named or good) else (step.fact, figure)
    to.fact.entity, to.fact.entity_id, to.fact.partner = of.entity, of.entity_id, of.partner
    to.because("entity: that of the step that led to it" if to is figure else "entity: that of the value that it led to", 0.75)


def _step(figure: Figure) -> Figure | None:
    """The step right before a sum that it led to, with nothing but "to" between."""
    step = figure.previous
    if step is None or not figure.money or figure.bare_lead() not in (["to"], [",", "to"]):
        return None
    if figure.fact.statistic != "level" or step.fact.statistic not in STEPS:
        return None
    told, moved = figure.mention.quantity, step.mention.quantity
    return step if moved.unit in ("percent", told.unit) else None


def _base(figure: Figure) -> Figure | None:
    """The value right before from which a figure has moved: "Arden's share went from 9 to 10 percent, and Penwith's from 15 to 16"."""
    base = figure.previous
    if base is None or base.frame.role != "base" or base.lead[-1:] != ["from"] or figure.bare_lead() != ["to"]:
        return None
    return base if base.mention.quantity.unit == figure.mention.quantity.unit else None


def _price_of_a_share(figure: Figure) -> bool:
    told = figure.mention.quantity
    return told.high < DEAREST * (10 if told.unit in closed("costly_shares", figure.story.language) else 1)


def _take(to: Figure, of: Figure) -> None:
    fact: Fact = to.fact
    fact.indicator, fact.measure, fact.variant, fact.balance = of.fact.indicator, of.fact.measure, of.fact.variant, of.fact.balance
    to.clue = of.clue
    to.because("indicator: that of the step and of what it led to", 0.75)
