"""A person who bids for a firm or holds a part of it: "Activist investor Ann Lind has made a $2 billion offer for Arden"."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, words
from pipeline.interpret.story import Story
from pipeline.lexicon import either

CALLED = 4
"""Tokens from what a person is called to the surname: "billionaire investor Ann B. Lind"."""

HOME = 6
"""Tokens between where an investor is from and the surname."""

BEHIND = 5
"""Tokens behind a surname in which that is told: "Lind, a New York investor"."""


class Raiders:
    """Knows the persons of a story that are called investors."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.known: dict[str, str] | None = None

    def settle(self, figure: Figure, found: list[Party]) -> None:
        """Settle the other side of a price or a part by the investor that the sentence names before it, and no firm behind that."""
        fact = figure.fact
        if fact.indicator not in ("deal_value", "stake") or fact.entity is None or not self.story.people:
            return
        tokens = figure.sentence.tokens
        at = next((i for i in range(figure.first - 1, -1, -1) if tokens[i] in self._people()), None)
        if at is None or self._other_acts(figure, found, at) or (fact.partner is not None and not self._home(found, at, fact.partner)):
            return
        name = self._people()[tokens[at]]
        if name != fact.entity:
            fact.partner = name
            figure.because("partner: the investor who bids or holds")

    def _other_acts(self, figure: Figure, found: list[Party], at: int) -> bool:
        """Whether a firm acts between the investor and the figure that is not what is bought or held, or is the investor's own."""
        if figure.sentence.tokens[at + 1] in GENITIVE and any(p.organisation and p.first == at + 2 for p in found):
            return True  # "from Lind's Penwith Corp to Arden"
        return any(p.organisation and at < p.first and p.last < figure.first and p.acts and p.key != figure.fact.entity for p in found)

    def _home(self, found: list[Party], at: int, partner: str) -> bool:
        """Whether what was taken for the other side is only where the investor is from: "New York investor Ann Lind"."""
        near = [p for p in found if p.key == partner and -HOME <= p.first - at <= BEHIND]
        return bool(near) and not any(p.organisation for p in near)

    def _people(self) -> dict[str, str]:
        """The full names of those that are called investors anywhere in the story, by surname."""
        if self.known is None:
            self.known = {name: self.story.people[name] for number in range(len(self.story.spans)) for name in self._called(number)}
        return self.known

    def _called(self, number: int) -> list[str]:
        """The surnames in a sentence that a word for an investor stands right before or behind."""
        story, (start, end) = self.story, self.story.spans[number]
        raiders, printed = words("raiders", story.language), story.text[start:end].casefold()
        if not any(word in printed for word in raiders):
            return []  # before the sentence is read: most hold no figure, and are read for none
        tokens, language = story.sentence(number).tokens, story.language
        told, apart = [], either(words("articles", language), frozenset({"'s", ","}))
        for i, token in enumerate(tokens):
            if token not in story.people:
                continue
            before, behind = tokens[max(0, i - CALLED) : i], tokens[i + 1 : i + 1 + BEHIND]
            last = next((j for j in range(len(before) - 1, -1, -1) if before[j] in raiders), None)
            if (last is not None and apart.isdisjoint(before[last:])) or (behind[:1] == [","] and not raiders.isdisjoint(behind)):
                told.append(token)
        return told
