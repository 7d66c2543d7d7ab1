"""What the lenders of states give: programmes and tranches of the IMF and of the development banks are aid, their loans are lending."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.counted import SUM

NEAR = 9
"""Tokens between a sum and the noun or the verb of lending."""

HEAD = 2
"""Sentences that, with the title, tell whose programme a story is about."""

SINCE = 3
"""Sentences since aid was told within which what a state gives is aid as well."""

MISTAKEN = frozenset({"other", "costs", "assets", "deal_value", "investment", "debt_issue", "employment"})
"""What such a sum is taken for; a loan stays one."""


BESTOWED = frozenset({"government_spending", "market_value"})
"""What a sum that one state gives another may be taken for as well."""


class Official:
    """Settles such sums; remembers whether the story is about one of these lenders."""

    def __init__(self) -> None:
        self.told: bool | None = None
        self.aid: int | None = None
        """The number of the sentence in which aid was told last."""

    def settle(self, figure: Figure) -> None:
        """Take a sum of a programme, or one that such a lender gives, for aid."""
        self._settle(figure)
        if figure.fact.indicator == "aid":
            self.aid = figure.number

    def _settle(self, figure: Figure) -> None:
        fact, story = figure.fact, figure.story
        if self._between_states(figure) or self._given_too(figure):
            fact.indicator, fact.variant = "aid", ""
            figure.because("indicator: what a state gives another", 0.75)
            return
        carried = any(rule.startswith("indicator: carried over") for rule in fact.rules)
        if not figure.money or fact.quantity.high < SUM or fact.statistic != "level" or story.main_place is None:
            return
        given = fact.indicator == "aid"
        if not (carried or given or fact.indicator in MISTAKEN):
            return
        named = _named(figure.sentence.tokens, story.language)
        if not (named or self._about(figure)):
            return
        tokens, words = figure.sentence.tokens, sets(story.language)
        low = figure.previous.last + 1 if figure.previous is not None else 0
        near = {*tokens[max(low, figure.first - NEAR) : figure.first], *tokens[figure.last + 1 : figure.last + 1 + NEAR]}
        if not words["called_loans"].isdisjoint(near) and words["called_grants"].isdisjoint(near):
            fact.indicator, fact.variant = "lending", ""
            figure.because("indicator: what a lender of states lends", 0.75)
            return
        if given or (words["programme_nouns"].isdisjoint(near) and (not named or words["programme_verbs"].isdisjoint(near))):
            return
        if not words["no_programme"].isdisjoint(near):
            return
        fact.indicator, fact.variant = "aid", ""
        figure.because("indicator: what a lender of states gives", 0.75)

    def _between_states(self, figure: Figure) -> bool:
        """ "Norway has given Peru a $6 billion package": what a state gives right to another, and calls neither loan nor a good."""
        fact, tokens, words = figure.fact, figure.sentence.tokens, sets(figure.story.language)
        if not figure.money or fact.quantity.high < SUM or fact.statistic != "level" or fact.indicator not in MISTAKEN | BESTOWED:
            return False
        low = figure.previous.last + 1 if figure.previous is not None else figure.clause[0]
        places = [c for c in figure.sentence.of("place") if low <= c.first < figure.first]
        for giver, getter in pairwise(places):
            given = getter.first - 1
            if giver.key != getter.key and tokens[given] in words["bestowing"] and figure.first - getter.last <= NEAR // 2:
                behind = tokens[figure.last + 1 : figure.last + 1 + NEAR]
                return words["no_programme"].isdisjoint(behind)
        return False

    def _given_too(self, figure: Figure) -> bool:
        """ "Chile offered $5 million and Peru $3 million", behind aid: what other states give as well."""
        fact, tokens = figure.fact, figure.sentence.tokens
        if self.aid is None or figure.number - self.aid > SINCE or not figure.money or fact.statistic != "level":
            return False
        if fact.indicator not in MISTAKEN | BESTOWED or not sets(figure.story.language)["no_programme"].isdisjoint(figure.lead):
            return False
        gives = sets(figure.story.language)["givers"]
        low = figure.first - NEAR // 2
        before = figure.previous
        if before is not None and before.fact.indicator == "aid" and gives.isdisjoint(tokens[before.last + 1 : figure.first]):
            return any(c.last + 1 == figure.first and c.role != "people" for c in figure.sentence.of("place"))
        verb = next((i for i in range(figure.first - 1, max(0, low), -1) if tokens[i] in gives), None)
        return verb is not None and any(verb - NEAR // 2 <= c.last < verb and c.role != "people" for c in figure.sentence.of("place"))

    def _about(self, figure: Figure) -> bool:
        """Whether the head of the story names such a lender."""
        if self.told is None:
            story = figure.story
            self.told = any(_named(head.tokens, story.language) for head in story.head(HEAD))
        return self.told


def _named(tokens: list[str], language: str) -> bool:
    """Whether one of these lenders is named."""
    first = closed("state_lenders", language)
    return any(token in first or f"{token} {tokens[i + 1] if i + 1 < len(tokens) else ''}" in first for i, token in enumerate(tokens))
