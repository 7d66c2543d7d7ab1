"""Which money an amount is in, and what it is per."""

from __future__ import annotations

from collections import Counter

from pipeline.interpret.amounts import currency, denominator
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.recognise.ellipsis import UNDERSTOOD, UNTOLD

RATE = "exchange_rate"
"""What one money is told in another."""

SUM = 1_000_000
"""Size from which an amount lends its currency to later sums that name none."""


class Money:
    """Settles the fact's `quantity`; remembers the currencies and denominators that a story has named."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.named: Counter[str] = Counter()
        self.places: list[str] = []
        self.moneys = currency.moneys(story, self.named)
        self.denominators: dict[str, str] = {}
        self.sum: str | None = None

    def settle(self, figure: Figure) -> None:
        if figure.money:
            self._currency(figure)
        fact, anchor = figure.fact, figure.frame.anchor
        if anchor is not None and self._like(figure, anchor):
            if anchor.fact.quantity.per is not None:
                fact.quantity = fact.quantity._replace(per=anchor.fact.quantity.per)
                figure.because("per: as of the figure it is set beside")
            if fact.approximation == "exact" and figure.frame.role == "converted":
                fact.approximation = anchor.fact.approximation
            return
        if fact.quantity.per is not None:
            self.denominators[fact.indicator] = fact.quantity.per
            return
        name, rule = denominator.understood(fact, figure.sentence, figure.clue, figure.last, self.denominators, self.story.language)
        if name is not None and rule is not None:
            fact.quantity = fact.quantity._replace(per=name)
            figure.because(rule)

    def _like(self, figure: Figure, anchor: Figure) -> bool:
        """Whether a figure that states no denominator has that of the one it is set beside: the same amount, or one of its kind."""
        if figure.fact.quantity.per is not None or not (figure.money and anchor.money):
            return False
        return figure.frame.role == "converted" or (
            figure.fact.statistic == anchor.fact.statistic and figure.fact.indicator == anchor.fact.indicator
        )

    def _currency(self, figure: Figure) -> None:
        fact, mention = figure.fact, figure.mention
        if mention.quantity.unit == UNTOLD:
            if self.sum is not None and marks.marked(fact.indicator, "money", self.story.language):
                fact.quantity = mention.quantity._replace(unit=self.sum)
                figure.because(f"currency of the sum before ({self.sum})")
            return
        lender = figure.previous if mention.rule == UNDERSTOOD else None
        if lender is not None and lender.mention.candidates == mention.candidates != ():
            fact.quantity = mention.quantity._replace(unit=lender.fact.quantity.unit)
            figure.because("currency of the sum beside it")
            return
        here = sorted(figure.sentence.of("place"), key=lambda clue: (clue.first > figure.last, abs(clue.first - figure.first)))
        self.places = list(dict.fromkeys([*(clue.key for clue in here), *self.places]))
        converted = figure.frame.role == "converted"
        fact.quantity, rule = currency.settle(
            mention.quantity, mention, fact.entity_id, self.places, converted, self.moneys, self.story.language
        )
        other = currency.of_other_side(fact.quantity.unit, mention, fact, self.story.published.text) if fact.indicator == RATE else None
        if other is not None and self.named[other]:
            fact.quantity, rule = fact.quantity._replace(unit=other), "currency of the other side: no money is told in itself"
        figure.because(rule)
        if rule == currency.OWN_SIGN:
            self.moneys = self.moneys._replace(own_sign=True)
        if not mention.candidates and mention.rule != UNDERSTOOD:
            self.named[fact.quantity.unit] += 1
        if fact.quantity.low >= SUM and not converted:
            self.sum = fact.quantity.unit
