"""What the figures of a note to a table of results are: "Net excludes gains of 2 mln dlrs vs 1 mln in quarter and charge of 3 mln"."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import item_of
from pipeline.interpret.notes import Notes, items
from pipeline.interpret.story import Story

A_SHARE = 1_000
"""Below this a sum of a note is one of a share: companies tell no smaller ones."""

BEHIND = 8
"""Tokens behind a figure within which its item stands."""


class Item(NamedTuple):
    """The indicator of an item, the noun that names it, and the token of that."""

    key: str
    noun: str
    at: int


class Items:
    """Remembers the item told last in a note: figures that follow it with no noun of their own are of it as well."""

    def __init__(self, story: Story) -> None:
        self.notes = Notes(story)
        self.items = items(story.language)
        self.last: tuple[int, str, str, str] = -1, "", "", ""

    def settle(self, figure: Figure) -> bool:
        """Make a sum of a note that of its item, and what is told of a share one of a share; False where it is no note."""
        fact = figure.fact
        if not figure.money or not self.notes.told(figure.sentence, figure.number):
            return False
        found = self._before(figure) or self._behind(figure)
        number, key, noun, variant = self.last
        if number != figure.number:
            variant = ""
        if found is not None:
            key, noun, at = found
            variant = item_of.told(figure, at, self.notes.words, variant)
        elif number != figure.number or self._own(figure):
            return False
        self.last = figure.number, key, noun, variant
        small = fact.quantity.per == "share" or (fact.quantity.per is None and abs(fact.quantity.high) < A_SHARE)
        told = "eps" if small else key
        if fact.indicator != told:
            fact.indicator, fact.measure, fact.variant = told, noun, ""
            figure.because("indicator: an item of a note to the results", 0.85)
        if variant and fact.variant != variant:
            fact.variant = variant
            figure.because(f"variant: {variant}, as its item is told")
        if fact.statistic == "change" and self._gains(figure):
            fact.statistic, fact.direction = "level", None
            figure.because("statistic: a gain that a result holds")
        return True

    def _own(self, figure: Figure) -> bool:
        """Whether a noun before a figure that is set beside no other names what it is."""
        if figure.frame.anchor is not None or figure.clue is None:
            return False
        return figure.start <= figure.clue.first < figure.first

    def _gains(self, figure: Figure) -> bool:
        """Whether what would move the figure is the gain itself, or it is set beside one that is none."""
        move, anchor = figure.frame.move, figure.frame.anchor
        if move is not None and figure.sentence.tokens[move.first] in self.items:
            return True
        return anchor is not None and anchor.fact.statistic == "level"

    def _head(self, tokens: list[str], low: int, high: int) -> Item | None:
        """The first item of a stretch: of several nouns in a row the last ("loss carryforward")."""
        at = next((i for i in range(low, high) if tokens[i] in self.items), None)
        if at is None:
            return None
        while at + 1 < high and tokens[at + 1] in self.items:
            at += 1
        return Item(self.items[tokens[at]], tokens[at], at)

    def _before(self, figure: Figure) -> Item | None:
        """The item in the stretch before a figure, behind the last comma or "and"; "gains of nothing vs 2 mln" are gains."""
        words, tokens = self.notes.words, figure.sentence.tokens
        low = max([last + 1 for _, last in figure.spans if last < figure.first], default=0)
        end = figure.first
        for at in range(figure.first - 1, low - 1, -1):
            if tokens[at] not in words["parting"] and tokens[at] not in words["holding"]:
                continue
            found = self._head(tokens, at + 1, end)
            if found is None and tokens[at] in words["joining"] and at + 1 < end:
                continue  # "losses from discontinued oil and gas operations of 2 mln"
            if found is not None or tokens[at] not in words["beside"]:
                return found
            end = at
        return self._head(tokens, low, end)

    def _behind(self, figure: Figure) -> Item | None:
        """The item behind a figure: "a 4.6 mln dlr tax credit", "2 mln dlrs for tax credits"."""
        words, tokens, last = self.notes.words, figure.sentence.tokens, figure.last
        while tokens[last + 1 : last + 2] == ["and"] and (pair := next((b for a, b in figure.spans if a == last + 2), None)) is not None:
            last = pair  # "361,000 dlrs and 1,747,000 dlrs for tax credits"
        high = min([first for first, _ in figure.spans if first > last], default=len(tokens))
        low, high = last + 1, min(high, last + 1 + BEHIND)
        while low < high and tokens[low] in words["aside"]:
            low += 1
        if low < high and tokens[low] in words["links"]:
            low += 1
        parting = (
            i for i in range(low, high) if tokens[i] in words["links"] or (tokens[i] in words["parting"] and tokens[i + 1 : i + 2] != ["-"])
        )
        end = next(parting, high)  # "a 3 mln dlr after-tax gain"
        return self._head(tokens, low, end)
