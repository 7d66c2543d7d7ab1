"""Which index of US consumer prices a figure is of: "core prices rose 0.1 pct" is told of what households spend where the story is about that,
and of the index of the Labor Department where it named that last."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure.last_named import last, phrases, places
from pipeline.interpret.story import Story

PRICES, SPENDING, NATION = "consumer_prices", "consumer_spending", "USA"

WHOLE, CORE = "PCE", "core PCE"


class WhichPrices:
    """The index of consumer prices that a story named last, "" where it has named none."""

    def __init__(self, story: Story) -> None:
        self.words = lexicon.sets("measure", story.language)
        self.forms = phrases("price_indices", "named", story.language)
        self.index = ""
        self.after(story.title)

    def after(self, sentence: Sentence) -> None:
        """Remember the index that a sentence named."""
        self.index = self._named(sentence, len(sentence.tokens)) or self.index

    def settle(self, figure: Figure) -> None:
        """Narrow a figure of consumer prices by the index that was named last before it."""
        fact, anchor = figure.fact, figure.frame.anchor
        if fact.indicator != PRICES or fact.entity != NATION:
            return
        if anchor is not None and figure.frame.role in BESIDE and anchor.fact.indicator == PRICES:
            spent = anchor.fact.variant in (WHOLE, CORE)
        else:
            spent = (self._named(figure.sentence, figure.last + 1) or self.index) == WHOLE
        if not spent:
            return
        kinds = {WHOLE: "price_indices.whole", CORE: "price_indices.core"}
        kind = next((kind for kind, name in kinds.items() if fact.variant.casefold() in self.words[name]), fact.variant)
        kind = CORE if kind == WHOLE and self._core(figure) else kind
        if fact.variant != kind:
            fact.variant = kind
            figure.because(f"variant: {kind}, the index that the story named last", 0.85)

    def _named(self, sentence: Sentence, until: int) -> str:
        """The index that the words before token `until` name last; an office that tells spending tells its prices, and other nations have others."""
        if any(place.key != NATION for place in sentence.of("place")):
            return ""
        found = places(sentence.tokens[:until], self.forms)
        if found[WHOLE] < 0 and self._told_with_spending(sentence, until):
            found[WHOLE] = 0
        return last(found)

    def _told_with_spending(self, sentence: Sentence, until: int) -> bool:
        """Whether the office that tells spending stands before token `until`, or says it behind: ", the Commerce Department said"."""
        tokens, offices = sentence.tokens, self.words["price_indices.offices"]
        at = next((i for i, token in enumerate(tokens) if token in offices), None)
        if at is None or not any(c.key in (PRICES, SPENDING) for c in sentence.of("indicator")):
            return False
        return at < until or not self.words["price_indices.said"].isdisjoint(tokens[at + 2 : at + 3])

    def _core(self, figure: Figure) -> bool:
        """ "the core personal consumption expenditures (PCE) price index rose": the mark of what is left out stands before the index's own words."""
        tokens, breaks = figure.sentence.tokens, figure.words("clause_breaks")
        low = min(figure.clause[0], figure.lead_first)
        first = next((i + 1 for i in range(figure.first - 1, low - 1, -1) if tokens[i] in breaks), low)
        said = f" {' '.join(tokens[first : figure.first])} "
        named = any(form in said for form in self.forms[WHOLE])
        told = f" {' '.join(figure.fact.measure.casefold().split())} "  # "That gauge", of which the sentence before told in full
        return any(f" core{form}" in (said if named else told) for form in self.forms[WHOLE])
