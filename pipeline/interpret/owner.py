"""Whose figure it is, and who is on the other side."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret import indicator, names, relief
from pipeline.interpret.clue import Clue, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.story import Story

TRADE = frozenset({"exports", "imports", "trade_balance", "trade_turnover"})


class Owner:
    """Settles `entity`, `entity_id` and `partner`; remembers the pair of countries that a story speaks of."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.pair: tuple[str, str] | None = None

    def before(self, sentence: Sentence) -> None:
        """Note a pair of places that a sentence names."""
        for one, other in pairwise(names.places(sentence)):
            if sentence.tokens[one.last + 1 : other.first] == ["and"] and one.key != other.key:
                self.pair = (one.key, other.key)

    def settle(self, figure: Figure) -> None:
        fact, anchor = figure.fact, figure.frame.anchor
        if relief.settle(figure):
            return
        if anchor is not None and figure.clue is anchor.clue:
            other = anchor.fact
            fact.entity, fact.entity_id, fact.partner = other.entity, other.entity_id, other.partner
            figure.because("entity: that of the figure it is set beside")
            return
        kind = indicator.owner(fact.indicator, self.story.language)
        places = names.places(figure.sentence)
        if kind == "thing":
            return
        if kind == "place" or (kind == "any" and places):
            self._place(figure, places)
            return
        sentence = figure.sentence
        before = [o for o in self.story.organisations_in(sentence.start, sentence.end) if o.end <= figure.mention.span.start]
        if before:
            self._is(figure, before[0].name if len(before) == 1 else before[-1].name, "organisation named before the figure", 0.85)
        elif self.story.organisations:
            self._is(figure, min(self.story.organisations, key=lambda o: o.first).name, "the story's first organisation", 0.6)
        elif indicator.marked(fact.indicator, "company", self.story.language):
            figure.weights.append(0.5)
        else:
            self._place(figure, places)

    def _is(self, figure: Figure, name: str, rule: str, weight: float) -> None:
        figure.fact.entity = figure.fact.entity_id = name
        figure.because(f"entity: {rule}", weight)

    def _place(self, figure: Figure, places: list[Clue]) -> None:
        fact, clue, tokens = figure.fact, figure.clue, figure.sentence.tokens
        if fact.indicator == "trade_turnover" and clue is not None:
            pair = self._pair_in(figure.sentence, places, clue) or (self.pair if self._two_countries(figure) else None)
            if pair:
                self._is(figure, pair[0], "the two countries that trade", 0.85)
                fact.partner = pair[1]
                return
        if clue is not None and (at_noun := self._at_noun(figure, places, clue)) is not None:
            self._is(figure, at_noun.key, "place at the noun", 0.92)
            self._partner(figure, places, clue)
            return
        other_side = figure.words("partner_links") if fact.indicator in TRADE else frozenset()
        subject = next(
            (
                p
                for p in places
                if p.first == 0
                or (p.last < figure.first and p.role in ("names", "people", "bodies") and tokens[p.first - 1] not in other_side)
            ),
            None,
        )
        if subject is not None:
            self._is(figure, subject.key, "place before the figure", 0.8)
            if clue is not None:
                self._partner(figure, places, clue)
        elif self.story.main_place:
            self._is(figure, self.story.main_place, "the story's place", 0.75)
        else:
            figure.weights.append(0.6)

    def _at_noun(self, figure: Figure, places: list[Clue], clue: Clue) -> Clue | None:
        """The place right before the noun ("German exports") or after it ("exports of Germany")."""
        tokens = figure.sentence.tokens
        before = next(
            (
                p
                for p in reversed(places)
                if p.last < clue.first
                and clue.first - p.last <= 3
                and figure.words("not_at_noun").isdisjoint(tokens[p.last + 1 : clue.first])
            ),
            None,
        )
        return before or next(
            (p for p in places if 1 < p.first - clue.last <= 4 and figure.words("place_links").issuperset(tokens[clue.last + 1 : p.first])),
            None,
        )

    def _partner(self, figure: Figure, places: list[Clue], clue: Clue) -> None:
        if figure.fact.indicator not in TRADE:
            return
        tokens = figure.sentence.tokens
        other = next(
            (
                p
                for p in places
                if p.key != figure.fact.entity and 0 < p.first - clue.last <= 4 and tokens[p.first - 1] in figure.words("partner_links")
            ),
            None,
        )
        if other is not None:
            figure.fact.partner = other.key
            figure.because("partner: named after the noun")

    def _pair_in(self, sentence: Sentence, places: list[Clue], clue: Clue) -> tuple[str, str] | None:
        """The pair of "trade between A and B"."""
        for one, other in pairwise(places):
            if (
                clue.last < one.first <= clue.last + 4
                and sentence.tokens[one.last + 1 : other.first] == ["and"]
                and "between" in sentence.tokens[clue.last + 1 : one.first]
            ):
                return one.key, other.key
        return None

    def _two_countries(self, figure: Figure) -> bool:
        return any(" ".join(pair) in figure.words("pair_of_places") for pair in pairwise(figure.sentence.tokens))
