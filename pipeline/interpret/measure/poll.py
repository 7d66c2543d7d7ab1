"""The answers of a survey that a story tells one after another: which percentages count those asked, and what their answers are of.

The first is told in full ("28 percent of shoppers said that business was good"), those behind it are not: "up from 24 percent in
April", "Two percent were not sure".
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import answer
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.survey import people, surveyed
from pipeline.interpret.story import Story

PEOPLE = 9
"""Tokens between a percentage and those whom it counts."""

ANSWER = 8
"""Tokens between those asked and what they do."""

AHEAD = 10
"""Tokens between a verb of leading and by how much."""

NEAR = 1
"""Sentences behind an answer in which another is told by its verb alone."""

HEADS = 2
"""Sentences that, with the title, tell whether a story is one of a survey."""

COUNTED = ("reached", "base", "compared", "paired", "stated")
"""The roles of a figure that is the part itself, where those asked are its subject: "those who plan to hire fell to 9 percent"."""


class Poll:
    """Settles what the shares of those asked in a survey tell; remembers the last one."""

    def __init__(self, story: Story, theme: list[str]) -> None:
        self.story, self.language = story, story.language
        self.confident = "confidence" in theme
        self.last: Figure | None = None
        self.kind = "other"
        self.told: bool | None = None

    def settle(self, figure: Figure) -> str | None:
        """The indicator of a share of those asked, `None` where a figure is none."""
        if figure.mention.quantity.unit == "percentage_point" and self._ahead(figure):
            return "other"
        if figure.money or figure.mention.quantity.unit != "percent" or figure.mention.optional:
            return None
        kind = self._kind(figure)
        if kind is not None:
            told = answer.of(figure)
            figure.fact.variant = told or (self.last.fact.variant if self.last is not None and self._follows(figure) else "")
            self.last, self.kind, figure.polled = figure, kind, True
        return kind

    def _ahead(self, figure: Figure) -> bool:
        """ "Ann Arden leads Ben Colm by 5 percentage points": how far one is ahead of another."""
        low = figure.lead_first
        lead = figure.sentence.tokens[max(low, figure.first - AHEAD) : figure.first]
        tokens = [t for t in lead if t not in figure.words("before_figure")]
        return tokens[-1:] == ["by"] and not closed("ahead", self.language).isdisjoint(tokens)

    def _kind(self, figure: Figure) -> str | None:
        if not closed("voted", self.language).isdisjoint(figure.lead[-1:]):
            return "other"
        if surveyed(figure):
            return "confidence"
        until = next((a for a, _ in figure.spans if a > figure.last), len(figure.sentence.tokens))
        behind = figure.sentence.tokens[figure.behind : until]
        judged = not closed("judging", self.language).isdisjoint(behind)
        if self._follows(figure):
            return "other" if judged else self.kind
        if not self._answered(figure) or not self._survey(figure):
            return None
        told = self.confident or not closed("prospects", self.language).isdisjoint(behind)
        return "confidence" if told and not judged else "other"

    def _survey(self, figure: Figure) -> bool:
        """Whether the story, or at least the sentence, is one of a survey."""
        polls = closed("surveys", self.language)
        if self.told is None:
            self.told = any(not polls.isdisjoint(head.tokens) for head in self.story.head(HEADS))
        return self.told or self.last is not None or not polls.isdisjoint(figure.sentence.tokens)

    def _follows(self, figure: Figure) -> bool:
        """Whether a figure is set beside the answer before it, or is one that only its verb tells."""
        last = self.last
        if last is None or figure.number - last.number > NEAR:
            return False
        tokens, at = figure.sentence.tokens, figure.behind
        beside = figure.previous is last if figure.number == last.number else figure.previous is None
        if beside and not closed("set_against", self.language).isdisjoint(figure.lead[-1:]):
            return True
        if beside and figure.lead[-2:] == ["compared", "to"]:
            return True
        at += at < len(tokens) and tokens[at] in closed("dashes", self.language)
        here = tokens[at] if at < len(tokens) else ""
        return any(here in closed(name, self.language) for name in ("answers", "outlooks", "answers_further"))

    def _answered(self, figure: Figure) -> bool:
        """Whether people or firms are counted by what they say: "of consumers rated", "said", "those who plan to hire fell to"."""
        tokens, at = figure.sentence.tokens, figure.behind
        here = tokens[at] if at < len(tokens) else ""
        if here in closed("answers", self.language) and here != "who":
            return figure.frame.role not in ("step", "moved") and figure.fact.statistic != "growth"
        if here == "of":
            until = next((a for a, _ in figure.spans if a > at), len(tokens))
            return self._says(tokens[at + 1 : min(until, at + 1 + PEOPLE + ANSWER)])
        return figure.frame.role in COUNTED and self._counted(figure)

    def _says(self, behind: list[str]) -> bool:
        """Whether people are named first in a stretch of tokens, and then what they do."""
        asked = people(behind[:PEOPLE], self.language)
        if asked is None:
            return False
        if behind[asked] in closed("asked_alone", self.language):
            return True
        verbs = behind[asked + 1 : asked + 1 + ANSWER]
        told = next((n for n, t in enumerate(verbs) if any(t in closed(s, self.language) for s in ("answers", "outlooks", "rating"))), None)
        return told is not None and "," not in verbs[:told]

    def _counted(self, figure: Figure) -> bool:
        """Whether the subject is those who give an answer: "the number of people saying that they would move fell to"."""
        lead = figure.sentence.tokens[figure.clause[0] : figure.first]
        asked, answers = closed("asked", self.language), closed("answering", self.language)
        return any(a in asked and b in answers for a, b in pairwise(lead))
