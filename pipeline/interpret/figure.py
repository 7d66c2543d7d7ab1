"""One figure as the questions of interpretation see it: its sentence, what stands around it, and the fact that they fill in."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.interpret.clue import Clue, Sentence, past_bracket
from pipeline.interpret.story import Story
from pipeline.lexicon import either, entries
from pipeline.model import Fact, Mention

BESIDE = ("base", "compared")
"""The roles of a figure that another is set against: its time is rarely that of the other."""

STEPS = ("growth", "change")
"""The statistics that tell a move, and have a direction and a basis."""

SHORTEST = 5
"""Letters of a word that an ending makes no superlative yet ("west", "rest")."""

BRACKET = 24
"""Tokens of the longest bracket behind a figure: it holds the sum in other moneys."""

ASIDE = 5
"""Tokens between a sum that restates another and the comma behind it: "1.10 dlrs a share,"."""

HEDGED = 4
"""Tokens of hedges between an article and its figure, of adjectives between a figure and its noun."""


@dataclass(slots=True)
class Frame:
    """How a figure stands in its sentence.

    `role` is one of: `converted` (the same amount in another money, in brackets), `restated` ("…, or $5 million"), `base` ("from
    2.9 billion"), `compared` ("against 2.9 billion"), `reached` ("rose to"), `step` ("rose 5 pct"), `moved` ("a 5 pct rise"),
    `paired` ("and 2.7 billion", with nothing of its own but a place or a time), `stated` (all else).
    `anchor` is the earlier figure that it is set beside, where its role has one; `move` the word of movement that governs it.
    """

    role: str = "stated"
    anchor: Figure | None = None
    move: Clue | None = None


@dataclass(slots=True)
class Figure:
    """A figure at tokens `first`..`last` of sentence `number`; `spans` are the token ranges of all figures of the sentence.

    `earlier` holds the figures before it that it may be set beside, the nearest last.
    `start` is the token after the figure before, or the first of the clause where that is later; `clause` the tokens of the
    clause it stands in.  `clue` is the word that names its measure, once that is settled.
    """

    story: Story
    sentence: Sentence
    number: int
    mention: Mention
    fact: Fact
    earlier: list[Figure]
    spans: list[tuple[int, int]]
    first: int
    last: int
    start: int
    clause: tuple[int, int]
    frame: Frame = field(default_factory=Frame)
    clue: Clue | None = None
    weights: list[float] = field(default_factory=list)
    polled: bool = False
    """Whether it counts those asked in a survey by what they answer."""
    chance: bool = False
    """Whether it is the chance of something."""
    far: bool = False
    """Whether it is a step from a time that is no neighbour of its own: "up 120 percent from 2007", told for 2009."""
    money: bool = field(init=False)
    """Whether it is an amount of money."""
    previous: Figure | None = field(init=False)
    """The figure before it in the sentence."""
    lead_first: int = field(init=False)
    """The token behind the figure before, or the first of the sentence."""
    lead: list[str] = field(init=False)
    """The tokens between the figure before, or the start of the sentence, and this one."""
    behind: int = field(init=False)
    """The token behind it, past a bracket that opens right behind it, or past what restates it before their common noun."""

    def __post_init__(self) -> None:
        self.money = self.mention.quantity.unit.isupper()
        self.previous = self.earlier[-1] if self.earlier else None
        tokens = self.sentence.tokens
        self.lead_first = self.previous.last + 1 if self.previous else 0
        self.lead = tokens[self.lead_first : self.first]
        self.behind = self._past_aside(past_bracket(tokens, self.last + 1, BRACKET))

    def _past_aside(self, at: int) -> int:
        """ "a $30 million, or $1.10 a share, charge": the token of the noun that a sum has in common with what restates it."""
        tokens = self.sentence.tokens
        if not self.money or tokens[at : at + 2] != [",", "or"] or not self._described():
            return at
        other = next((last for first, last in self.spans if first in (at + 2, at + 3)), None)
        if other is None or "," not in tokens[other + 1 : other + 1 + ASIDE]:
            return at
        noun = tokens.index(",", other) + 1
        return noun if self._noun_at(noun) else at

    def _described(self) -> bool:
        """Whether an article stands before it, with nothing but hedges and adjectives between: "a one-time $30 million"."""
        for at in range(self.first - 1, max(-1, self.first - 1 - HEDGED), -1):
            token = self.sentence.tokens[at]
            if token in self.words("describing"):
                return True
            if token not in self.words("before_figure") and not self._describes(at):
                return False
        return False

    def _noun_at(self, at: int) -> bool:
        """Whether a noun that measures or moves stands at a token, past its adjectives: "after-tax charge", "reduction in earnings"."""
        tokens, stops = self.sentence.tokens, self.words("describing_stops")
        for clue in self.sentence.clues:
            if at <= clue.first <= at + HEDGED and (clue.kind == "finite" or clue.role in ("verb", "verbs")):
                return False
            if at <= clue.first <= at + HEDGED and (clue.kind == "indicator" or clue.kind.startswith("direction")):
                return stops.isdisjoint(tokens[at : clue.first])
        return False

    @property
    def index(self) -> int:
        """Which of the sentence's figures it is, from 0; those in words count, though `earlier` leaves them out."""
        return self.spans.index((self.first, self.last))

    @property
    def attributive(self) -> bool:
        """Whether it stands between an article and the noun that it describes: "its 109 billion dlr debt", "its hostile $2 billion bid"."""
        tokens, articles, last = self.sentence.tokens, self.words("describing"), self._pair_end()
        if articles.isdisjoint(tokens[max(0, self.first - HEDGED) : self.first]):
            return False
        if tokens[last + 1 : last + 2] and tokens[last + 1] in self.words("described"):
            return True
        noun = next((c for c in self.sentence.of("indicator") if c.first > last and c.role != "verb"), None)
        if noun is None or noun.first - last > HEDGED:
            return False
        at = self.first - 1
        while at >= 0 and tokens[at] not in articles:
            if tokens[at] not in self.words("before_figure") and not self._describes(at):
                return False
            at -= 1
        if not self.money and tokens[at - 1 : at] == ["at"]:
            return False  # "rose at a 1.3 pct rate": the rate is the step
        return all(t.isalpha() and t not in self.words("describing_stops") for t in tokens[last + 1 : noun.first] if t != "-")

    def _pair_end(self) -> int:
        """The last token of a figure, of the other one of a pair ("its 49 percent and 51 percent stakes"), of what it is converted to in
        brackets."""
        tokens, behind = self.sentence.tokens, self.last + 1
        if tokens[behind : behind + 1] == ["and"]:
            return next((last for first, last in self.spans if first == behind + 1), self.last)
        return self.behind - 1

    def _describes(self, at: int) -> bool:
        """Whether a token between an article and a figure may be an adjective: a word, and none that moves or that stands for a verb."""
        word, before = self.sentence.tokens[at], self.sentence.tokens[at - 1]
        if not self.money or not (word.isalpha() or word in ",-") or word in self.words("describing_stops"):
            return False
        if before in self.words("describing") and any(c.first == at and c.role != "nouns" for c in self.sentence.of("direction")):
            return True  # "a higher, revised $2 billion offer", "the dwindling $7 billion fund"
        return not any(c.first <= at <= c.last and (c.kind == "finite" or c.kind.startswith("direction")) for c in self.sentence.clues)

    def because(self, rule: str, weight: float | None = None) -> None:
        """Note the rule that settled something, and how sure that rule is."""
        self.fact.rules.append(rule)
        if weight is not None:
            self.weights.append(weight)

    def ranked(self, until: int) -> bool:
        """Whether a superlative stands between the figure and token `until`: "its largest drop since January" compares."""
        return ranks(self.sentence.tokens[self.last + 1 : until], self.story.language)

    def words(self, name: str) -> frozenset[str]:
        """A closed set of words of the story's language (grammar.toml)."""
        return self.story.grammar[name]

    def bare_lead(self, *besides: frozenset[str]) -> list[str]:
        """The words before the figure but those that stand right before any ("about", "some", "an") and those of other sets."""
        skipped = either(self.story.grammar["before_figure"], *besides)
        return [token for token in self.lead if token not in skipped]


def ranks(tokens: list[str], language: str) -> bool:
    """Whether one of the tokens is a superlative."""
    entry = entries("grammar", language)["superlatives"]
    return any(token in entry["forms"] or (len(token) > SHORTEST and token.endswith(tuple(entry["endings"]))) for token in tokens)
