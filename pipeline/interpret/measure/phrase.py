"""Noun phrases without a grammar: runs of words between the small words, verbs and stops that bound them.

English puts the head last in its phrase, and hangs on it with a preposition, behind it, what narrows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Clue, Sentence
from pipeline.interpret.measure.benchmark import weighed
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.deducted import ranges
from pipeline.interpret.measure.parts import each
from pipeline.interpret.measure.verbs import acted, verbal, verbs, with_no_amount
from pipeline.interpret.owners.organisations import Occurrence
from pipeline.lexicon import either, words

LONG = 9
"""Tokens beyond which a run without a bound is no noun phrase but words that the lexicon does not know."""

PACE, FAR_PACE = 4, 7
"""Tokens before a pace in which its "at" and its article stand; side by side, for "at a slower-than-expected"."""

NEXT = 3
"""Tokens between an amount and a noun that names something only behind one."""

TAKEN = 5
"""Tokens between "net" and the noun of what is taken off: "net of provisions for bad debts"."""

ASIDE = 30
"""Tokens over which a comma closes an aside."""


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase at tokens `first`..`last`; `link` is the preposition it hangs by, or ""; `verbs` and `commas` stand between
    it and where the search began."""

    first: int
    last: int
    link: str = ""
    verbs: int = 0
    commas: int = 0


