"""What stands around one figure: the phrases of its sentence, where its clause begins, and which clue may head a phrase for it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.interpret import hedges
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import costly, counted, fits
from pipeline.interpret.measure.marks import entries, marked
from pipeline.interpret.measure.parts import stands
from pipeline.interpret.measure.phrase import Phrase, Phrases

ASIDES = (",", "-")
"""What opens an aside and closes it."""

LONGEST = 6
"""Tokens before a figure that a phrase which hedges it may take."""


@dataclass(slots=True, eq=False)
class Governor:
    """What says what a figure measures: a clue, or the phrase of a noun that the lexicon does not know; the rule; how sure it is."""

    clue: Clue | None
    rule: str
    weight: float
    phrase: Phrase | None = None
    link: str = ""
    """The preposition of a price behind a verb: "sold it for"."""


class Around:
    """The surroundings of one figure; `low` is the token at which its clause begins, `at` the one before it and its hedges."""

    def __init__(self, figure: Figure, phrases: Phrases) -> None:
        self.figure = figure
        self.phrases = phrases
        self.tokens = figure.sentence.tokens
        self.language = figure.story.language
        self.closed = sets(self.language)
        self.kinds = counted(figure)
        self.low = self._low()
        self.at = self._bare()

    def head(self, found: Phrase) -> Clue | None:
        """The clue that heads a phrase; a commodity is one of prices, never of sums, and a sum's "rate" is its pace."""
        clue = self.phrases.head(found)
        if clue is None:
            return None
        if clue.role == "thing" and self.kinds & {"sum", "part"} and not costly(self.figure, clue):
            return None
        if self.too_dear(clue) or self.stands(clue):
            return None
        if self._recorded(clue):
            return None
        if clue.role == "loose" and not self._may_mean(clue):
            return None
        if clue.key in entries(self.language)["loose"]["behind_only"] and (not self.figure.money or clue.first < self.figure.first):
            return None
        if clue.role == "loose" and self.figure.money:
            if clue.key in self.closed["movements"] or ("sum" in self.kinds and clue.key in self.figure.words("pace")):
                return None
        return clue

    def _recorded(self, clue: Clue) -> bool:
        """ "exports registered a growth of 5 pct": a movement of the subject before the verb, and no economy's."""
        tokens, verb = self.tokens, clue.first - 2
        if clue.key not in self.closed["movements"] or clue.last + 1 != self.at or tokens[self.at] != "of" or verb < 1:
            return False
        if tokens[clue.first - 1] not in self.figure.words("articles") or tokens[verb] not in self.closed["recording"]:
            return False
        return any(c.last == verb - 1 and c.role in ("noun", "loose") for c in self.phrases.nouns)

    def too_dear(self, clue: Clue) -> bool:
        """ "Arden, which gains from a weak dollar, closed at $76": whether the clue is a money, and the price none of a money."""
        return "dear" in self.kinds and not fits(clue.key, self.kinds - {"small"}, self.language)

    def stands(self, clue: Clue) -> bool:
        """Whether the clue names a part of a whole, and the figure a growth that it has not; a gain in percent is itself one."""
        named = self.tokens[clue.first : clue.last + 1]
        gained = clue.key == "profit" and not self.figure.money and not self.closed["gained"].isdisjoint(named)
        return gained or stands(clue, self.tokens, self.kinds, self.language)

    def _may_mean(self, clue: Clue) -> bool:
        """Whether one of the indicators that a word may mean is counted as the figure is."""
        return any(fits(choice, self.kinds, self.language) for choice in entries(self.language)["loose"][clue.key])

    def _low(self) -> int:
        """The token at which the clause begins; one in an aside that closes before the figure reaches to the start of the sentence."""
        start, first = self.figure.clause[0], self.figure.first
        if start in self.phrases.passed and start not in self.phrases.figures:
            return 0  # "earnings before interest and tax rose"
        if start and any(self.tokens[i] in ASIDES and self.phrases.opening(i, 0, self.tokens[i]) <= start - 1 for i in range(start, first)):
            return 0
        return start

    def _bare(self) -> int:
        """The token before a figure and its hedges ("at least", "up to", "a provisional")."""
        tokens, single, pairs = self.tokens, self.closed["hedges"], self.closed["hedging_pairs"]
        low = self.figure.earlier[-1].last + 1 if self.figure.earlier else 0
        at = self.figure.first - 1
        at -= hedges.length(tokens[max(low, at - LONGEST) : at + 1], self.figure.words("hedging_phrases"))
        while at >= low:
            here = tokens[at]
            if here == ",":
                if at == low or tokens[at - 1] not in single or tokens[at - 1].isdigit():
                    break
            elif f"{tokens[at - 1]} {here}" not in pairs and f"{here} {tokens[at + 1]}" not in pairs:
                if here not in single and (here[0].isalnum() or here in ";:()"):
                    break
            at -= 1
        return at

    def hung_on(self, clue: Clue, link: str) -> bool:
        """Whether a noun names only how something moved that hangs on it: the "rise" of "a rise in exports"."""
        return clue.role == "loose" and clue.key in self.closed["movements"] and link in self.closed["attaching"]

    def before(self, key: str) -> Clue | None:
        """The last noun of an indicator before the figure in its sentence."""
        nouns = (c for c in reversed(self.figure.sentence.of("indicator")) if c.key == key and c.role == "noun")
        return next((c for c in nouns if c.last < self.figure.first), None)

    def agent(self) -> bool:
        """ "orders were boosted by a 9 pct rise in bookings": the movement is not that of the subject."""
        return self.figure.frame.role == "moved" and self.at >= 0 and self.tokens[self.at] in self.closed["agents"]

    def held(self, clue: Clue) -> bool:
        """Whether a percentage of what the clue names is a stake or a share of a market."""
        return not self.figure.money and (marked(clue.key, "held", self.language) or marked(clue.key, "part", self.language))
