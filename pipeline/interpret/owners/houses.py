"""Banks and brokers whose analysts a story asks: what they estimate is another's."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pipeline.interpret.clue import Sentence
from pipeline.interpret.owners.parties import Party, behind_ticker, words
from pipeline.interpret.owners.signs import signs
from pipeline.interpret.story import Story
from pipeline.lexicon import either
from pipeline.lexicon import words as figure_words

TARGET = 7
"""Tokens between a house and the target that it sets."""


DAY = 4
"""Tokens in which a day stands between a house and its verb."""

RESULTS = ("profit", "loss", "eps", "revenue", "dividend")
"""What a house tells of itself."""

CALLED = 40
"""Characters before a name, and behind it, that call it what it is."""


class Houses:
    """Remembers the houses of a story about `company`, `watchers` first, and takes them for speakers."""

    def __init__(self, story: Story, company: str | None, watchers: set[str]) -> None:
        self.company, self.language = company, story.language
        self.known = set(watchers)

    def note(self, sentence: Sentence, found: list[Party]) -> None:
        """Let the houses of a sentence be no subjects: "Halford Securities estimated a loss of $2 million"."""
        for i, party in enumerate(found):
            if (
                party.organisation
                and party.key != self.company
                and (
                    (party.key in self.known and not self._posts(party, sentence))
                    or looks(party, sentence.tokens, self.language)
                    or self._rates(party, found[i + 1 :], sentence)
                )
            ):
                self.known.add(party.key)
                found[i] = replace(party, subject=False, owns=False, says=True)

    def _posts(self, party: Party, sentence: Sentence) -> bool:
        """ "Halford reported a loss of $5 billion": whether a house tells results, which are its own."""
        verb = behind_ticker(sentence.tokens, party.last + 1)
        if words("posting", self.language).isdisjoint(sentence.tokens[verb : verb + 1]):
            return False
        return any(c.key in RESULTS and c.first > verb for c in sentence.of("indicator"))

    def _rates(self, party: Party, others: list[Party], sentence: Sentence) -> bool:
        """ "Halford cut Arden and the stock fell": whether a house rates the firm that stands right behind its verb."""
        verb = behind_ticker(sentence.tokens, party.last + 1)
        rated = others[0] if others else None
        if rated is None or not rated.organisation or rated.owns or rated.first != verb + 1:
            return False
        return sentence.tokens[verb] in words("rerates", self.language)


def looks(party: Party, tokens: list[str], language: str) -> bool:
    """Whether a party estimates, or lends its name to an analyst."""
    at = party.last + 1
    if tokens[at : at + 1] == ["on"]:  # "Halford on Thursday cut its rating"
        at = next((i for i in range(at + 1, min(at + DAY, len(tokens))) if tokens[i] not in signs(language).agents_between), at)
    before, behind = tokens[max(0, party.first - 3) : party.first], tokens[at : at + 2]
    if not words("targets", language).isdisjoint(tokens[at : at + TARGET - 1]):
        return behind[:1] != ["and"] and not words("rerates", language).isdisjoint(behind)  # "Halford raised its price target"
    for i, token in enumerate(before):
        if token in words("raters", language):
            return words("rated_links", language).isdisjoint(before[i:])  # but "broker comments on Arden"
    if not words("own_views", language).isdisjoint(behind[1:]):
        return False  # "Halford sees its profit rising", "Halford sees no reason to raise its bid"
    return not words("rating", language).isdisjoint(behind)


def raters(story: Story) -> set[str]:
    """The names of a story that are of houses which rate the debts of others."""
    names, parted = (tuple(words(f"rating_houses.{key}", story.language)) for key in ("forms", "parted"))
    return {
        name.name
        for name in story.named
        if name.name.casefold().startswith(names)
        or story.text[max(0, name.start - CALLED) : name.start].rstrip().casefold().endswith(parted)
    }


def watchers(story: Story) -> set[str]:
    """The sources that a story calls ones which look at others: "market tracker Halford said", "Penwith, a think tank, says"."""
    found = raters(story)
    articles, (between, tells) = words("articles", story.language), _verbs(story.language)
    for name in story.named:
        behind = story.text[name.end : name.end + 2 * CALLED].replace(",", " , ").split()
        called, after = None, behind
        if len(behind) > 1 and behind[0] == "," and behind[1] in articles:
            called = " ".join(behind[2:]).split(",")[0].split()
            after = behind[3 + len(called) :]
        verb = next((word for word in after[:2] if word not in between), after[0] if after else "")
        if verb.strip(".,") not in tells:
            continue
        if len(name.name.split()) > 1 and _watches([name.name.split()[-1]], story.language):
            found.add(name.name)  # "Halford Analytics now predicts"
            continue
        if called is None:
            called = story.text[max(0, name.start - CALLED) : name.start].split()
        if _watches(called, story.language):
            found.add(name.name)
    return found


@cache
def _verbs(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """What may stand between a house and its verb, and the verbs by which it tells of others."""
    return words("auxiliaries", language) | words("agents_between", language), figure_words("says", language) | words("telling", language)


def _watches(called: list[str], language: str) -> bool:
    """Whether words that call a firm what it is end in one for looking at others: "a research firm", "property-data provider"."""
    last = [word for part in called[-2:] for word in part.casefold().split("-")][-2:]
    watching = words("watching", language)
    if not last or last[-1] in watching:
        return bool(last)
    return last[0] in watching and last[-1] in either(words("firms", language), words("watching_firms", language))
