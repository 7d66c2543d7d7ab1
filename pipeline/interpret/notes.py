"""The notes of results told as a table: which sentences they are, and the words by which they are read."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.story import Story

LINE = 36
"""Characters of the longest line that heads a table."""

HEADED = 2
"""Tokens in which "NOTE" stands that heads the notes."""


def words(language: str) -> lexicon.Sets:
    """The sets of words of notes.toml."""
    return lexicon.sets("notes", language)


@cache
def items(language: str) -> dict[str, str]:
    """The indicator of each word that names an item of a note."""
    return {form: key for key, forms in lexicon.entries("notes", language)["items"].items() for form in forms}


def opens_with_table(story: Story) -> bool:
    """Whether a story is a table of results; "Period ended January 31" may stand before its first line."""
    opens = _opens(story.language)
    first, _, second = story.text[story.body :].lstrip()[: 2 * LINE].casefold().partition("\n")
    return first.startswith(opens) or second.lstrip().startswith(opens)


@cache
def _opens(language: str) -> tuple[str, ...]:
    return tuple(f"{form} " for form in lexicon.entries("periods", language)["table"]["opens"])


@cache
def charged(language: str) -> dict[str, str]:
    """The indicator of each word that names what a result is told after."""
    return {form: key for key, forms in lexicon.entries("notes", language)["charged"].items() for form in forms}


class Notes:
    """Which sentences of a story are notes to a table of results: those behind "NOTE", and those that say what a result holds."""

    def __init__(self, story: Story) -> None:
        self.words = words(story.language)
        self.table = opens_with_table(story)
        self.begun = -1

    def told(self, sentence: Sentence, number: int) -> bool:
        """Whether a sentence is one of the notes; sentences are asked for in the order of the story."""
        if not self.table:
            return False
        if self.begun < 0 and not self.words["opens"].isdisjoint(sentence.tokens[:HEADED]):
            self.begun = number
        return 0 <= self.begun <= number or not self.words["holding"].isdisjoint(sentence.tokens)
