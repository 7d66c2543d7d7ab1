"""What an item of a note to the results is of: its variant ("discontinued operations" of "loss from discontinued operations of $2 mln")."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.notes import items

BEFORE = 5
"""Words before an item's noun that tell what it is."""

LONG = 6
"""Words of what an item comes from."""

SHORT = 6
"""Letters from which on a word in capitals is no abbreviation."""


def told(figure: Figure, at: int, words: lexicon.Sets, before: str) -> str:
    """What the item whose noun is token `at` is of; where that is not told beside it, what all items of the sentence come from.

    `before` is what the item before it was of: "gain from discontinued operations of 3 mln dlrs vs loss 2 mln".
    """
    said = Words(figure, words)
    token, bare = figure.sentence.tokens[at], words["bare_items"]
    kind, source = said.kind(at), said.source(at + 1)
    if not source and token in bare:
        source = next((s for i in range(at + 1, len(figure.sentence.tokens)) if (s := said.source(i))), "")
    if kind and not (source and token not in bare):
        kind = f"{kind} {token}"
    elif not kind and token not in bare:
        kind = token
    return ", ".join(part for part in (kind, source) if part) or before


class Words:
    """The words of a note's sentence that may tell what an item is of."""

    def __init__(self, figure: Figure, words: lexicon.Sets) -> None:
        self.figure, self.words = figure, words
        self.tokens, language = figure.sentence.tokens, figure.story.language
        self.items = frozenset(items(language))
        self.determiners = closed("determiners", language)
        self.small = closed("prepositions", language) | frozenset(lexicon.entries("periods", language)["months"]) | self.determiners
        self.closed = {i for first, last in figure.spans for i in range(first, last + 1)}
        self.closed.update(c.first for c in figure.sentence.of("finite"))
        self.closed.update(c.first for c in figure.sentence.clues if c.kind.startswith("direction") and c.role != "nouns")

    def kind(self, at: int) -> str:
        """The words before an item's noun: "extraordinary", "tax loss"."""
        first = at
        while first and at - first < BEFORE and self._plain(first - 1):
            first -= 1
        return self._printed(range(first, at))

    def source(self, at: int) -> str:
        """What stands behind "from", "on" or "for" at a token, past "resulting" or "due"; no time."""
        tokens, low = self.tokens, at
        while low < len(tokens) and tokens[low] in self.words["arising"]:
            low += 1
        if low >= len(tokens) or tokens[low] not in self.words["sources"] | (self.words["arising_links"] if low > at else frozenset()):
            return ""
        low += 1
        while low < len(tokens) and tokens[low] in self.determiners:
            low += 1
        end = low
        while end < len(tokens) and end - low < LONG and (self._plain(end) or self._of(end) or self._joins(end)):
            end += 2 if tokens[end] == "of" and tokens[end + 1] in self.determiners else 1
        if end < len(tokens) and tokens[end] in self.words["timed"]:
            return ""
        return self._printed(i for i in range(low, end) if tokens[i] not in self.determiners)

    def _of(self, at: int) -> bool:
        """Whether "of" joins two words, and no item to its sum: "sale of a unit"."""
        if self.tokens[at] != "of":
            return False
        behind = at + 2 if self.tokens[at + 1 : at + 2] and self.tokens[at + 1] in self.determiners else at + 1
        return behind < len(self.tokens) and self.tokens[behind].isalpha()

    def _plain(self, at: int) -> bool:
        """Whether a token may be part of what an item is of; "after" only in "after-tax"."""
        word, words = self.tokens[at], self.words
        if at in self.closed or not (word.isalpha() or word == "-") or word in words["timed"] or word in words["holding"]:
            return False
        if self.tokens[at + 1 : at + 2] == ["-"]:
            return True
        return not any(word in words[name] for name in ("parting", "beside", "links", "sources")) and word not in self.small

    def _joins(self, at: int) -> bool:
        """Whether "and" stands within what an item is of: "discontinued oil and gas operations", but not "a sale and a charge of 2 mln"."""
        if self.tokens[at] not in self.words["joining"] or at + 1 >= len(self.tokens) or not self._plain(at + 1):
            return False
        return self.items.isdisjoint(self.tokens[at + 1 : at + 1 + LONG])

    def _printed(self, kept: Iterable[int]) -> str:
        """Tokens as printed where they are capital letters ("LIFO"), else in lower case."""
        sentence, text = self.figure.sentence, self.figure.story.text
        printed = (text[sentence.starts[i] : sentence.ends[i]] for i in kept)
        return " ".join(w if w.isupper() and len(w) < SHORT else w.casefold() for w in printed).replace(" - ", "-").strip(" -")
