"""What time a figure is about.

Its own words say it, else the figure it is set beside, else the story's release; the rules stand in that order.
"""

from __future__ import annotations

from pipeline.interpret import basis, calendar, indicator, own_time
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.moment import Moment, Words, moments, words
from pipeline.interpret.own_time import BESIDE
from pipeline.interpret.release import Release
from pipeline.interpret.story import Story
from pipeline.model import Fact

WEEK = len("2000-01-01/2000-01-07")

RELEASED = frozenset({"actual", "forecast", "estimate"})
"""What a release tells, and what was expected of it."""


class Period:
    """Settles `period`, `period_source` and `basis`; remembers the period that a release is for."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.release = Release(story)
        self.sets: Words = words(story.language)
        self.moments: list[Moment] = []
        self.day_told: str | None = None

    def before(self, sentence: Sentence) -> None:
        """Read the times of a sentence that holds figures."""
        self.moments = moments(self.story, sentence)
        self.release.notice(self.moments)

    def settle(self, figure: Figure) -> None:
        fact, anchor = figure.fact, figure.frame.anchor
        if figure.frame.role in ("converted", "restated") and anchor is not None:
            own = own_time.behind(figure, self.moments) if figure.frame.role == "restated" else None
            if own is None or not self._take(figure, own):
                self._set(figure, anchor.fact.period, anchor.fact.period_source, "that of the figure it restates")
            fact.basis = anchor.fact.basis if fact.statistic in basis.STEPS else None
            return
        self._period(figure, anchor.fact if anchor else None)
        if fact.statistic in basis.STEPS:
            fact.basis = basis.told(figure, self.moments, self.release)

    def after(self, figures: list[Figure]) -> None:
        """Settle the bases that only a later figure tells, and remember what the sentence was about."""
        for figure in figures:
            fact = figure.fact
            if fact.statistic not in basis.STEPS or fact.basis is not None:
                continue
            base = next((o.fact for o in figures if o.frame.anchor is figure and o.frame.role == "base" and o.fact.period_source == "stated"), None)
            fact.basis = basis.between(fact.period, base.period) if base else None
            if fact.basis is None and figure.frame.role in ("converted", "restated", *BESIDE) and figure.frame.anchor is not None:
                fact.basis = figure.frame.anchor.fact.basis
            if fact.basis is None:
                fact.basis = basis.usual(figure)
                if fact.basis:
                    figure.because("basis: as such figures are told", 0.8)
        for fact in (figure.fact for figure in figures):
            if fact.period_source == "stated" and indicator.dated(fact.indicator, "daily", self.story.language):
                self.day_told = fact.period
        told = next((o for o in reversed(figures) if o.fact.period and indicator.marked(o.fact.indicator, "released", self.story.language)), None)
        if told is not None:
            self.release.expect(told.fact, told.number)
        for figure in figures:
            fact = figure.fact
            if fact.period_source == "stated" and fact.status == "actual" and figure.frame.role not in BESIDE and calendar.length(fact.period):
                if indicator.marked(fact.indicator, "released", self.story.language):
                    self.release.follow(fact, figure.number)
                    return

    def _period(self, figure: Figure, beside: Fact | None) -> None:
        fact, role, language = figure.fact, figure.frame.role, self.story.language
        own = own_time.find(figure, self.moments)
        if own is not None and self._take(figure, own):
            return
        if indicator.dated(fact.indicator, "timeless", language):
            return
        if role in BESIDE and beside is not None:
            if self._earlier(figure, beside):
                return
        elif beside is not None and beside.period:
            self._set(figure, beside.period, "inferred", "that of the figure it is set beside", 0.85)
            return
        if role not in BESIDE:
            previous = figure.previous
            if previous is not None and previous.first >= figure.clause[0] and previous.frame.role not in BESIDE and previous.fact.period:
                if previous.fact.indicator == fact.indicator and previous.fact.status == fact.status:
                    self._set(figure, previous.fact.period, "inferred", "that of the figure before it in its clause", 0.85)
                    return
        if role not in BESIDE and not indicator.dated(fact.indicator, "unreleased", language):
            other = next((o.fact for o in reversed(figure.earlier) if o.fact.period and o.frame.role not in BESIDE), None)
            if other is not None and other.status == fact.status and self._alike(other.indicator, fact.indicator):
                self._set(figure, other.period, "inferred", "that of a figure before it", 0.75)
                return
        if indicator.dated(fact.indicator, "daily", language):
            day = self._day(fact)
            if day and role not in BESIDE:
                self._set(figure, day, "inferred", "the day of the story", 0.7)
            elif self.release.head and len(self.release.head) == WEEK and role not in BESIDE:
                self._set(figure, self.release.head, "inferred", "the week of the release", 0.7)
            else:
                self._now(fact)
            return
        if indicator.dated(fact.indicator, "balances", language) and self.release.of_day and role not in BESIDE:
            self._set(figure, self.release.of_day, "inferred", "the day of the release", 0.8)
            return
        expected, since = self.release.expected
        if fact.status == "forecast" and expected and figure.number - since <= 1 and role not in BESIDE:
            if indicator.marked(fact.indicator, "released", language):
                self._set(figure, expected, "inferred", "that of the forecast before", 0.75)
                return
        if fact.status in RELEASED and role not in BESIDE and not indicator.dated(fact.indicator, "unreleased", language):
            monthly = calendar.length(self.release.period) == 1 and not self.release.titled
            if monthly and indicator.dated(fact.indicator, "results", language):
                self._now(fact)
                return
            if self.release.period and self.sets.now.isdisjoint(figure.sentence.tokens[max(figure.clause[0], figure.first - 9) : figure.first]):
                self._set(figure, self.release.period, "inferred", "that of the release", 0.75)
                return
        if fact.status == "forecast" and self.release.ahead and indicator.marked(fact.indicator, "released", language):
            self._set(figure, self.release.ahead, "inferred", "that of the forecast", 0.7)
            return
        self._now(fact)

    def _day(self, fact: Fact) -> str | None:
        """The day of the story for what has happened, the day last told for what is to come."""
        if fact.status in ("plan", "forecast"):
            return self.day_told
        if fact.status != "actual":
            return None
        at = self.story.at
        if self.release.day is None and indicator.dated(fact.indicator, "quoted", self.story.language) and at is not None and at[1] and at[2] and fact.statistic != "share":
            return f"{at[0]:04d}-{at[1]:02d}-{at[2]:02d}"
        return self.release.day

    def _now(self, fact: Fact) -> None:
        """A level that has no time is one of the day of the story."""
        if (
            fact.period is None
            and fact.statistic == "level"
            and fact.status == "actual"
            and self.story.at is not None
            and not indicator.marked(fact.indicator, "flow", self.story.language)
        ):
            fact.period_source = "reference_date"

    def _set(self, figure: Figure, period: str | None, source: str, rule: str, weight: float | None = None) -> None:
        figure.fact.period, figure.fact.period_source = period, source
        figure.because(f"period: {rule}", weight)

    def _take(self, figure: Figure, moment: Moment) -> bool:
        """Take a time for a figure, if it can be told which it is."""
        fact = figure.fact
        found = self.release.resolve(moment, fact.status, self._root(figure), figure.frame.role in BESIDE)
        if not found:
            return self.story.at is None and moment.time.kind == "relative"  # it has a time, which nobody can tell
        if moment.time.kind == "to" and moment.time.parts.get("unit") == "year" and self._by_the_month(fact):
            found = found[-7:] if "/" in found else f"{found}-12"
        place = "after" if moment.first > figure.last else "before"
        self._set(figure, found, "inferred" if moment.backward else "stated", f"{moment.time.kind} {place} the figure", 0.9)
        return True

    def _by_the_month(self, fact: Fact) -> bool:
        """ "prices rose 5 pct in the year to May": the rate that is told for May."""
        language = self.story.language
        return indicator.marked(fact.indicator, "monthly", language) and fact.quantity.unit == "percent"

    def _root(self, figure: Figure) -> str | None:
        """The period from which a figure's time looks back: that of the figure which it, and what it is set beside, are set beside."""
        other = figure.frame.anchor
        while other is not None and other.frame.role in BESIDE and other.frame.anchor is not None:
            other = other.frame.anchor
        if other is None:
            other = next((o for o in reversed(figure.earlier) if o.frame.role not in BESIDE and o.fact.period), None)
        return other.fact.period if other else None

    def _earlier(self, figure: Figure, beside: Fact) -> bool:
        """The period of a base or a comparison that has no time of its own."""
        daily = figure.frame.role == "compared" and indicator.dated(beside.indicator, "daily", self.story.language)
        if figure.fact.revision == "from" or not beside.period or figure.fact.status != beside.status or daily:
            self._set(figure, beside.period, "inferred", "that of the figure it is set beside")
            return True
        over = beside.basis or self._over(beside)
        found = calendar.earlier(beside.period, 1) if over == "yoy" else calendar.before(beside.period)
        if found:
            self._set(figure, found, "inferred", "the one before that of the figure it is set beside", 0.7)
        return found is not None

    def _alike(self, one: str, other: str) -> bool:
        """Whether two indicators are told together: both by companies, both by the day, both by offices."""
        kinds = ("results", "daily", "timeless", "unreleased")
        language = self.story.language
        return [indicator.dated(one, k, language) for k in kinds] == [indicator.dated(other, k, language) for k in kinds]

    def _over(self, beside: Fact) -> str:
        """How a level is compared where nothing is said: a company with the year before, a release with the period before."""
        reported = indicator.dated(beside.indicator, "results", self.story.language) and calendar.length(beside.period) != 1
        return "yoy" if reported else "before"
