"""What is sold in a country is sold by its shops: "sales" mean revenue only where somebody who sells owns them."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed


def settle(figure: Figure) -> None:
    """Take sales for those of shops where they turned out to be a country's, and no firm's."""
    fact, clue = figure.fact, figure.clue
    if (
        fact.indicator != "revenue"
        or clue is None
        or fact.entity is None
        or fact.entity not in lexicon.entries("places", figure.story.language)
    ):
        return
    if figure.sentence.tokens[clue.last] in closed("sold", figure.story.language):
        fact.indicator = "retail_sales"
        figure.because("indicator: sales of a country", 0.7)
