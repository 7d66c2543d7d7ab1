"""What time a figure is about, and what its growth is over."""

from __future__ import annotations

import re

from pipeline.interpret import calendar, indicator
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.resolve import resolve
from pipeline.interpret.story import Story
from pipeline.model import Fact
from pipeline.recognise.period import TimeExpression

MONTH = re.compile(r"\d{4}-\d\d")
RELEASED = frozenset({"actual", "forecast"})
"""What a release tells, and what was expected of it."""

LONG = ("month", "quarter", "year", "year_to", "half", "first", "months")
"""Times said once that later figures of the sentence share."""

STEPS = ("growth", "change")


class Period:
    """Settles `period`, `period_source` and `basis`; remembers the period that a release is for."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.release: str | None = None
        self.times: list[TimeExpression] = []

    def before(self, sentence: Sentence) -> None:
        """Read the times of a sentence that holds figures."""
        self.times = self.story.times(sentence)

    def settle(self, figure: Figure) -> None:
        fact, anchor = figure.fact, figure.frame.anchor
        if figure.frame.role in ("converted", "restated") and anchor is not None:
            self._settle_own(figure, None)
            if fact.period is None:
                fact.period, fact.period_source = anchor.fact.period, anchor.fact.period_source
            fact.basis = anchor.fact.basis if fact.statistic in STEPS else None
            return
        self._settle_own(figure, anchor.fact if anchor else None)
        self._basis(figure)

    def after(self, figures: list[Figure]) -> None:
        """Share a time said behind the last of joined figures, and keep the period that a release states first."""
        facts = [figure.fact for figure in figures]
        self._share(facts)
        for fact in facts:
            if (
                fact.period_source == "stated"
                and fact.status == "actual"
                and len(fact.period or "") in (4, 7)
                and indicator.marked(fact.indicator, "released", self.story.language)
            ):
                self.release = fact.period
                return

    def _settle_own(self, figure: Figure, beside: Fact | None) -> None:
        fact, sentence, mention = figure.fact, figure.sentence, figure.mention
        at, language = self.story.at, self.story.language
        following = self.story.mentions[figure.number]
        i = figure.index
        until = following[i + 1].span.start if i + 1 < len(following) else sentence.end
        since = following[i - 1].span.end if i else sentence.start
        after = [t for t in self.times if mention.span.end <= t.start < until and not self._breaks(figure, mention.span.end, t.start)]
        before = [t for t in self.times if since <= t.start and t.end <= mention.span.start]
        chosen = after[0] if after else before[-1] if before else None
        if chosen is not None and chosen.kind == "ago" and beside is not None and beside.period:
            fact.period, fact.period_source = calendar.earlier(beside.period, 1), "inferred"
            figure.because("period: a year before the figure beside it")
            return
        if (
            chosen is not None
            and chosen.kind != "ago"
            and (fact.indicator != "trade_turnover" or fact.status != "target" or chosen.parts.get("by"))
        ):
            fact.period = resolve(chosen, at, language)
            if fact.period:
                fact.period_source = "stated"
                figure.because(f"period: {chosen.kind} {'after' if after else 'before'} the figure")
                return
        if beside is not None and beside.period and fact.statistic != "level":
            fact.period, fact.period_source = beside.period, beside.period_source
            figure.because("period: that of the figure it is set beside")
        elif beside is None or fact.statistic == "level":
            earlier = [t for t in self.times if t.end <= mention.span.start and t.kind in LONG]
            if earlier and beside is not None and figure.frame.role == "reached" and beside.period:
                fact.period, fact.period_source = beside.period, beside.period_source
            elif earlier and fact.statistic in STEPS:
                fact.period = resolve(earlier[-1], at, language)
                fact.period_source = "inferred" if fact.period else "none"
        if fact.period is None and self.release and fact.status in RELEASED and indicator.marked(fact.indicator, "released", language):
            fact.period, fact.period_source = self.release, "inferred"
            figure.because("period: that of the release")
        if (
            fact.period is None
            and fact.statistic == "level"
            and fact.status == "actual"
            and at is not None
            and not indicator.marked(fact.indicator, "flow", language)
        ):
            fact.period_source = "reference_date"

    def _share(self, facts: list[Fact]) -> None:
        """ "rose 5 pct to 3.1 billion (5.2 billion) in 2011": the time said behind the last is that of all."""
        for fact, following in zip(reversed(facts[:-1]), reversed(facts[1:]), strict=True):
            between = self.story.text[fact.mention.span.end : following.mention.span.start].split()
            if (
                fact.period is None
                and following.period
                and following.period_source == "stated"
                and between in (["to"], ["("], [",", "to"], ["or"], [",", "or"])
            ):
                fact.period, fact.period_source = following.period, "stated"
                fact.rules.append("period: said behind the figure it leads to")
                self._basis_of_release(fact)

    def _breaks(self, figure: Figure, start: int, end: int) -> bool:
        """Whether a new clause begins between two places: a time beyond is about something else."""
        sentence = figure.sentence
        return not figure.words("clause_breaks").isdisjoint(sentence.tokens[sentence.token_at(start) : sentence.token_at(end)])

    def _basis(self, figure: Figure) -> None:
        fact = figure.fact
        if fact.statistic not in STEPS:
            return
        near = [c for c in figure.sentence.clues if c.kind.startswith("basis.")]
        if near:
            closest = min(near, key=lambda c: abs(c.first - figure.first))
            fact.basis = closest.kind.partition(".")[2]
            figure.because(f"basis: {' '.join(figure.sentence.tokens[closest.first : closest.last + 1])}")
        else:
            self._basis_of_release(fact)

    def _basis_of_release(self, fact: Fact) -> None:
        if (
            fact.basis is None
            and fact.statistic in STEPS
            and len(fact.period or "") == 4
            and fact.status in ("actual", "forecast", "estimate")
        ):
            fact.basis = "yoy"
            fact.rules.append("basis: a year over the year before")
        if (
            fact.basis is None
            and fact.statistic == "growth"
            and fact.status in RELEASED
            and MONTH.fullmatch(fact.period or "")
            and indicator.marked(fact.indicator, "monthly", self.story.language)
        ):
            fact.basis = "mom"
            fact.rules.append("basis: a monthly release, over the month before")
