"""What a figure measures: the noun or verb that governs it, the indicator that the noun names, and what narrows it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.story import Story
from pipeline.lexicon import words

NEAR = 5
"""Tokens over which a noun behind a figure governs it."""

SMALL = 1_000
"""Below this a profit is one of a share: companies tell no smaller ones."""

SUM = 1_000_000
"""From here on an amount beside a profit per share is the profit."""

CARRY = 2
"""Sentences over which an unnamed measure is still the one named before."""

HEAD_SENTENCES, OFTEN_NAMED = 2, 3
"""A story is one of a company where its first sentences name one and it is named this often."""

REMEMBERED = 6
"""Indicators named before that a loose word may mean."""


class Governor(NamedTuple):
    """The clue that says what a figure measures, which rule chose it, and how sure that rule is (0 to 1)."""

    clue: Clue
    rule: str
    weight: float


class Measure:
    """Settles `indicator`, `measure`, `variant`, `balance` and `adjustment`; remembers what a story named before."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.named = [c.key for c in reversed(story.title.clues) if c.kind == "indicator" and c.role == "noun"]
        self.last_named = -CARRY - 1
        self.result = "profit"
        head = story.spans[:HEAD_SENTENCES]
        self.of_company = bool(head) and bool(story.organisations_in(head[0].start, head[-1].end)) and len(story.named) >= OFTEN_NAMED

    def settle(self, figure: Figure) -> None:
        fact, sentence = figure.fact, figure.sentence
        anchor = figure.frame.anchor
        found = governor(figure)
        own = found is not None and found.clue.first >= figure.start
        if anchor is not None and (figure.frame.role == "converted" or not own):
            self._inherit(figure, anchor)
        elif found is not None:
            self._named(figure, found)
        elif self.named and figure.number - self.last_named <= CARRY and fact.statistic in ("growth", "change"):
            fact.indicator = self.named[0]
            fact.measure = fact.indicator.replace("_", " ")
            figure.because("indicator: carried over from the sentence before", 0.5)
        else:
            figure.because("indicator: none named", 0.3)
        self._per_share(figure)
        for clue in sentence.clues:
            if clue.kind.startswith("adjustment."):
                fact.adjustment = clue.key
        if fact.measure.split()[-1:]:
            noun = fact.measure.split()[-1].casefold()
            fact.balance = next((side for side in ("surplus", "deficit") if noun in figure.words(side)), None)

    def after(self, sentence: Sentence, number: int) -> None:
        """Remember what a sentence named."""
        for clue in sentence.clues:
            if clue.kind == "indicator" and clue.role == "noun":
                self.named.insert(0, clue.key)
                self.last_named = number
        del self.named[REMEMBERED:]

    def _inherit(self, figure: Figure, anchor: Figure) -> None:
        fact, other = figure.fact, anchor.fact
        fact.indicator, fact.measure, fact.variant, fact.balance = other.indicator, other.measure, other.variant, other.balance
        figure.clue = anchor.clue
        figure.because("indicator: that of the figure it is set beside", 0.9)

    def _named(self, figure: Figure, found: Governor) -> None:
        fact, sentence, clue = figure.fact, figure.sentence, found.clue
        organised = self.of_company or (
            bool(self.story.organisations_in(sentence.start, sentence.end)) and not any(c.kind == "place" for c in sentence.clues)
        )
        beside = [c.key for c in sentence.clues if c.kind == "indicator" and c.role == "noun" and c is not clue]
        fact.indicator, rule = settle(clue, beside + self.named, organised, self.language)
        fact.measure = figure.story.text[clue.start : clue.end]
        figure.clue = clue
        figure.because(f"indicator: {found.rule} ({rule})", found.weight)
        self._variant(figure, clue)

    def _variant(self, figure: Figure, clue: Clue) -> None:
        tokens = figure.sentence.tokens
        for found in figure.sentence.clues:
            if (
                found.kind.startswith("variant.")
                and clue.first - 3 <= found.first <= clue.last + 3
                and (found.last >= clue.first or not set(tokens[found.last + 1 : clue.first]) & {",", "and", "of"})
            ):
                if found.key in variants(figure.fact.indicator, self.language):
                    figure.fact.variant = found.key
                    figure.because(f"variant: {found.key}")
                    return

    def _per_share(self, figure: Figure) -> None:
        """Profits and losses are told in sums and a share: "$3.3 million, or 12 cents a share, against $2.6 million, or 10 cents"."""
        fact = figure.fact
        if not figure.money:
            return
        if fact.indicator in ("profit", "loss"):
            self.result = fact.indicator
            if fact.quantity.per == "share" or (fact.quantity.per is None and abs(fact.quantity.high) < SMALL):
                fact.indicator = "eps"
                figure.because("indicator: a profit per share")
        elif fact.indicator == "eps" and fact.quantity.per is None and fact.quantity.low >= SUM:
            fact.indicator = self.result
            figure.because("indicator: a sum beside a profit per share")


