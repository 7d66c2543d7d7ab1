"""What goods did of which a country's exports or imports were told: "Ship exports slid 9 percent, while petroleum products were down 4 percent"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

FLOWS = frozenset({"exports", "imports"})
"""What is told by goods."""

PRICE = "commodity_price"

LIST = 6
"""Tokens from "exports of" to the last good of its list."""


def settle(figure: Figure) -> None:
    """Take the growth of a good that is named alone for one of the flow that was told of another right before, or that it hangs on."""
    fact, clue = figure.fact, figure.clue
    if figure.money or fact.statistic != "growth" or fact.indicator != PRICE or clue is None or clue.role != "thing":
        return
    flow = _hung(figure) or _beside(figure)
    if flow is not None:
        fact.indicator, fact.measure = flow, flow
        figure.because("indicator: a good of what a country trades", 0.8)


def _hung(figure: Figure) -> str | None:
    """ "Exports of jute and jute goods slumped 9 percent", "shipments of cars fell 3 percent and those of petroleum 4 percent"."""
    tokens, clue = figure.sentence.tokens, figure.clue
    if clue is None:
        return None
    flows = [c for c in figure.sentence.of("indicator") if c.key in FLOWS and 0 < clue.first - c.last <= LIST]
    if flows and tokens[flows[-1].last + 1] == "of" and not any(flows[-1].last < first < clue.first for first, _ in figure.spans):
        return flows[-1].key
    those = tokens[max(figure.clause[0], clue.first - LIST) : clue.first]
    return _last(figure) if those[-2:] == ["those", "of"] else None


def _beside(figure: Figure) -> str | None:
    """ "Ship exports slid 9 percent, while petroleum products were down 4 percent": products of a list, and no price."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if clue is None or closed("goods_listed", language).isdisjoint(tokens[clue.last + 1 : clue.last + 2]):
        return None
    return _last(figure)


def _last(figure: Figure) -> str | None:
    """The flow whose growth was told right before in the sentence."""
    before = figure.previous
    if before is None or before.fact.indicator not in FLOWS or before.fact.statistic != "growth":
        return None
    return before.fact.indicator
