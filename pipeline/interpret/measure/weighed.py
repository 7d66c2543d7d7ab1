"""What is counted by weight: "Total production is 7.5 mln tonnes, up 5 pct", "Rain cut yields by 20 pct"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.lexicon import either

MADE = frozenset({"industrial_production", "bond_yield"})
"""What a harvest or the making of one good is taken for."""


def settle(figure: Figure) -> None:
    """Take the growth of what is counted by weight for one of output."""
    fact = figure.fact
    if figure.money or fact.statistic != "growth" or fact.quantity.unit != "percent":
        return
    if fact.indicator in MADE and (_by_weight(figure) or (fact.indicator != "industrial_production" and _grown(figure))):
        fact.indicator = "output"
        figure.because("indicator: what is counted by weight", 0.8)


def _by_weight(figure: Figure) -> bool:
    """Whether a number of tonnes, or of what else goods are counted by, stands in the sentence."""
    tokens, language = figure.sentence.tokens, figure.story.language
    units, scales = either(closed("counted_by", language), closed("areas", language)), closed("count_scales", language)
    return any(token in units and i and (tokens[i - 1][0].isdigit() or tokens[i - 1] in scales) for i, token in enumerate(tokens))


def _grown(figure: Figure) -> bool:
    """Whether a yield is that of a crop."""
    return not closed("crops", figure.story.language).isdisjoint(figure.sentence.tokens)