@cache
def _entries(language: str) -> lexicon.Entries:
    return lexicon.entries("indicators", language)


def owner(indicator: str, language: str) -> str:
    """Whose figure the indicator is: "place", "organisation" or "thing"."""
    entry = _entries(language).get(indicator)
    return entry["owner"] if entry else "any"


def marked(indicator: str, mark: str, language: str) -> bool:
    """Whether the lexicon marks an indicator with `flow`, `money`, `company`, `released`, `monthly` or `part` (said at its head)."""
    entry = _entries(language).get(indicator)
    return bool(entry and entry.get(mark))


@cache
def dated(indicator: str, kind: str, language: str) -> bool:
    """Whether an indicator is told for a day (`daily`), is an event (`timeless`) or what a company reports (`results`): dated.toml."""
    return indicator in lexicon.entries("dated", language)[kind]["indicators"]


@cache
def goods(language: str) -> frozenset[str]:
    """The goods whose prices are told by their bare names ("oil", "gold")."""
    entry = _entries(language)["commodity_price"]
    return frozenset(entry["per_by_word"]) | frozenset(noun for noun in entry["nouns"] if " " not in noun)


def variants(indicator: str, language: str) -> tuple[str, ...]:
    """The variants that may narrow an indicator."""
    entry = _entries(language).get(indicator)
    return tuple(entry.get("variants", ())) if entry else ()


def governor(figure: Figure) -> Governor | None:
    """The indicator clue that governs a figure, None where none is near enough."""
    best: Governor | None = None
    for clue in figure.sentence.clues:
        if clue.kind != "indicator" or any(a <= clue.last and clue.first <= b for a, b in figure.spans):
            continue
        found = _right(figure, clue) if clue.first > figure.last else _left(figure, clue)
        if found is not None and (best is None or found.weight > best.weight):
            best = found
    return best


def _right(figure: Figure, clue: Clue) -> Governor | None:
    sentence, last, language = figure.sentence, figure.last, figure.story.language
    between = sentence.tokens[last + 1 : clue.first]
    if len(between) > NEAR or clue.role == "verb" or any(last < a < clue.first for a, _ in figure.spans):
        return None
    if not words("clause_breaks", language).isdisjoint(between) or not words("no_noun_beyond", language).isdisjoint(between):
        return None
    linking = sum(token in words("noun_links", language) for token in between)
    moves = sum(c.kind.startswith("direction") and c.role == "nouns" and last < c.first < clue.first for c in sentence.clues)
    if "of" in between or ("in" in between and moves):
        return Governor(clue, "noun after the figure, by of", 0.9 - 0.02 * (len(between) - linking - moves))
    if len(between) - linking - moves <= 2:
        return Governor(clue, "noun after the figure", 0.88 - 0.06 * (len(between) - moves))
    return None


def _left(figure: Figure, clue: Clue) -> Governor | None:
    first, language = figure.first, figure.story.language
    between = figure.sentence.tokens[clue.last + 1 : first]
    weight = 0.9 - 0.012 * len(between)
    weight -= 0.1 * sum(clue.last < a < first for a, _ in figure.spans)
    weight -= 0.25 * sum(token in words("clause_breaks", language) for token in between)
    weight -= 0.05 * between.count(",")
    weight -= 0.1 if clue.role == "verb" and len(between) > 3 else 0.0
    weight -= 0.06 if clue.role == "loose" else 0.0
    return Governor(clue, f"{'verb' if clue.role == 'verb' else 'noun'} before the figure", weight) if weight > 0.1 else None


def settle(clue: Clue, named: list[str], owned_by_organisation: bool, language: str) -> tuple[str, str]:
    """The indicator of a clue, and the rule; a loose word means what the story named last, else what fits the owner."""
    if clue.role != "loose":
        return clue.key, "named"
    choices: list[str] = _entries(language)["loose"][clue.key]
    for name in named:
        if name in choices:
            return name, "loose word, named before"
    if len(choices) == 1:
        return choices[0], "loose word"
    wanted = "organisation" if owned_by_organisation else "place"
    fitting = [c for c in choices if owner(c, language) == wanted]
    if fitting and clue.key in _entries(language)["loose"]["by_owner"]:
        return fitting[0], "loose word, by owner"
    if clue.key in _entries(language)["loose"]["by_default"]:
        return choices[0], "loose word, by default"
    return "other", "loose word, open"
