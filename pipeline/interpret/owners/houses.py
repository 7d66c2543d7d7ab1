"""Banks and brokers whose analysts a story asks: what they estimate is another's."""

from __future__ import annotations

from dataclasses import replace

from pipeline.interpret.clue import Sentence
from pipeline.interpret.owners.parties import Party, behind_ticker, words

TARGET = 7
"""Tokens between a house and the target that it sets."""


class Houses:
    """Remembers the houses of a story about `company`, and takes them for speakers."""

    def __init__(self, company: str | None, language: str) -> None:
        self.company, self.language = company, language
        self.known: set[str] = set()

    def note(self, sentence: Sentence, found: list[Party]) -> None:
        """Let the houses of a sentence be no subjects: "Halford Securities estimated a loss of $2 million"."""
        for i, party in enumerate(found):
            if (
                party.organisation
                and party.key != self.company
                and (
                    party.key in self.known or looks(party, sentence.tokens, self.language) or self._rates(party, found[i + 1 :], sentence)
                )
            ):
                self.known.add(party.key)
                found[i] = replace(party, subject=False, owns=False, says=True)

    def _rates(self, party: Party, others: list[Party], sentence: Sentence) -> bool:
        """ "Halford cut Arden and the stock fell": whether a house rates the firm that stands right behind its verb."""
        verb = behind_ticker(sentence.tokens, party.last + 1)
        rated = others[0] if others else None
        if rated is None or not rated.organisation or rated.owns or rated.first != verb + 1:
            return False
        return sentence.tokens[verb] in words("rerates", self.language)


def looks(party: Party, tokens: list[str], language: str) -> bool:
    """Whether a party estimates, or lends its name to an analyst."""
    before, behind = tokens[max(0, party.first - 3) : party.first], tokens[party.last + 1 : party.last + 3]
    if not words("targets", language).isdisjoint(tokens[party.last + 1 : party.last + TARGET]):
        return behind[:1] != ["and"] and not words("rerates", language).isdisjoint(behind)  # "Halford raised its price target"
    for i, token in enumerate(before):
        if token in words("raters", language):
            return words("rated_links", language).isdisjoint(before[i:])  # but "broker comments on Arden"
    return not words("rating", language).isdisjoint(behind)
