"""Who sells an issue of paper does not owe it: "lead manager Arden Securities said" in a story of somebody else's bonds."""

from __future__ import annotations

import re
from functools import cache, cached_property

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.issuers import issuer
from pipeline.interpret.story import Story

BEFORE = 40
"""Characters before a name in which it is said to manage an issue."""

OPENING = 6
"""Characters of an article before the name with which a story opens."""

STATE = 5
"""Tokens in which a state stands with which a story opens: "The Commonwealth of Australia"."""

JOINED = re.compile(r"[^\w.]*(?:\(\w+\)\s*)?(?:,|and|&)\s+<?")
"""Between two names that manage an issue together."""

PAPER = frozenset({"debt_issue", "bond_yield", "costs", "interest_rate"})
"""What is told of an issue."""


TOLD = PAPER | {"share_issue", "deal_value", "share_price"}
"""The same where one issue is all that a story is about: its warrants, its premium and the shares it is set beside."""

OF_PLACE = "entity: the story's place"
"""The rule by which what no name stands at is the place's."""


class Managers:
    """Remembers who brings out the paper a story is about."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.named = issuer(story)
        self.issuer: str | None = None

    @cached_property
    def names(self) -> frozenset[str]:
        """Those that manage an issue: looked for where one is told of."""
        return _managing(self.story)

    def settle(self, figure: Figure) -> None:
        """Give what is told of an issue to the issuer, where it was given to one who manages it."""
        fact = figure.fact
        if self.named is not None and self._of_the_issue(figure):
            if fact.entity != self.named:
                fact.entity = fact.entity_id = self.named
                figure.because("entity: who brings out the paper that the story is about", 0.8)
            return
        if fact.indicator not in PAPER or not self.names:
            return
        if fact.entity not in self.names:
            if fact.indicator == "debt_issue" and self.issuer is None:
                self.issuer = fact.entity
            return
        issuer = self.issuer or self._named()
        if issuer is not None:
            fact.entity = fact.entity_id = self.issuer = issuer
            figure.because("entity: who brings out the paper, and not who sells it", 0.7)

    def _of_the_issue(self, figure: Figure) -> bool:
        """Whether a figure is told of the issue, and was given to where it is sold, to who sells it or to nobody."""
        fact = figure.fact
        if fact.indicator not in TOLD:
            return False
        return fact.entity is None or fact.entity in self.names or OF_PLACE in fact.rules or fact.entity == self.story.main_place

    def _named(self) -> str | None:
        """The organisation that stands before those that manage the issue, else the state with which the story opens."""
        head = self.story.sentence(0)
        told = self.story.organisations_in(head.start, head.end)
        if told and told[0].name not in self.names:
            return told[0].name
        return next((c.key for c in head.of("place") if c.first < STATE and c.role in ("names", "bodies")), None)


def _managing(story: Story) -> frozenset[str]:
    """The names that are said to manage an issue, but for the one with which the story opens."""
    text, pattern = story.text, _pattern(story.language)
    first = story.spans[0]
    if pattern.search(text, first.start) is None:
        return frozenset()
    opens = {o.name for o in story.organisations_in(first.start, first.start + OPENING)}
    manage: set[str] = set()
    last = None
    for o in story.organisations_in(first.start, len(text)):
        joined = last is not None and JOINED.fullmatch(text, last.end, o.start) is not None
        if joined or any(m.end() in (o.start, o.start - 1) for m in pattern.finditer(text, max(first.start, o.start - BEFORE), o.start)):
            manage.add(o.name)
            last = o
    return frozenset(manage - opens)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = lexicon.sets("owner", language)
    managing, links = ("|".join(sorted(known[key])).replace(" ", r"[\s-]+") for key in ("managing", "managing.links"))
    return re.compile(rf"(?:{managing})\s+(?:(?:{links})\s+){{0,3}}")
