"""Which noun or verb says what a figure measures: the noun behind it ("a $900m loan"), the noun before it ("a profit of $5m"),
the object of the verb ("cut its base rate by"), the subject ("exports rose")."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.phrase import Phrase, Phrases, closed
from pipeline.interpret.measure.sense import counted, entries, fits, marked

NEAR = 4
"""Tokens between a figure and the noun right behind it."""

PRONOUN = 4
"""Tokens between a relative pronoun and its figure: the verb and a link."""

FAR = 12
"""Tokens between a figure and the noun that it is an amount of."""


class Governor(NamedTuple):
    """What says what a figure measures: a clue, or the phrase of a noun that the lexicon does not know; the rule; how sure it is."""

    clue: Clue | None
    rule: str
    weight: float
    phrase: Phrase | None = None


class Search:
    """The search for the governor of one figure among the phrases of its sentence."""

    def __init__(self, figure: Figure, phrases: Phrases) -> None:
        self.figure = figure
        self.phrases = phrases
        self.tokens = figure.sentence.tokens
        self.language = figure.story.language
        self.kinds = counted(figure)
        self.low = self._low()
        self.at = self._bare()

    def governor(self) -> Governor | None:
        """The governor; None where no noun or verb around the figure names anything."""
        behind = self._behind()
        label = self._label()
        if label is not None:
            return label
        before = self._of()
        if behind is not None and behind.rule.endswith(("by in", "by on")):
            if before is not None and before.clue is not None and before.clue.role == "noun" and before.clue.last == self.at - 1:
                return before  # "a shortage of $5m in the money market"
            if (spent := self._spent()) is not None:
                return spent
        if behind is not None and (behind.weight > 0.9 or (behind.clue is None and self._agent())):
            return behind
        if before is not None and before.clue is not None:
            return before
        if behind is not None and behind.clue is not None and (self._shares() or self._held(behind.clue)):
            return behind
        verb = self._verb()
        if verb is not None and not (behind is not None and behind.clue is not None and behind.weight > verb.weight):
            return verb
        left = self._left()
        if behind is not None and behind.clue is not None and (left is None or left.clue is None):
            return behind
        if left is not None and left.clue is not None:
            return left
        if self.figure.mention.optional:
            return left or before  # "twice that number": a share or multiple in words is of what it stands at, or of nothing told
        return (
            self._antecedent() or self._verb(nouns_too=True) or self._purpose() or self._nearest(left is None) or behind or left or before
        )

    def _head(self, found: Phrase) -> Clue | None:
        """The clue that heads a phrase; a commodity is one of prices, never of sums, and a sum's "rate" is its pace."""
        clue = self.phrases.head(found)
        if clue is None:
            return None
        if clue.role == "thing" and self.kinds & {"sum", "part"}:
            return None
        if clue.role == "loose" and not self._may_mean(clue):
            return None
        if clue.key in entries(self.language)["loose"]["behind_only"] and (not self.figure.money or clue.first < self.figure.first):
            return None
        if clue.role == "loose" and self.figure.money:
            if clue.key in closed("movements", self.language) or ("sum" in self.kinds and clue.key in self.figure.words("pace")):
                return None
        return clue

    def _may_mean(self, clue: Clue) -> bool:
        """Whether one of the indicators that a word may mean is counted as the figure is."""
        return any(fits(choice, self.kinds, self.language) for choice in entries(self.language)["loose"][clue.key])

    def _low(self) -> int:
        """The token at which the clause begins; one in an aside that closes before the figure reaches to the start of the sentence."""
        start, first = self.figure.clause[0], self.figure.first
        if start and any(self.tokens[i] == "," and self.phrases.opening(i, 0, ",") <= start - 1 for i in range(start, first)):
            return 0
        return start

    def _bare(self) -> int:
        """The token before a figure and its hedges ("at least", "up to", "a provisional")."""
        tokens, hedges, pairs = self.tokens, closed("hedges", self.language), closed("hedging_pairs", self.language)
        low = self.figure.earlier[-1].last + 1 if self.figure.earlier else 0
        at = self.figure.first - 1
        while at >= low:
            here = tokens[at]
            if here == ",":
                if at == low or tokens[at - 1] not in hedges or tokens[at - 1].isdigit():
                    break
            elif f"{tokens[at - 1]} {here}" not in pairs and f"{here} {tokens[at + 1]}" not in pairs:
                if here not in hedges and (here[0].isalnum() or here in ";:()"):
                    break
            at -= 1
        return at

    def _behind(self) -> Governor | None:
        """ "a $900m loan", "5 pct profit growth", "a 5 pct rise in exports", "$10m of debt", "30 pct of the company"."""
        figure, tokens, phrases = self.figure, self.tokens, self.phrases
        limit = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
        at, until = figure.last + 1, min(limit, figure.last + 1 + FAR)
        if at < until and tokens[at] == "(":
            close = next((i for i in range(at, min(len(tokens), at + 24)) if tokens[i] == ")"), len(tokens))
            at, until = close + 1, min(close + 1 + FAR, next((a for a, _ in figure.spans if a > close), len(tokens)))
        if at < until and tokens[at] == "-":
            at += 1
        at = self._qualified(at, until)
        if at >= until or (tokens[at] in closed("table_rows", self.language) and self._row(at)):
            return None
        told = next((c for c in phrases.nouns if c.first == at), None)
        if told is not None and (tokens[at] in phrases.links or (told.role == "verb" and self._held(told))):
            return Governor(told, "words behind the figure", 0.94, Phrase(told.first, told.last))  # "over Libor", "owned by"
        if (
            told is not None
            and told.role == "verb"
            and figure.money
            and not phrases.owning.isdisjoint(tokens[max(0, figure.first - 2) : figure.first])
        ):
            return Governor(told, "noun behind the figure", 0.9, Phrase(told.first, told.last))  # "its $14 billion bid for"
        transparent = closed("transparent", self.language)
        moved = figure.frame.role == "moved" or (
            self.at > 0 and tokens[self.at] in closed("value_links", self.language) and tokens[self.at - 1] in transparent
        )
        if tokens[at] in closed("comparatives", self.language) and not figure.money:
            at += 1
        found = phrases.after(at, until, bare=True)
        if found is not None:
            clue = self._head(found)
            beyond = tokens[found.last + 1] if found.last + 1 < until else ""
            if clue is not None and not (
                clue.role == "loose" and clue.key in closed("movements", self.language) and beyond in closed("attaching", self.language)
            ):
                return Governor(clue, "noun behind the figure", 0.95, found) if clue.first - at <= NEAR else None
            if not moved and tokens[found.last] not in transparent:
                return None
            at, moved = found.last + 1, True
        link = tokens[at] if at < until else ""
        amount = link in closed("amount_links", self.language)
        raised = (
            figure.money
            and link in closed("raised_by", self.language)
            and self.at >= 0
            and tokens[self.at] in closed("raisers", self.language)
        )
        taken = link in closed("taken_links", self.language)
        added = link in closed("added_links", self.language) and self.at >= 0 and tokens[self.at] in closed("adders", self.language)
        paid = self.at >= 0 and tokens[self.at] in closed("price_links", self.language)  # "bought it for 5 mln dlrs in cash"
        moves = link in closed("moved_links", self.language) and (moved or (link == "in" and figure.money and not paid))
        poured = link in closed("poured_links", self.language) and self.at >= 0 and tokens[self.at] in closed("pourers", self.language)
        if not (amount or raised or taken or added or moves or poured):
            return None
        at += 1
        while (found := phrases.after(at + (at < until and tokens[at] == "of"), until)) is not None:
            clue = self._head(found)
            if clue is not None:
                return Governor(clue, f"noun behind the figure, by {link}", 0.95 if figure.money or moved or added else 0.88, found)
            at = found.last + 2
            if at >= until or tokens[at - 1] not in closed("attaching", self.language) or tokens[found.last] not in transparent:
                break
        if ((amount and not figure.money) or self._agent()) and found is not None:
            return Governor(None, "noun behind the figure that is not in the lexicon", 0.4, found)
        return None

    def _qualified(self, at: int, until: int) -> int:
        """Where the noun begins behind what qualifies an amount: "a 28 dlr a share bid", "a 400 mln dlr, five-year facility"."""
        figure, tokens = self.figure, self.tokens
        if not figure.money or at + 3 >= until:
            return at
        counts = closed("counts", self.language)
        if tokens[at] == "," and tokens[at + 2] == "-" and (tokens[at + 1] in counts or tokens[at + 1].isdigit()):
            return at + 4 if tokens[at + 3] in closed("time_units", self.language) else at + 1
        if figure.fact.quantity.per == "share":
            start = at + (tokens[at] == "-")
            if tokens[start] in closed("per", self.language) and start + 2 < until:
                noun = start + 2 + (tokens[start + 2] == "-") if tokens[start + 1] != "-" else start + 3
                found = self.phrases.after(noun, until, bare=True)
                if found is not None and (clue := self._head(found)) is not None and clue.key in closed("priced", self.language):
                    return noun
        return at

    def _agent(self) -> bool:
        """ "orders were boosted by a 9 pct rise in bookings": the movement is not that of the subject."""
        return self.figure.frame.role == "moved" and self.at >= 0 and self.tokens[self.at] in closed("agents", self.language)

    def _label(self) -> Governor | None:
        """ "capacity use: 82.2 pct": the noun before a colon."""
        tokens, at = self.tokens, self.figure.first - 1
        at -= at > 0 and tokens[at] in closed("signs", self.language)
        if at < 1 or tokens[at] != ":":
            return None
        clue = next((c for c in self.phrases.nouns if c.last == at - 1 and c.role != "verb"), None)
        return None if clue is None else Governor(clue, "label before the figure", 0.93, Phrase(clue.first, clue.last))

    def _row(self, at: int) -> bool:
        """Whether the word at `at` begins a new row of a table: the source breaks the line before it, or the rows speak of "vs"."""
        sentence = self.figure.sentence
        return "\n" in self.figure.story.text[sentence.ends[at - 1] : sentence.starts[at]] or "vs" in self.tokens

    def _held(self, clue: Clue) -> bool:
        """Whether a percentage of what the clue names is a stake or a share of a market."""
        return not self.figure.money and (marked(clue.key, "held", self.language) or marked(clue.key, "part", self.language))

    def _shares(self) -> bool:
        """Whether a cue right before the figure says that it is a part of a whole ("accounts for")."""
        figure = self.figure
        return any(figure.start <= c.first and c.last < figure.first for c in figure.sentence.of("share"))

    def _of(self) -> Governor | None:
        """ "exports of $3bn", "a deficit with Japan of", "profit at": the noun right before the link."""
        at, tokens = self.at, self.tokens
        if at < 1 or tokens[at] not in closed("value_links", self.language):
            return None
        for found in self.phrases.before(at - 1, self.low):
            if found.verbs or found.commas:
                return None
            clue = self._head(found)
            if clue is not None and not (
                clue.role == "loose" and clue.key in closed("movements", self.language) and found.link in closed("attaching", self.language)
            ):
                return Governor(clue, f"noun before the figure, by {tokens[at]}", 0.85 if tokens[at] == "at" else 0.93, found)
            if not found.link:
                if tokens[at] != "of" or tokens[found.last] in closed("transparent", self.language):
                    return None
                return Governor(None, "noun before the figure that is not in the lexicon", 0.4, found)
        return None

    def _spent(self) -> Governor | None:
        """ "invested 5 mln dlrs in production": a verb that names what money is for, whatever it goes into."""
        clue = next(
            (c for c in self.phrases.nouns if c.last == self.at and c.role == "verb" and c.key in closed("goes_in", self.language)), None
        )
        return None if clue is None or not self.figure.money else Governor(clue, "verb before the figure", 0.92)

    def _verb(self, *, nouns_too: bool = False) -> Governor | None:
        """ "earned $5m", "bought it for $5m": a verb that names a measure, right before the figure or before its "for"."""
        at = self.at
        bare = self.tokens[at] if at >= 0 else ""
        low = self.figure.earlier[-1].last if self.figure.earlier else self.low - 1
        for clue in reversed(self.phrases.nouns):
            verb = clue.role == "verb" or (nouns_too and clue.role == "both" and clue.last == at and clue.first in self.phrases.verbs)
            if self.tokens[clue.last] in closed("late_verbs", self.language) and not nouns_too:
                continue
            if clue.last > at or not verb or not fits(clue.key, self.kinds, self.language):
                continue
            if not self.figure.money and not marked(clue.key, "part", self.language):
                continue
            if clue.last == at and clue.first > low:
                return Governor(clue, "verb before the figure", 0.92)
            if bare in closed("price_links", self.language) and clue.first >= self.low and not self._parted(clue.last):
                return Governor(clue, f"verb before the figure, by {bare}", 0.85)
            between = any(clue.last < c.first <= at for c in self.phrases.nouns)
            if clue.first > low and at - clue.last <= 3 and not between and bare not in closed("reach_links", self.language):
                return Governor(clue, "verb before the figure", 0.7)
            return None
        return None

    def _parted(self, last: int) -> bool:
        """Whether a verb of standing comes between a verb of buying and the price ("to raise the won as the debt stood at")."""
        standing = closed("standing", self.language)
        return any(token in standing for token in self.tokens[last + 1 : self.at])

    def _left(self) -> Governor | None:
        """The object of the verb, else its subject: the nearest phrase on the left that hangs on no other by a preposition."""
        tokens, transparent, stand_ins = self.tokens, closed("transparent", self.language), closed("stand_ins", self.language)
        attached: tuple[Clue, Phrase] | None = None
        below: Phrase | None = None
        for found in self.phrases.before(self.at, self.low):
            clue = self._head(found)
            weight = 0.9 - 0.05 * max(0, found.verbs - 1) - 0.08 * found.commas
            if clue is not None and not found.link:
                return Governor(clue, "subject or object", weight, found)
            if clue is not None and attached is None and found.link in closed("attaching", self.language):
                attached = clue, found
            elif (
                clue is not None and attached is not None and attached[1] is below and clue.last == found.last and self._hangs(found, below)
            ):
                attached = clue, found  # "a deficit in visible trade": what stands before the preposition is the head
            below = found
            if found.link:
                if attached is not None and found.first and self._cause(found):
                    return Governor(attached[0], "noun of the cause before the figure", 0.8, attached[1])
                continue
            noun = tokens[found.last]
            if attached is not None:
                return Governor(attached[0], "noun attached to the subject", weight - (0.05 if noun in transparent else 0.3), attached[1])
            if noun in stand_ins or noun in transparent:
                continue
            if found.verbs and noun.isalpha():
                return Governor(None, "subject that is not in the lexicon", 0.4, found)
        if attached is not None:
            return Governor(attached[0], "noun attached on the left", 0.6, attached[1])
        return None

    def _hangs(self, found: Phrase, below: Phrase) -> bool:
        """Whether the second phrase hangs on the first by a preposition right behind it."""
        between = self.tokens[found.last + 1 : below.first]
        return (
            0 < len(between) <= 2
            and between[0] == below.link
            and between[0] in closed("chain_links", self.language)
            and closed("determiners", self.language).issuperset(between[1:])
        )

    def _cause(self, found: Phrase) -> bool:
        """Whether a phrase is a movement that is given as a cause: "reserves fell due to a drop in"."""
        at = found.first - 1
        while at > 0 and self.tokens[at] in closed("determiners", self.language):
            at -= 1
        causes = closed("causes", self.language)
        moved = self.tokens[found.last] in closed("transparent", self.language)
        return moved and (self.tokens[at] in causes or self.tokens[at - 1] in causes)

    def _antecedent(self) -> Governor | None:
        """What a relative clause is about: "the company's net worth, which stood at"."""
        low, relatives = self.low, self.figure.words("relatives")
        pronoun = next((i for i in range(self.at, max(low, self.at - PRONOUN), -1) if self.tokens[i] in relatives), None)
        if pronoun is not None:
            found = next(self.phrases.before(pronoun - 1, low), None)
            clue = self._head(found) if found is not None else None
            return Governor(clue, "noun before the relative pronoun", 0.7, found) if clue is not None else None
        if low < 3 or self.tokens[low - 2] != "," or self.tokens[low - 1] not in relatives:
            return None
        thing: Governor | None = None
        for found in self.phrases.before(low - 3, 0):
            clue = self._head(found)
            if clue is not None:
                told = Governor(clue, "noun before the relative clause", 0.75, found)
                if clue.role != "thing" or not found.link:
                    return told
                thing = thing or told  # "stockpiles of crude, which": what the goods hang on
            elif not found.link:
                break
        return thing

    def _purpose(self) -> Governor | None:
        """ "is seeking $6m for emergency aid": what a sum is for, where nothing says what it is."""
        at = self.figure.last + 1
        if "sum" not in self.kinds or closed("purpose_links", self.language).isdisjoint(self.tokens[at : at + 1]):
            return None
        found = self.phrases.after(at + 1, min(len(self.tokens), at + FAR))
        clue = self._head(found) if found is not None else None
        return None if clue is None or clue.role != "noun" else Governor(clue, "noun behind the figure, by for", 0.5, found)

    def _nearest(self, anywhere: bool) -> Governor | None:
        """The nearest noun of the clause before the figure, where nothing better is found; of an earlier clause where this has none."""
        low = self.low if not anywhere else self.figure.earlier[-1].last if self.figure.earlier else 0
        behind_only = entries(self.language)["loose"]["behind_only"]
        for clue in reversed(self.phrases.nouns):
            if clue.role in ("noun", "loose") and low <= clue.first and clue.last < self.figure.first and clue.key not in behind_only:
                return Governor(clue, "nearest noun of the clause", 0.5)
        return None
