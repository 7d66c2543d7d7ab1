"""Films, whose own what they take is: "Rogue Moon" in a story of the box office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.story import Story

TITLE = re.compile(r"[\"“]([A-Z][^\"“”]{0,60}?)[,.]?[\"”]")
"""A film's name between quotation marks."""

TAKINGS = frozenset({"revenue", "costs", "other", "government_spending"})
"""What is told of a film, whatever its verb is told of otherwise."""


HEAD = 2
"""Sentences that, with the title, say that a story is one of the box office."""

SMALL = 4
"""Letters of the shortest word that has a capital in a film's name."""


def _titles(text: str, start: int, end: int) -> Iterator[str]:
    """The names of films in a stretch of text: what is quoted there with capitals throughout, and is no speech."""
    for m in TITLE.finditer(text, start, end):
        if all(not word[0].islower() for word in m[1].split() if len(word) >= SMALL):
            yield m[1]


class Films:
    """Remembers the film that a story of the box office named last."""

    def __init__(self, story: Story) -> None:
        self.story = story
        heads = " ".join(token for head in story.head(HEAD) for token in head.tokens)
        told = any(form in heads for form in lexicon.sets("owner", story.language)["box_office"])
        self.told = told and next(_titles(story.text, 0, len(story.text)), None) is not None
        self.last: str | None = None

    def after(self, sentence: Sentence) -> None:
        """Remember the film that a sentence named first, as a subject is."""
        if self.told:
            self.last = next(_titles(self.story.text, sentence.start, sentence.end), self.last)

    def of(self, figure: Figure) -> str | None:
        """The film named last before a figure, in its sentence or before; None where films altogether are spoken of."""
        if not self.told or figure.fact.indicator not in TAKINGS:
            return None
        sentence = figure.sentence
        if not lexicon.sets("owner", self.story.language)["all_films"].isdisjoint(sentence.tokens):
            return None
        told = [*_titles(self.story.text, sentence.start, sentence.starts[figure.first])]
        return told[-1] if told else self.last
