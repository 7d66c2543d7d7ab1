"""Of which good a bare "price" or "contract" is: "Crude rose. Prices hit $145 a barrel", "gold was up, with the December contract at $950"."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.story import Story

PRICE = "commodity_price"

NOUN = 2
"""Tokens behind "for" in which a good stands: "$90 for Brent"."""

NEAR = 3
"""Sentences over which a bare price goes on with the good that was told last."""


class WhichGood:
    """Remembers the good whose price was told last; gives it to the prices that name none."""

    def __init__(self, story: Story) -> None:
        self.story, self.language = story, story.language
        self.last: tuple[str, str | None, int] = ("", None, -NEAR - 1)

    def settle(self, figure: Figure) -> None:
        """Narrow a price that nothing narrows by its good."""
        fact = figure.fact
        if fact.indicator != PRICE:
            return
        said = fact.measure.casefold().split()
        if not fact.variant and closed("bare_prices_of_goods", self.language).issuperset(said[-1:]):
            good = _last(said, len(said), fact.quantity.per, self.language)
            if good or (good := self._good(figure) if self._bare(said) else ""):
                fact.variant = good
                figure.because(f"variant: {good}, of which the price is")
        if fact.variant:
            self.last = fact.variant, fact.entity, figure.number

    def _bare(self, said: list[str]) -> bool:
        """Whether a price is called so with no word that narrows it, or by a good that is not counted so, of which the story told before."""
        rest = closed("bare_prices_of_goods", self.language) | closed("bare_prices_called", self.language)
        return rest.issuperset(said) or _last(said, len(said), None, self.language) != ""

    def _good(self, figure: Figure) -> str:
        """The good named right behind a price or last before it, in its sentence, by the prices before, in the sentence before; else
        further behind, or in the title."""
        per, sentence = figure.fact.quantity.per, figure.sentence
        before = self.story.sentence(figure.number - 1) if figure.number else self.story.title
        return (
            self._behind(figure)
            or self._named(sentence, figure.first, per)
            or self._told(figure, 1)
            or self._whole(before, per)
            or self._told(figure, NEAR)
            or self._whole(sentence, per)
            or self._whole(self.story.title, per)
        )

    def _behind(self, figure: Figure) -> str:
        """ "peaked at $90 a barrel for Brent": a good that stands right behind a price."""
        tokens, at = figure.sentence.tokens, figure.behind
        at += 2 * (not figure.words("per_unit").isdisjoint(tokens[at : at + 1]))
        if closed("narrowing_links", self.language).isdisjoint(tokens[at : at + 1]):
            return ""
        named = tokens[at + 1 : at + 1 + NOUN]
        return _last(named, len(named), figure.fact.quantity.per, self.language)

    def _told(self, figure: Figure, near: int) -> str:
        """The good of the last price in so many sentences; "prices" are those of its whole kind, and "U.S. crude" is the USA's."""
        told, entity, number = self.last
        if figure.number - number > near:
            return ""
        good = _last(told.casefold().split(), len(told.split()), figure.fact.quantity.per, self.language)
        if good and not closed("prices_of_a_kind", self.language).isdisjoint(figure.fact.measure.casefold().split()[-1:]):
            return _kinds(self.language).get(good, good)
        return told if good and entity == figure.fact.entity else good

    def _whole(self, sentence: Sentence, per: str | None) -> str:
        return self._named(sentence, len(sentence.tokens), per)

    def _named(self, sentence: Sentence, end: int, per: str | None) -> str:
        """The last good of a sentence before a token, past the names of firms."""
        held: set[int] = set()
        for name in self.story.organisations_in(sentence.start, sentence.end) if sentence is not self.story.title else ():
            held.update(range(sentence.token_at(name.start), sentence.token_at(name.end - 1) + 1))
        tokens = ["" if i in held else token for i, token in enumerate(sentence.tokens[:end])]
        return _last(tokens, end, per, self.language)


def _last(tokens: list[str], end: int, per: str | None, language: str) -> str:
    """The last good among tokens that is counted so: of two words, else of one."""
    goods, every = _goods(per, language), _goods(None, language)
    for i in range(min(end, len(tokens)) - 1, -1, -1):
        pair = f"{tokens[i - 1]} {tokens[i]}" if i else ""
        if pair in every:
            if pair in goods:
                return pair
        elif tokens[i] in goods and not (i + 1 < end and f"{tokens[i]} {tokens[i + 1]}" in every):
            return tokens[i]
    return ""


@cache
def _goods(per: str | None, language: str) -> frozenset[str]:
    """The goods that are counted by a unit; all where none is told."""
    table: dict[str, list[str]] = lexicon.entries("variants", language)["goods_by_unit"]
    return frozenset(good for unit, goods in table.items() if per in (None, unit) for good in goods)


@cache
def _kinds(language: str) -> dict[str, str]:
    """Of what "prices" are, behind those of one sort: crude, behind Brent."""
    found: dict[str, str] = lexicon.entries("variants", language)["kinds_of_goods"]
    return found
