"""The chance that markets or economists give to something: "a 40 percent chance of a cut", "the odds of a rise fell to 15 percent
from 22 percent". It is measured by itself; what it is the chance of narrows it."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import chance_of
from pipeline.interpret.measure.closed import closed
from pipeline.lexicon import either

NEAR = 3
"""Tokens between a percentage and its chance."""

CARRY = 1
"""Sentences over which a bare chance is of what the one before was of."""

FAR = 40
"""Tokens between a chance and what it came to."""

HIGH = 15
"""From here on a percentage is the chance that a rate moves, and not the rate."""

SURE = 25
"""From here on what a rate is bet to do is told by its chance, however it is said: no rate is that high where markets bet on it."""

OBJECT = 4
"""Tokens between a verb of movement and the chance that is its object."""


class Chances:
    """Settles which percentages are chances; remembers the last one, which others are set beside."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.last: Figure | None = None

    def settle(self, figure: Figure) -> None:
        fact = figure.fact
        if fact.quantity.unit != "percent" or figure.mention.optional or figure.frame.role in ("step", "moved"):
            return
        told = self._behind(figure)
        beside = not told and self._beside(figure)
        if not (told or beside or self._before(figure)):
            return
        event = "" if beside else chance_of.event(figure)
        if not event and self.last is not None and figure.number - self.last.number <= CARRY:
            event = self.last.fact.variant
        fact.indicator, fact.variant, fact.statistic, fact.direction = "other", event, "level", None
        if closed("chances", self.language).isdisjoint(fact.measure.casefold().split()):
            fact.measure = self.last.fact.measure if self.last is not None else "chance"
        figure.chance, self.last = True, figure
        figure.because("indicator: a chance", 0.85)

    def _behind(self, figure: Figure) -> bool:
        """ "a 40 percent chance", "a 40 percent implied probability"."""
        behind = figure.sentence.tokens[figure.behind : figure.behind + NEAR]
        at = next((n for n, token in enumerate(behind) if token in closed("chances", self.language)), None)
        return at is not None and all(t.isalpha() and t not in closed("prepositions", self.language) for t in behind[:at])

    def _beside(self, figure: Figure) -> bool:
        """ "..., up from 38 percent overnight and 65 percent a week ago": what is set beside the chance before it."""
        last = self.last
        if last is None or last.sentence is not figure.sentence:
            return False
        tokens, at = figure.sentence.tokens, self._bare(figure)
        if tokens[at] in closed("set_against", self.language) and tokens[at - 1] in figure.words("comparatives"):
            return True
        if figure.previous is last and tokens[at] in figure.words("clause_joins"):
            return not any(last.last < c.first < figure.first for c in figure.sentence.of("indicator"))
        return figure.frame.role in (*BESIDE, "paired") and any(last is other for other in (figure.previous, figure.frame.anchor))

    def _before(self, figure: Figure) -> bool:
        """ "the chances of a cut slid to", "put the odds of a cut at": whether a chance stands before and comes to the figure."""
        noun = self._noun(figure)
        tokens, at = figure.sentence.tokens, self._bare(figure)
        if tokens[at + 1] in closed("quoting_at", self.language):
            at += 1  # "put the chances at less than 50 percent"
        if noun is None or at <= noun:
            return False
        link = tokens[at]
        if not closed("comes_at", self.language).isdisjoint(tokens[at : figure.first]) and self._surely(figure, noun):
            return True
        if link in closed("come_to", self.language):
            return tokens[at - 1] not in closed("modals", self.language)
        if link == "of":
            return noun == at - 1 and not any(0 < c.first - figure.last <= NEAR for c in figure.sentence.of("indicator"))
        before = at - 1
        while before > noun and tokens[before] in closed("now", self.language):
            before -= 1
        if link in closed("now", self.language):
            return tokens[before] in closed("come_to", self.language)  # "the probability is now over 50 percent"
        if link == "at":
            come = before == noun or tokens[before] in either(closed("come_to", self.language), closed("cut_or_rise", self.language))
            return come or self._put(figure, noun, at)
        return link == "to" and self._moved(figure, noun, at)

    def _put(self, figure: Figure, noun: int, at: int) -> bool:
        """ "put the chance of a cut by May at 56 percent": whether somebody puts it there, and not what it is the chance of."""
        sentence = figure.sentence
        if closed("putting_chances", self.language).isdisjoint(sentence.tokens[max(0, noun - OBJECT) : noun]):
            return False
        left = any(noun < c.first < at and c.role != "nouns" for c in sentence.of("direction"))
        return not left or figure.fact.quantity.low >= HIGH

    def _moved(self, figure: Figure, noun: int, at: int) -> bool:
        """Whether the chance itself moved to the figure, and not what it is the chance of ("the odds of a cut to 3 percent")."""
        sentence, tokens = figure.sentence, figure.sentence.tokens
        object_of = any(0 < noun - c.last <= OBJECT and c.kind != "direction.flat" for c in sentence.of("direction"))
        for move in reversed(sentence.of("direction")):
            if move.last >= at or move.role == "nouns" or move.kind == "direction.flat":
                continue
            if move.first < noun:
                return object_of
            if tokens[move.first - 1] in closed("modals", self.language):
                if any(move.last < first < figure.first for first, _ in figure.spans):
                    continue  # "that it would raise the rate to 5 percent fell to 76 percent"
                return object_of and figure.fact.quantity.low >= HIGH
            between = tokens[move.last + 1 : at]
            named = any(move.last < c.first < at for c in sentence.of("indicator"))
            if move.role == "verbs":
                return not named and closed("determiners", self.language).isdisjoint(between)
        return False

    def _surely(self, figure: Figure, noun: int) -> bool:
        """ "put the odds of a cut in rates by May at 70 percent", "pared bets for a half-point rate cut to 41 percent": too much for a rate."""
        moved = ("interest_rate", *closed("loose_rates", self.language))
        rates = (c for c in figure.sentence.of("indicator") if noun < c.first < figure.first and c.key in moved)
        return figure.fact.quantity.low >= SURE and next(rates, None) is not None

    def _noun(self, figure: Figure) -> int | None:
        """Where the chance stands: the nearest before the figure; expectations and bets are chances where markets tell them."""
        tokens, language = figure.sentence.tokens, self.language
        chances, bets, bet_on = closed("chances", language), closed("bets", language), closed("bet_on", language)
        low = max(0, figure.first - FAR)
        told = not closed("markets_told", language).isdisjoint(tokens)
        for at in range(figure.first - 1, low - 1, -1):
            if tokens[at] in chances or (tokens[at] in bets and tokens[at + 1] in bet_on and (told or self._surely(figure, at))):
                return at
        return None

    def _bare(self, figure: Figure) -> int:
        """The token before the figure and its hedges."""
        at, tokens = figure.first - 1, figure.sentence.tokens
        hedges = figure.words("before_figure") | closed("hedges", self.language) | closed("comparatives", self.language)
        while at > 0 and tokens[at] in hedges and (tokens[at] != "at" or tokens[at + 1] in hedges):
            at -= 1
        return at
