"""What a story named before, which a figure without a noun of its own or with a loose word may mean."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import marked
from pipeline.interpret.measure.said import Said
from pipeline.interpret.measure.sense import qualified
from pipeline.interpret.story import Story

WHOLES = frozenset({"gdp", "industrial_production"})
"""What is released with its branches."""

REMEMBERED = 6
"""Indicators named before that a loose word may mean."""


class Memory:
    """The indicators that a story named, the last first; its theme, its last figure, and the subject of a sentence without figures."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.named = [c.key for c in reversed(story.title.of("indicator")) if c.role == "noun"]
        heads = story.head(1)
        self.theme = [*self.named, *(key for head in heads for key in _told(head, self.language))]
        self.at_border = any(_prices_at_border(head, self.language) for head in heads)
        """Whether the story is about the prices of what is imported or exported: its goods are no part of another basket."""
        self.last: Figure | None = None
        self.released: str | None = None
        """What of a whole economy, or of its industry, the story told the growth of first: its branches are parts of it."""
        self.said = Said(story)
        self.subject: tuple[int, str, str] | None = None
        """The sentence, the indicator, and its noun as printed."""

    def after(self, sentence: Sentence, number: int) -> None:
        """Remember what a sentence named; what it named first, its subject, is what a pronoun behind it means."""
        fresh = [c for c in sentence.of("indicator") if c.role == "noun"]
        if fresh:
            self.named = [c.key for c in fresh] + self.named
            del self.named[REMEMBERED:]
            self.said.after(fresh)
            if self.last is None or self.last.number != number:
                self.subject = (number, fresh[0].key, self.story.text[fresh[0].start : fresh[0].end])

    def told(self, figure: Figure) -> None:
        """Remember a figure, and what is released with its branches."""
        self.last = figure
        named = figure.clue is not None and figure.fact.statistic == "growth"
        if named and self.released is None and figure.fact.indicator in WHOLES:
            self.released = figure.fact.indicator

    def basket(self, sentence: Sentence | None = None, until: int = 0) -> str | None:
        """The price index that the story is about, or the only one that a sentence names before token `until`: what is said of the prices of
        goods is then of the index's parts."""
        if self.at_border:
            return "other"
        beside = {c.key for c in sentence.of("indicator") if c.role == "noun" and c.last < until} if sentence is not None else set()
        own = [key for key in beside if marked(key, "basket", self.language)]
        if len(own) == 1:
            return own[0]
        return next((name for name in [*self.theme, *self.named] if marked(name, "basket", self.language)), None)


def _told(sentence: Sentence, language: str) -> list[str]:
    """The indicators that a sentence names by a word of their own, or by one that a word beside it settles."""
    return [key for c in sentence.of("indicator") if (key := c.key if c.role == "noun" else qualified(c, sentence, language))]


def _prices_at_border(sentence: Sentence, language: str) -> bool:
    forms = closed("border_prices", language)
    return any(c.key == "other" and " ".join(sentence.tokens[c.first : c.last + 1]) in forms for c in sentence.of("indicator"))
