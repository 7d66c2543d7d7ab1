"""Whose an item of a list is: "HALFORD - The Dutch brewer sold 3 pct more. Profit rose", and the next item is another's."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.owners.parties import Party, behind_ticker
from pipeline.interpret.story import Story

DASHES = frozenset({"-", "--", "–", "—", ":"})
BULLETS = frozenset({"*", "-", "•", "–", "—"})
MARK = 2
"""Tokens of a bullet before the name that heads an item."""

LOOK = 4
"""Characters before a sentence in which its paragraph has begun."""


class Items:
    """Remembers which organisation heads the item that is read."""

    def __init__(self, story: Story) -> None:
        self.text = story.text
        self.listed = story.text.count("\n") > MARK
        self.owner: str | None = None

    def before(self, sentence: Sentence, found: list[Party]) -> None:
        """Look whether a sentence opens an item."""
        if not self.listed or (sentence.start and "\n" not in self.text[max(0, sentence.start - LOOK) : sentence.start]):
            return
        self.owner = None
        head = next((p for p in found if p.organisation), None)
        if head is None or head.first > MARK or not BULLETS.issuperset(sentence.tokens[: head.first]):
            return
        behind = behind_ticker(sentence.tokens, head.last + 1)
        if head.first or not DASHES.isdisjoint(sentence.tokens[behind : behind + 1]):
            self.owner = head.key
