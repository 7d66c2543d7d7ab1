"""Whether a story, or a sentence of it, is about a company: then its loose words mean what companies have."""

from __future__ import annotations

import re

from pipeline.interpret.clue import Sentence
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.owners.known import is_firm
from pipeline.interpret.story import Story

HEAD_SENTENCES, OFTEN_NAMED = 2, 3
"""A story is one of a company where its first sentences name one and it is named this often."""

CODE = 12
"""Characters of a code of an exchange."""

CODED = re.compile(r" [A-Z0-9]{1,8}\.[A-Z]{1,3}\b")
"""Such a code that stands in no brackets."""


class About:
    """Knows whether a story is of a company, and asks so of its sentences."""

    def __init__(self, story: Story) -> None:
        self.story, self.language, self.closed = story, story.language, sets(story.language)
        head = story.spans[:HEAD_SENTENCES]
        named = story.organisations_in(head[0].start, head[-1].end) if head else []
        self.company = bool(named) and (len(story.named) >= OFTEN_NAMED or any(_traded(story.text, o.end) for o in named))
        self.read: tuple[Sentence | None, bool] = None, False
        """The sentence that was asked of last, and the answer."""

    def organised(self, sentence: Sentence) -> bool:
        """Whether a sentence is about an organisation: it names one, or calls it a firm, and names no place but in such a name."""
        if self.read[0] is not sentence:
            names = self.story.organisations_in(sentence.start, sentence.end)
            named = bool(names) or not self.closed["firms"].isdisjoint(sentence.tokens)
            of_firm = sentence.tokens[:1] == ["the"] and not self.closed["firms"].isdisjoint(sentence.tokens[1:2])  # "The company, which …"
            places = [c for c in sentence.of("place") if c.start >= self.story.body]  # but "LONDON - Arden said sales rose"
            placed = any(not any(n.start <= c.start and c.end <= n.end for n in names) for c in places)
            self.read = sentence, named and (of_firm or not placed)
        return self.read[1]

    def by_firm(self, sentence: Sentence) -> bool:
        """ "Arden Corp said sales jumped in China": whether a firm opens the sentence, whatever place stands further on."""
        names = self.story.organisations_in(sentence.start, sentence.end)[:1]
        return any(
            n.start == max(sentence.start, self.story.body) and is_firm(self.story.text[n.start : n.end], self.language) for n in names
        )


def _traded(text: str, at: int) -> bool:
    """ "Arden ( ARD.N )", "Arden ARD.N": whether the code of an exchange stands behind a name."""
    if text[at : at + 2] != " (":
        return CODED.match(text, at) is not None
    code = text[at + 2 : text.find(")", at)].strip()
    return 0 < len(code) <= CODE and "." in code and " " not in code
