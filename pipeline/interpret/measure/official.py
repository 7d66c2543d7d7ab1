"""What the lenders of states give: programmes, tranches and credits of the IMF and of the development banks are aid."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.counted import SUM

NEAR = 9
"""Tokens between a sum and the noun or the verb of lending."""

HEAD = 2
"""Sentences that, with the title, tell whose programme a story is about."""

MISTAKEN = frozenset({"other", "costs", "assets", "deal_value", "investment", "debt_issue", "employment"})
"""What such a sum is taken for; a loan stays one."""


BESTOWED = frozenset({"government_spending", "market_value"})
"""What a sum that one state gives another may be taken for as well."""


class Official:
    """Settles such sums; remembers whether the story is about one of these lenders."""

    def __init__(self) -> None:
        self.told: bool | None = None

    def settle(self, figure: Figure) -> None:
        """Take a sum of a programme, or one that such a lender gives, for aid."""
        fact, story = figure.fact, figure.story
        if self._between_states(figure):
            fact.indicator, fact.variant = "aid", ""
            figure.because("indicator: what a state gives another", 0.75)
            return
        if not figure.money or fact.quantity.high < SUM or fact.statistic != "level":
            return
        if fact.indicator in MISTAKEN | BESTOWED and _appealed(figure):
            fact.indicator, fact.measure, fact.variant = "aid", "aid", ""
            figure.because("indicator: what donors are asked for", 0.75)
            return
        carried = any(rule.startswith("indicator: carried over") for rule in fact.rules)
        named = _named(figure.sentence.tokens, story.language)
        gives = (
            named
            and fact.indicator in BESTOWED
            and _named(figure.lead, story.language)
            and sets(story.language)["no_programme"].isdisjoint(figure.lead)
        )  # "the IMF has earmarked $5 million"
        if not (carried or gives or fact.indicator in MISTAKEN) or fact.indicator == "aid":
            return
        if not (named or self._about(figure)):
            return
        tokens, words = figure.sentence.tokens, sets(story.language)
        low = figure.lead_first
        near = {*tokens[max(low, figure.first - NEAR) : figure.first], *tokens[figure.behind : figure.behind + NEAR]}
        provides = not words["programme_verbs"].isdisjoint(near) or (
            "available" in near and not words["making_available"].isdisjoint(near)
        )  # "will make $5 million available", but not "has $5 million available"
        if words["programme_nouns"].isdisjoint(near) and not (named and provides):
            return
        if not words["no_programme"].isdisjoint(near):
            return
        fact.indicator, fact.variant = "aid", ""
        figure.because("indicator: what a lender of states gives", 0.75)

    def _between_states(self, figure: Figure) -> bool:
        """ "Norway has given Peru a $6 billion package", "set aside $6 billion for Peru": what a state gives to another, and calls neither
        loan nor a good."""
        fact, tokens, words = figure.fact, figure.sentence.tokens, sets(figure.story.language)
        if not figure.money or fact.quantity.high < SUM or fact.statistic != "level" or fact.indicator not in MISTAKEN | BESTOWED:
            return False
        low = figure.previous.last + 1 if figure.previous is not None else figure.clause[0]
        places = [c for c in figure.sentence.of("place") if low <= c.first < figure.first]
        beyond = figure.behind + 1 + (tokens[figure.behind + 1 : figure.behind + 2] == ["the"])
        getter = next((c for c in figure.sentence.of("place") if c.first == beyond and c.role == "names"), None)
        if places and getter is not None and places[-1].key != getter.key and tokens[figure.behind] in words["given_toward"]:
            aside = not words["setting_aside"].isdisjoint(tokens[places[-1].last + 1 : figure.first])
            return aside and words["no_programme"].isdisjoint(tokens[getter.last + 1 : getter.last + 1 + NEAR])
        for giver, getter in pairwise(places):
            given = getter.first - 1 - (tokens[getter.first - 1] == "the")
            if giver.key != getter.key and tokens[given] in words["bestowing"] and figure.first - getter.last <= NEAR // 2:
                behind = tokens[figure.behind : figure.behind + NEAR]
                return words["no_programme"].isdisjoint(behind)
        return False

    def _about(self, figure: Figure) -> bool:
        """Whether the head of the story names such a lender."""
        if self.told is None:
            story = figure.story
            self.told = any(_named(head.tokens, story.language) for head in story.head(HEAD))
        return self.told


def _appealed(figure: Figure) -> bool:
    """ "asked donors for $5 million", "launched an appeal for $5 million to feed the hungry", of donors or of the hungry."""
    words, bare = sets(figure.story.language), figure.bare_lead(closed("appeal_hedges", figure.story.language))
    asked = bare[-1:] == ["for"] and not words["appealing"].isdisjoint(bare[-NEAR:])
    return asked and not words["of_donors"].isdisjoint(figure.sentence.tokens)


def _named(tokens: list[str], language: str) -> bool:
    """Whether one of these lenders is named."""
    first = closed("state_lenders", language)
    return any(token in first or f"{token} {tokens[i + 1] if i + 1 < len(tokens) else ''}" in first for i, token in enumerate(tokens))
