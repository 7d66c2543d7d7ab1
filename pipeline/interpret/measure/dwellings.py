"""Which homes a figure of the market is of: single-family starts are not all starts, and "sales" are those of the homes that the story is
about, new ones, existing ones, or those of which no more than the contract is signed."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Sentence, tokenise
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.story import Story

BUILT, PRICES, SHOPS, INFLATION = "housing", "house_prices", "retail_sales", "consumer_prices"

FOR_SALE = "for sale"
"""What narrows the homes that nobody has bought yet."""

NEAR = 6
"""Tokens before a noun in which the kind of homes stands: "single-family homes saw starts fall"."""

FRONT = 2
"""Tokens at the start of a sentence within which a fronted kind of homes opens: "But for single-family homes,"."""

HUNG = 5
"""Tokens behind it: "starts on multifamily homes"."""


class Dwellings:
    """The kind of homes whose sales a story named last."""

    def __init__(self, story: Story) -> None:
        self.language = story.language
        self.kind = ""
        self.after(story.title)

    def after(self, sentence: Sentence) -> None:
        """Remember the kind whose sales a sentence names."""
        told = [c.key for c in sentence.of("variant") if c.key in closed("kinds_sold", self.language)]
        if told and not closed("homes_sold", self.language).isdisjoint(sentence.tokens):
            self.kind = told[-1]

    def settle(self, figure: Figure, theme: list[str]) -> None:
        """Narrow a figure of homes that are built or sold by the kind of homes; `theme` is what the story is about."""
        fact, words = figure.fact, tokenise(figure.fact.measure)
        if fact.indicator == SHOPS and self.kind and words == ["sales"] and SHOPS not in theme and not _of_firm(figure):
            fact.indicator = BUILT
            figure.because("indicator: sales of the homes that the story is about", 0.8)
        if fact.indicator == PRICES and words == ["index"] and self.kind and not self._named("kinds_priced"):
            fact.indicator = BUILT
            figure.because("indicator: the index of the sales that the story is about", 0.8)
        if fact.indicator == INFLATION and theme[:1] == [PRICES] and INFLATION not in theme and words[-1:] and not _of_firm(figure):
            if closed("bare_inflation", self.language).issuperset(words):
                fact.indicator = PRICES
                figure.because("indicator: inflation of the homes that the story is about", 0.8)
        if fact.indicator == BUILT:
            self._built(figure, words)
        elif fact.indicator == PRICES and fact.variant in ("", *words) and "median" in words and self._named("kinds_priced"):
            self._is(figure)

    def _built(self, figure: Figure, words: list[str]) -> None:
        fact = figure.fact
        if self._unsold(words):
            self._for_sale(figure, words)
        elif (kind := fact.variant or words[-1]) in closed("built_in_kinds", self.language):
            if found := self._family(_around(figure)) or self._family(words) or self._family(_fronted(figure)):
                fact.variant = f"{found} {kind}"
                figure.because(f"variant: {fact.variant}, by the homes that it is of", 0.9)
        elif not fact.variant and self._named("kinds_sold") and not closed("homes_sold", self.language).isdisjoint(words[-1:]):
            if closed("bare_sales", self.language).issuperset(words):
                self._is(figure)

    def _unsold(self, words: list[str]) -> bool:
        """ "the inventory of new homes", "existing homes for sale"."""
        said = f" {' '.join(words)} "
        return any(f" {form} " in said for form in closed("homes_unsold", self.language))

    def _for_sale(self, figure: Figure, words: list[str]) -> None:
        """Part the homes for sale from their sales; of which kind they are is told at their noun, or is that of the story."""
        fact = figure.fact
        if fact.variant not in closed("kinds_sold", self.language):
            if not set(tokenise(fact.variant)) <= {*words, "-", ","}:
                return  # of a place, or of those that a lender took
            fact.variant = self.kind if self._named("kinds_priced") else ""
        fact.variant = ", ".join(filter(None, (fact.variant, FOR_SALE)))
        figure.because(f"variant: {fact.variant}, which are no sales", 0.9)

    def _named(self, kinds: str) -> bool:
        return self.kind in closed(kinds, self.language)

    def _is(self, figure: Figure) -> None:
        figure.fact.variant = self.kind
        figure.because(f"variant: {self.kind}, whose sales the story named last", 0.8)

    def _family(self, words: list[str]) -> str:
        """ "starts for the volatile multifamily segment": the kind of homes that a measure names."""
        kinds: dict[str, list[str]] = lexicon.entries("measure", self.language)["home_kinds"]
        said = f" {' '.join(words)} "
        return next((kind for kind, forms in kinds.items() if any(f" {' '.join(tokenise(form))} " in said for form in forms)), "")


def _of_firm(figure: Figure) -> bool:
    return bool(figure.story.organisations_in(figure.sentence.start, figure.sentence.starts[figure.first]))


def _fronted(figure: Figure) -> list[str]:
    """The words between a preposition that opens the sentence and its comma: "For single-family homes, starts fell"."""
    tokens = figure.sentence.tokens
    opens = next((i for i, token in enumerate(tokens[:FRONT]) if token in closed("fronting", figure.story.language)), None)
    if opens is None or "," not in tokens[opens : opens + NEAR]:
        return []
    comma = tokens.index(",", opens)
    return tokens[opens:comma] if comma < figure.first and not any(first < figure.first for first, _ in figure.spans) else []


def _around(figure: Figure) -> list[str]:
    """The words around the noun of a figure, from the figure before it to its own: "multifamily housing" starts; those behind the figure."""
    clue, tokens, moves = figure.clue, figure.sentence.tokens, figure.sentence.of("direction")
    if clue is None:
        return []
    low = max(figure.start, clue.first - NEAR)
    end = next((c.first for c in moves if c.first > clue.last), len(tokens))
    return tokens[low : min(end, clue.last + 1 + HUNG)]
