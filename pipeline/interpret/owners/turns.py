"""The place whose turn it is in a story of several."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.owners import money_owner
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import WORLD

FORMER = "SUN"


@cache
def _states(language: str) -> frozenset[str]:
    """The names of nations' states, which are those of no town."""
    return frozenset(form for entry in lexicon.entries("states", language).values() for form in entry["forms"])


class Turns:
    """Remembers which nations a story named, and which of them a sentence was about last."""

    def __init__(self, language: str) -> None:
        self.states = _states(language)
        self.named: set[str] = set()
        self.last: str | None = None
        self.part: str | None = None  # the state or the town that was named last
        self.state_named: str | None = None

    def note(self, found: list[Party]) -> None:
        """Take in the places of a sentence."""
        nations = [p for p in found if not p.organisation and p.key.isupper() and p.key != WORLD]
        self.part = next((p.key for p in reversed(found) if not p.organisation and not p.key.isupper() and p.role == "names"), self.part)
        states = (p.key for p in reversed(found) if not p.organisation and p.role == "names" and p.key in self.states)
        self.state_named = next(states, self.state_named)
        self.named.update(p.key for p in nations)
        self.last = next((p.key for p in reversed(nations) if p.subject or p.owns), self.last)

    def place(self, figure: Figure, main: str | None) -> str | None:
        """The place in whose own money a sum is told, though the story is of another; in a story of the world, the place told last."""
        told = money_owner.quoted_in(figure, main)
        if told in self.named and main != FORMER and figure.fact.quantity.unit not in (money_owner.WORLD, money_owner.SHARED):
            return told
        language = figure.story.language
        if main != WORLD or marks.owner(figure.fact.indicator, language) != "place":
            return None
        return self.last if words("worldly", language).isdisjoint(figure.sentence.tokens) else None

    def state(self, figure: Figure) -> str | None:
        """The state that "the province" stands for before a figure, or behind its noun."""
        if self.part is None:
            return None
        sentence, text = figure.sentence, figure.story.text
        tokens = sentence.tokens[: figure.first]
        kinds, states = words("parts_of_nations", figure.story.language), words("states_of_nations", figure.story.language)
        found = (i for i, word in enumerate(tokens) if i and word in kinds and tokens[i - 1] == "the")
        said = [tokens[i] for i in found if text[sentence.starts[i]].islower()]  # but "the State Bank"
        if not said:
            return None
        return self.state_named or self.part if said[-1] in states else self.part
