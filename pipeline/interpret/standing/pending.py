"""Whether a story tells of a deal that somebody means to make and has not made."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import INFINITIVE, forms, operators
from pipeline.interpret.standing.reach import years_before
from pipeline.interpret.story import Story

AROUND = 8
"""Tokens around a figure in which the year of its deal stands."""

DONE = 16
"""Tokens before a figure of its clause in which a verb says that the deal is done."""

NEAR = 5
"""Tokens before a premium in which a verb says that it was paid, or that a market made it."""

MARKET, BEHIND = 14, 6
"""Tokens before and behind a figure in which many deals are told of: "deals worth 9 billion", "9 billion of deals"."""

MADE = 14
"""Tokens before a figure in which a verb in "-ing" tells a deal that was made: "after buying a stake for"."""

HEAD = 2
"""Sentences that, with the title, tell what a story is about."""


class Pending:
    """Knows of a story whether its deal is pending; its price is a plan until a verb says that it was paid."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language
        self.known: bool | None = None

    def undone(self, figure: Figure, verb: str = "") -> bool:
        """Whether a figure is the price of a deal not done; `verb` governs it."""
        if figure.fact.indicator not in forms("indicators.deals", self.language) or self._of_many(figure) or self._had_been_made(figure):
            return False
        if not figure.money:  # "a 30 percent premium", whatever a share closed at, but not "trading at a 30 percent premium"
            around = figure.sentence.tokens[figure.behind : figure.behind + 1] + figure.lead[-2:-1]  # "a premium of 30 percent"
            premium = not forms("deal.premiums", self.language).isdisjoint(around)
            to_come = forms("deal.done", self.language).isdisjoint(figure.sentence.tokens[max(0, figure.first - NEAR) : figure.first])
            return premium and to_come and not self._long_ago(figure) and self._pending()
        done, lead = forms("deal.done", self.language), figure.sentence.tokens[max(figure.clause[0], figure.first - DONE) : figure.first]
        return verb not in done and done.isdisjoint(lead) and not self._long_ago(figure) and self._pending()

    def in_doubt(self, figure: Figure) -> bool:
        """ "trying to block its $5 billion purchase of Arden": whether a deal is told of whose end somebody seeks or fears."""
        fact, tokens, last = figure.fact, figure.sentence.tokens, figure.last
        if self._values(figure) or self._called_off(figure):
            return True
        if not figure.money or fact.indicator not in forms("indicators.deals", self.language) or not figure.attributive:
            return False
        if figure.clue is None or not last < figure.clue.first <= last + NEAR:
            return False
        if self._long_ago(figure):
            return False
        before = not forms("undoing", self.language).isdisjoint(figure.lead[-NEAR - 1 :])
        return before or not forms("undone_by", self.language).isdisjoint(tokens[last + 1 : last + DONE])

    def _values(self, figure: Figure) -> bool:
        """ "The deal values Arden at $5 billion", "a $5 billion approach": what is only offered, unless the sentence says that it was paid."""
        if figure.fact.indicator not in forms("indicators.deals", self.language):
            return False
        lead, names = figure.lead, ("valuing_deals", "valuing_deals.verbs", "valuing_deals.at", "valuing_deals.sought")
        deals, verbs, at, sought = (forms(name, self.language) for name in names)
        told = any(a in deals and verb in verbs for a, verb in pairwise(t for t in lead if t != "would")) and not at.isdisjoint(lead)
        called = figure.clue is not None and figure.clue.key in sought
        return (told or called) and forms("deal.done", self.language).isdisjoint(lead) and not self._long_ago(figure)

    def _called_off(self, figure: Figure) -> bool:
        """ "shelved its $5 billion flotation", "pulled a $1 billion bond sale": an issue that was announced and is not made."""
        if not figure.money or figure.fact.indicator not in forms("indicators.issues", self.language) or not figure.attributive:
            return False
        behind = figure.clue is not None and figure.clue.first > figure.last
        return behind and not forms("called_off", self.language).isdisjoint(figure.lead[-NEAR:])

    def _of_many(self, figure: Figure) -> bool:
        """ "the value of mergers reached $9 billion", "advised on 128 deals worth": what many deals come to, or which they were."""
        if not figure.money:
            return False
        tokens = figure.sentence.tokens
        low, high = max(figure.clause[0], figure.first - MARKET), figure.behind + BEHIND
        many = next(
            (i for i in range(high - 1, low - 1, -1) if tokens[i : i + 1] and tokens[i] in forms("many_deals", self.language)), None
        )
        return many is not None and forms("many_deals.to_come", self.language).isdisjoint(tokens[low:high])

    def _had_been_made(self, figure: Figure) -> bool:
        """ "after buying a quarter of it for $5 million": a deal that was made before something else."""
        lead, before, making = figure.lead[-MADE:], forms("happened_before", self.language), forms("deal.making", self.language)
        return any(lead[n] in before and lead[n + 1] in making for n in range(len(lead) - 1))

    def _long_ago(self, figure: Figure) -> bool:
        """ "took it private in 2005", "recently": whether a year before that of the story, or a word of before, stands right around the figure."""
        tokens = figure.sentence.tokens
        around = tokens[max(figure.clause[0], figure.first - AROUND) : figure.last + AROUND]
        if not forms("deal.before", self.language).isdisjoint(around):
            return True
        return years_before(figure, around)

    def _pending(self) -> bool:
        if self.known is None:
            self.known = any(self._intends(sentence) for sentence in self.story.head(HEAD))
        return self.known

    def _intends(self, sentence: Sentence) -> bool:
        if forms("deal", self.language).isdisjoint(sentence.tokens):
            return False
        return any(op.kind in ("plan", "will", INFINITIVE) for op in operators(self.story.text, sentence, self.language))


def to_go(figure: Figure) -> bool:
    """ "The job cuts affect 5 percent of its staff", "is cutting 10 percent of its staff": a part of those employed that is still there."""
    if figure.fact.indicator != "employment" or figure.fact.statistic == "growth":
        return False
    language, lead = figure.story.language, figure.lead
    cuts, touch, now, cutting = (forms(f"jobs.{name}", language) for name in ("cuts", "touch", "now", "cutting"))
    at = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] in touch or lead[n] in cutting), 0)
    if not at:
        return False
    return not cuts.isdisjoint(lead[:at]) if lead[at] in touch else lead[at - 1] in now