@cache
def bounding(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What a phrase does not reach over leftwards, what it does not reach over rightwards, and what is no part of one at all."""
    small = closed("small_words", language)
    outside = small | closed("prepositions", language) | closed("determiners", language)
    joined = closed("inside_phrases", language)
    return outside - joined, (small | closed("prepositions", language)) - joined, outside


@cache
def _tailed(language: str) -> tuple[str, ...]:
    return tuple(lexicon.entries("measure", language)["adverbs"]["endings"])


@cache
def _months(language: str) -> frozenset[str]:
    """The months that are verbs as well: "may"."""
    return closed("verbs", language).intersection(lexicon.entries("periods", language)["months"])


def _placed(sentence: Sentence, text: str, language: str) -> list[str]:
    """The tokens of a sentence, as printed where one is a place, a month or a letter and looks like a small word ("US", "May", "A")."""
    tokens, months = sentence.tokens, _months(language)
    lettered = closed("classes", language)
    for i in [i for i, token in enumerate(tokens) if token in months or (i and len(token) == 1 and tokens[i - 1] in lettered)]:
        if text[sentence.starts[i]].isupper():
            tokens = [*tokens[:i], text[sentence.starts[i] : sentence.ends[i]], *tokens[i + 1 :]]
    for clue in sentence.of("place"):
        if clue.first == clue.last and tokens[clue.first] in closed("small_words", language):
            tokens = [*tokens[: clue.first], clue.key, *tokens[clue.last + 1 :]]
    return tokens


class Phrases:
    """The noun phrases of one sentence."""

    def __init__(self, sentence: Sentence, text: str, figures: list[tuple[int, int]], names: list[Occurrence], language: str) -> None:
        self.sentence, self.tokens = sentence, _placed(sentence, text, language)
        self.language, self.closed = language, sets(language)
        self.per = self.closed["per"]
        self.figures = {i: a for a, b in figures for i in range(a, b + 1)}
        self.passed = {**self.figures, **ranges(sentence, self.tokens, language)}
        behind = lexicon.entries("indicators", language)["loose"]["behind_only"]
        self.nouns = [
            acted(c, self.tokens, self.figures, language)
            for c in sentence.of("indicator")
            if self.passed.keys().isdisjoint((c.first, c.last))
            and not (c.first - 2 in self.figures and self.tokens[c.first - 1] in self.per)
            and not any(o.start <= c.start and c.end <= o.end for o in names)  # the "Fund" of a name is none
            and not verbal(c, self.tokens, language)
            and not with_no_amount(c, self.tokens, self.figures, language)
            and not self._pace(c)
            and not self._yardstick(c)
            and not self._taken_off(c)
            and not self._unit(c)
            and not each(c, self.tokens, language)
            and not (c.key == "share_price" and weighed(self.tokens, c.first, c.last, language))
            and not (c.key in behind and self.figures.keys().isdisjoint(range(c.first - NEXT, c.first)))
        ]
        self.verbs = verbs(sentence, self.tokens, self.nouns, self.figures, language)
        self.left, self.right, self.outside = bounding(language)
        self.sayers, self.links = self.closed["sayers"], self.closed["prepositions"]
        self.determiners, self.movements = self.closed["determiners"], self.closed["movements"]
        joined = (c for c in sentence.of("basis") if self.tokens[c.first + 1 : c.first + 2] == ["-"])
        self.compounds = {i for c in joined for i in range(c.first, c.last + 1)}  # the "on" of "month-on-month" hangs nothing
        self.owning, self.months = either(self.determiners, GENITIVE), lexicon.entries("periods", language)["months"]
        self.tailed, self.no_adverbs = _tailed(language), self.closed["no_adverbs"]

    def _pace(self, clue: Clue) -> bool:
        """Whether a "rate" is the pace of a movement ("grew at a 5 pct rate", "growing at a rate of 5 pct") and names no measure."""
        if clue.key not in words("pace", self.language):
            return False
        tokens, at = self.tokens, self.figures.get(clue.first - 1, clue.first)
        at = next((c.first for c in self.sentence.of("basis") if c.last == at - 1 and c.first < c.last), at)  # "a year-on-year rate of"
        before = tokens[max(0, at - PACE) : at]
        links, articles = words("pace_links", self.language), words("articles", self.language)
        far = tokens[max(0, at - FAR_PACE) : at]
        joined = any(one in links and two in articles for one, two in pairwise(far))
        if not joined and (articles.isdisjoint(before) or links.isdisjoint(before)):
            told = at < clue.first and before and before[-1] in links | articles  # "fell a 5 pct rate", "jumped at 5 pct rate"
            return bool(told) and any(c.last == at - 2 for c in self.sentence.of("direction"))
        moved = any(0 < at - c.last <= (FAR_PACE if joined else PACE) + 1 for c in self.sentence.of("direction"))
        return moved or at < clue.first

    def _yardstick(self, clue: Clue) -> bool:
        """Whether a noun only says what a figure is held against: "the 5 pct mark", "at 1980 prices"."""
        here, before = self.tokens[clue.last], clue.first - 1
        if (
            before > 2
            and self.tokens[before - 3] == "as"
            and self.tokens[before] == "of"
            and self.tokens[before - 1] in self.closed["parted"]
        ):
            return True  # "borrowing as a percentage of GDP"
        if here in self.closed["thresholds"]:
            return before in self.figures
        return here in self.closed["valued_at"] and before >= 0 and len(self.tokens[before]) == 4 and self.tokens[before].isdigit()

    def _unit(self, clue: Clue) -> bool:
        """ "The dollar volume of orders": a money that only says in what it is counted."""
        if clue.key != "exchange_rate" or clue.first != clue.last:
            return False
        behind = self.tokens[clue.last + 1 : clue.last + 2]
        behind = self.tokens[clue.last + 2 : clue.last + 3] if behind == ["-"] else behind
        return not self.closed["told_in_money"].isdisjoint(behind)

    def _taken_off(self, clue: Clue) -> bool:
        """ "turnover net of duties": what is behind "net of" is taken off the measure, and no profit; but "a net of 5 million"."""
        tokens, hedges = self.tokens, words("before_figure", self.language)
        if clue.last + 1 in self.figures and clue.first > 1 and tokens[clue.last] in self.closed["taken_off"]:
            return tokens[clue.first - 1] in words("articles", self.language)  # "put in a net $5 million"
        for at in range(clue.first, max(-1, clue.first - TAKEN), -1):
            if tokens[at] == "," or at in self.figures:
                return False
            if tokens[at] in self.closed["taken_off"] and tokens[at + 1 : at + 2] == ["of"]:
                return at + 2 not in self.figures and tokens[at + 2] not in hedges
        return False

    def word(self, at: int) -> bool:
        """Whether a token is a word, a number or what holds compounds together."""
        token = self.tokens[at]
        return token[0].isalnum() or (token in JOINTS and not self._dash(at)) or token in GENITIVE

    def parts(self, at: int) -> bool:
        """Whether the hyphen at a token parts two phrases."""
        return self._dash(at)

    def _dash(self, at: int) -> bool:
        """Whether a hyphen joins no compound but parts two phrases: "the market -- and others", "the market - a rival"."""
        if self.tokens[at] != "-" or not at:
            return False
        return self.tokens[at - 1] == "-" or self.sentence.starts[at] > self.sentence.ends[at - 1]

    def _before_dash(self, at: int, low: int) -> int:
        """The token before a dash, or before the aside that it closes: "its stock -- a gauge of demand -- rose"; a dash may be two hyphens."""
        at -= at > low and self.tokens[at - 1] == "-"
        opened = self.opening(at, low, "-")
        return opened - 1 - (opened > low and self.tokens[opened - 1] == "-")

    def adverb(self, at: int) -> bool:
        token = self.tokens[at]
        return token.endswith(self.tailed) and token not in self.no_adverbs

    def after(self, at: int, until: int, *, bare: bool = False) -> Phrase | None:
        """The phrase that begins at token `at`, articles before it skipped unless it must be `bare`."""
        while at < until and self.tokens[at] in self.determiners:
            if bare:
                return None
            at += 1
        at += at < until and self.tokens[at] in self.closed["opening_phrases"]  # "a fall in overall sales"
        if at >= until or at in self.verbs or self.tokens[at] in self.outside:
            return None
        end = at
        while end < until and end - at < LONG and (self.word(end) or self.tokens[end] == SLASH):
            here, stops = self.tokens[end], end in self.verbs
            stops = stops or (here in self.right and end not in self.compounds) or (here in self.determiners and here not in GENITIVE)
            if stops or (
                end > at and here in self.closed["times_open"] and not self.closed["time_units"].isdisjoint(self.tokens[end + 1 : end + 2])
            ):
                break  # "of GDP last year and inflation of"
            end += 1
        return Phrase(at, end - 1) if end > at else None

    def before(self, at: int, low: int) -> Iterator[Phrase]:
        """The phrases from token `at` leftwards, nearest first, down to token `low` or to a verb of saying."""
        tokens = self.tokens
        verbs = commas = 0
        while at >= low:
            here = tokens[at]
            if at in self.passed:
                at = self.passed[at] - 1
            elif here in self.sayers and not self._adds(at):
                return
            elif here == ",":
                commas += 1
                at = self.opening(at, low, ",") - 1
            elif here == ")":
                at = self.opening(at, low, "(") - 1
            elif here == "-" and self._dash(at):
                at = self._before_dash(at, low)
            elif at in self.verbs:
                verbs += 1
                at -= 1
            elif here in self.outside or not self.word(at) or self.adverb(at):
                at -= 1
            else:
                found = self._ending(at, low, verbs, commas)
                if not self._appended(found, low):
                    yield found
                at = found.first - 1

    def _adds(self, at: int) -> bool:
        """ "Arden added 2 percent": a verb of saying that moves something; but "sales added 2 points to growth"."""
        if at + 1 not in self.figures or not any(c.first == at for c in self.sentence.of("direction")):
            return False
        behind = self.tokens[at + 1 : at + 1 + NEXT + 1]
        return words("index_units", self.language).isdisjoint(behind)

    def _appended(self, found: Phrase, low: int) -> bool:
        """Whether a phrase is the code of an index (".FTSE") or what a figure before it is counted by ("a share")."""
        first = found.first
        if first - 1 < low:
            return False
        if self.tokens[first - 1] == ".":
            glued = first > 1 and self.sentence.ends[first - 2] == self.sentence.starts[first - 1]  # "Amazon.com" is none
            return not glued and self.sentence.ends[first - 1] == self.sentence.starts[first]
        return first - 2 in self.figures and self.tokens[first - 1] in self.per

    def _ending(self, at: int, low: int, verbs: int, commas: int) -> Phrase:
        """The phrase that ends at token `at`."""
        tokens, first = self.tokens, at
        while first > low and at - first < LONG:
            left = tokens[first - 1]
            if left in self.left or left in self.sayers or not self.word(first - 1):
                break
            if first - 1 in self.figures or first - 1 in self.verbs or self.adverb(first - 1):
                break
            dated = tokens[first - 2].casefold() in self.months and tokens[first - 3] in self.links
            if left in self.closed["inside_phrases"] and (dated or (first - 4 in self.figures and tokens[first - 3] in self.per)):
                break  # "$919 an ounce and platinum", "grew 25 pct in August and imports 33 pct": what follows is another thing
            first -= 1
        while first < at and (tokens[first] in self.outside or not tokens[first][0].isalnum()):
            first += 1
        link = first - 1
        while link >= low and tokens[link] in self.determiners:
            link -= 1
        return Phrase(first, at, tokens[link] if link >= low and tokens[link] in self.links else "", verbs, commas)

    def opening(self, at: int, low: int, opener: str) -> int:
        """The comma or bracket that opens what the one at `at` closes: ", which …,"; `at` where it closes nothing.

        A relative clause may hold commas of its own, other asides none.
        """
        if opener == "," and self.tokens[at + 1 : at + 2] == ["or"] and at + 2 in self.figures:
            return at  # ", while the other added 7 points, or 2 percent"
        near, far = self.closed["asides"], self.closed["long_asides"]
        for i in range(at - 1, max(low, at - ASIDE) - 1, -1):
            if self.tokens[i] != opener or (opener == "-" and not self._dash(i)):
                continue
            if opener != "," or self.tokens[i + 1] in near or self._watched(i + 1):
                return i
            near = far
        return at

    def _watched(self, at: int) -> bool:
        """Whether an aside opens with an adverb and a participle: ", closely watched by the Fed,"."""
        return self.adverb(at) and at + 1 < len(self.tokens) and self.tokens[at + 1].endswith("ed")

    def head(self, found: Phrase) -> Clue | None:
        """The clue that heads a phrase: the last one, for compounds end in their head, but "profit" in "profit growth"."""
        best: Clue | None = None
        for clue in self.nouns:
            if clue.first > found.last:
                break
            if clue.last < found.first or clue.role == "verb":
                continue
            if best is None or not (clue.role == "loose" and clue.key in self.movements):
                best = clue
        return best


SLASH = "/"
"""Holds two names of one thing together: an IMF/EU bailout."""

JOINTS = frozenset("-'\"<>&")
