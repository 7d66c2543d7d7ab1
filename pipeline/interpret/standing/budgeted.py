"""Whether a story tells of a budget that is proposed or voted: what it gives is planned, though it is told in the present."""

from __future__ import annotations

from pipeline.interpret.clue import CODE, Sentence
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.owners.known import governs
from pipeline.interpret.standing.modality import forms
from pipeline.interpret.standing.reach import measures, years_before
from pipeline.interpret.story import Story

HEAD = 2
"""Sentences that, with the title, tell what a story is about."""

NEXT = 2
"""Sentences over which the parts of a plan are told."""

OPENING = 2
"""Tokens in which a sentence takes up the sum of the one before: "The sum", "It"."""

NOUN = 4
"""Tokens behind a sum within which the budget stands whose size it is: "its 9 billion dlr defence budget"."""

NEAR = 9
"""Tokens between a budget and what is done with it."""


class Budgets:
    """Knows of a story whether it tells of a budget in the making."""

    def __init__(self, story: Story) -> None:
        self.story, self.language = story, story.language
        self.known: bool | None = None
        self.plan: Figure | None = None  # what was planned last

    def part(self, figure: Figure) -> bool:
        """ "The package includes $4 million for roads": a part of what the sentence before said is planned."""
        plan = self.plan
        if plan is None or figure.number - plan.number > NEXT or not figure.money:
            return False
        if not forms("budgets.owed", self.language).isdisjoint(figure.fact.measure.casefold().split()):
            return False  # "worth 5 million, including 2 million in debt": it is owed already
        tokens = figure.sentence.tokens[: figure.last + NEAR]
        if not measures(figure, "granted") and forms("budgets.sums", self.language).isdisjoint(tokens[:OPENING]):
            return False  # but "The sum is made up of 5 million in penalties and 2 million in fees"
        holding = not forms("budgets.holding", self.language).isdisjoint(tokens[: figure.first])
        return holding and forms("budgets.past", self.language).isdisjoint(tokens)

    def after(self, figure: Figure) -> None:
        """Remember what is planned; a fact in between ends it."""
        if figure.money and (figure.fact.status == "plan" or measures(figure, "granted")):
            self.plan = figure if figure.fact.status == "plan" else None

    def planned(self, figure: Figure) -> bool:
        """ "The breakdown shows that $4 million is for roads": what such a budget gives, where nothing of it is past."""
        if not measures(figure, "budgeted") or figure.frame.role in BESIDE or self.story.main_place is None or not self._told():
            return False
        tokens = figure.sentence.tokens[figure.clause[0] : figure.clause[1]]
        if not forms("budgets.past", self.language).isdisjoint(tokens):
            return False
        before = figure.sentence.tokens[: figure.first]
        return not years_before(figure, [*before[-NEAR:], *tokens])

    def size(self, figure: Figure) -> bool:
        """ "the 9 billion dlr budget", "a budget of 9 billion dlrs", "cut its capital budget to": what a state or a firm means to spend
        in the year that runs, or in the next."""
        tokens, budgets, entity = figure.sentence.tokens, forms("budgets", self.language), figure.fact.entity
        if not measures(figure, "budgeted") or figure.frame.role in BESIDE or not figure.money or figure.fact.statistic != "level":
            return False
        state = entity is not None and (len(entity) <= CODE or governs(entity, self.language))
        if not (state or measures(figure, "invested")):
            return False  # of a firm only what it means to build for
        behind = [t for t in tokens[figure.behind : figure.behind + NOUN] if t != "-"]
        noun = next((i for i, token in enumerate(behind) if token in budgets), None)
        named = noun is not None and not forms("budgets.else_named", self.language).intersection(behind[noun + 1 : noun + 2])
        lead = figure.bare_lead()
        if not (named and behind[:noun] == [t for t in behind[:noun] if t.isalpha()]) and not (
            (lead[-1:] == ["of"] or (lead[-1:] == ["to"] and not state)) and not budgets.isdisjoint(lead[-2:-1])
        ):
            return False
        around = tokens[max(0, figure.first - NEAR) : figure.behind + NOUN]
        return forms("budgets.running", self.language).isdisjoint(around) and not years_before(figure, around)

    def _told(self) -> bool:
        if self.known is None:
            self.known = any(self._made(sentence) for sentence in self.story.head(HEAD))
        return self.known

    def _made(self, sentence: Sentence) -> bool:
        """ "presented a $9 million budget", "the draft budget"."""
        tokens, budgets = sentence.tokens, forms("budgets", self.language)
        making, run = forms("budgets.making", self.language), forms("budgets.run", self.language)
        for i, token in enumerate(tokens):
            around = tokens[max(0, i - NEAR) : i + NEAR + 1] if token in budgets else ()
            if not making.isdisjoint(around) and run.isdisjoint(around):
                return True
        return False
