"""What all who sell cars sell, in a story of them: "industry-wide sales fell 9 pct", "U.S. sales fell 9 pct" are no whole retail trade's."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.story import Story
from pipeline.lexicon import either

SHOPS = "retail_sales"

HEAD = 2
"""Sentences at the head of a story that tell what it is about."""


class CarTrade:
    """Whether a story is of those who make and sell cars, and not of what all shops sell."""

    def __init__(self, story: Story) -> None:
        self.language = story.language
        tokens = {token for sentence in (story.title, *story.head(HEAD)) for token in sentence.tokens}
        self.told = not closed("car_trade", self.language).isdisjoint(tokens) and closed("shop_trade", self.language).isdisjoint(tokens)

    def settle(self, figure: Figure) -> None:
        """Name cars as what is sold."""
        fact = figure.fact
        if (
            self.told
            and fact.indicator == SHOPS
            and fact.variant.casefold() in closed("cars_sold", self.language)
            and not self._of_all(figure)
        ):
            fact.variant = "autos"
            figure.because("variant: autos, of which the story is", 0.85)

    def _of_all(self, figure: Figure) -> bool:
        """ "Data showed that retail sales rose 3 pct": what all shops sell, where those who tell it stand beside it, and neither a firm nor a car."""
        sentence = figure.sentence
        if "retail" not in figure.fact.measure.casefold().split() or figure.story.organisations_in(sentence.start, sentence.end):
            return False
        if closed("shop_trade_told_by", self.language).isdisjoint(sentence.tokens):
            return False
        return either(closed("car_trade", self.language), closed("cars_retailed", self.language)).isdisjoint(sentence.tokens)
