"""What is told by one of what it is of, so that its size says nothing against it: "the cost of a litre rose to 420 naira", a net asset value
by the share, a share that costs a million won."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import COSTLY, counted


def told(indicator: str, figure: Figure, clue: Clue) -> bool:
    """Whether the figure is so small, or so large, because one is told of."""
    if indicator == "share_price":
        return _share(figure, clue)
    if "small" not in counted(figure) or clue.role == "verb":
        return False
    if indicator == "costs":
        return _cost(figure, clue)
    tokens = figure.sentence.tokens[clue.first : clue.last + 1]
    return indicator == "assets" and " ".join(tokens) in closed("worth_by_share", figure.story.language)


def _share(figure: Figure, clue: Clue) -> bool:
    """ "closed down 2 pct at 1,120,000 won": what a share is dealt in at, in a money of little worth."""
    language, quantity = figure.story.language, figure.fact.quantity
    if quantity.unit not in closed("cheap", language) or quantity.high >= COSTLY:
        return False
    return not closed("quoted_at", language).isdisjoint(figure.sentence.tokens[clue.last + 1 : figure.first])


def _cost(figure: Figure, clue: Clue) -> bool:
    """ "the cost to an employer", but not the verb: "the model cost just $95", "what the shots cost: $12"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    said = tokens[clue.last + 1 : clue.last + 2]
    if clue.last < figure.first and (said == [":"] or clue.last + 1 == figure.first or not closed("hedges", language).isdisjoint(said)):
        return False
    return not closed("costs_of_one", language).isdisjoint((tokens[clue.first], tokens[clue.last]))
