"""What a firm sells: a bare word in a story of its results that named the same of a nation before, or the good that it deals in."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import owner

RESULTS = frozenset({"eps", "profit", "loss"})
"""What only a firm tells of itself."""


def of_firm(clue: Clue, figure: Figure, named: list[str], possible: list[str]) -> str | None:
    """ "Sales fell 11 percent": what the word means of the firm whose results are told, though "retail sales" were named as well.

    None where a place or all of a trade is spoken of.
    """
    sentence, language = figure.sentence, figure.story.language
    said = " ".join(sentence.tokens[clue.first : clue.last + 1])
    if said not in closed("firms_sales", language) or RESULTS.isdisjoint(named):
        return None
    if sentence.of("place") or sentence.of("state") or not closed("whole_trades", language).isdisjoint(sentence.tokens):
        return None
    return next((choice for choice in possible if owner(choice, language) == "organisation"), None)


def of_good(figure: Figure, choices: list[str]) -> bool:
    """ "Potash sales fell 61 percent", of a firm: its revenue from a good that is dealt in on markets, where no quantity is told."""
    if "revenue" not in choices or not (figure.money or (figure.frame.move is not None and figure.fact.statistic in STEPS)):
        return False
    return closed("counted_by", figure.story.language).isdisjoint(figure.sentence.tokens)
