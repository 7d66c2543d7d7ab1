"""The time of a figure that names none and is set beside none: that of the story's release, of its forecasts, the day of its markets."""

from __future__ import annotations

from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.measure.marks import entries
from pipeline.interpret.measure.survey import answered
from pipeline.interpret.story import Story
from pipeline.interpret.times import aimed, basis, beside, calendar, fitting, later, markets, officially, reported, titled, weeks
from pipeline.interpret.times.budget import Budget
from pipeline.interpret.times.just_told import newer, told_with_it
from pipeline.interpret.times.later import put
from pipeline.interpret.times.markets import NOW
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.release import Release

RELEASED = frozenset({"actual", "forecast", "estimate"})
"""What a release tells, and what was expected of it."""

SHOPS, REVENUE = "retail_sales", "revenue"
"""What all who sell have sold, and what one of them has."""

QUARTER = 3
"""Months."""

HEAD = 2
"""Sentences behind the title in which a story says what it is about."""

WEEK = len("2000-01-01/2000-01-07")


MET = 8
"""Tokens behind a figure within which the meeting is named at which it was set."""


def _of_before(figure: Figure) -> bool:
    """ "has cut the rate from 5 pct since May", "at its last meeting": whether a rate that is set is told of a day before the story's."""
    if not marks.dated_so(figure, "set") or figure.fact.status != "actual":
        return False
    if figure.fact.statistic == "level" and figure.bare_lead()[-1:] == ["from"]:
        return True
    start, end = figure.clause
    met = lexicon.sets("periods", figure.story.language)
    tokens = figure.sentence.tokens[start : min(end, figure.last + MET)]
    return any(one in met["sat.before"] and other in met["sat.meetings"] for one, other in pairwise(tokens))


class OfRelease:
    """Settles such a time from what the story is a release of, and from what it has told so far."""

    def __init__(self, story: Story, release: Release, budget: Budget, others: reported.Others) -> None:
        self.story, self.release, self.budget, self.others = story, release, budget, others
        self.now = words(story.language).now

    def settle(self, figure: Figure, moments: list[Moment], day_told: str | None) -> bool:
        """The period of the story's release, of its forecasts, or the day of its markets."""
        fact, release = figure.fact, self.release
        if markets.daily(figure):
            if weeks.weekly(release.head) and marks.dated_so(figure, "set") and self._of_week(figure):
                return True
            if figure.frame.role in BESIDE or markets.scheme(figure):
                return True
            if figure.previous is not None and marks.dated_so(figure, "set") and beside.up_to_now(figure, figure.previous):
                return True  # "has cut its rate by two points since May to 2 percent"
            goods = marks.owner(fact.indicator, self.story.language) == "thing" and fact.statistic in STEPS and release.market.day is None
            if goods and calendar.length(release.head) == 1 and basis.told(figure, moments, release) in ("mom", "yoy"):
                return put(figure, release.head, "the month of the release, over which it is told", 0.75)
            if _of_before(figure):
                return True
            if day := markets.day(figure, release.market.day, day_told, release.market.beside):
                return put(figure, day, "the day of the story", 0.7)
            if release.head and len(release.head) == WEEK and (not markets.stands(figure) or markets.of_rates(self.story)):
                return put(figure, release.head, "the week of the release", 0.7)
            return False
        if figure.frame.role in BESIDE:
            return False
        if answered(figure) and release.fieldwork:
            return put(figure, release.fieldwork, "the days on which they were asked", 0.85)
        if release.poll and fact.statistic == "share" and fact.status == "actual":
            return put(figure, release.poll, "the month of the poll", 0.7)
        if release.of_day and marks.dated_so(figure, "balances"):
            return put(figure, release.of_day, "the day of the release", 0.8)
        forecast = fact.status == "forecast" and marks.marked_so(figure, "released")
        if aimed.foreseen(figure, moments) or (forecast and aimed.of_year(figure, release)):
            return True
        expected, since = release.expected
        if forecast and expected and figure.number - since <= 1:
            return put(figure, expected, "that of the forecast before", 0.75)
        again = figure.number - release.latest_at == 1 and release.latest_of == fact.indicator
        had_aimed = fact.status == "target" and not words(self.story.language).had.isdisjoint(figure.lead)
        if again and (fact.revision == "from" or had_aimed) and not moments:
            return put(figure, release.latest, "that of what it was told for before", 0.8)
        told = release.latest if again else release.head
        if told and not moments and aimed.unmet(figure) and calendar.over(told, self.story.at):
            return aimed.of(figure, told, release)
        declared = fact.status == "plan" and marks.dated_so(figure, "declared")
        released = (declared or fact.status in RELEASED or _otherwise(figure)) and not markets.in_passing(
            figure, release.titled or weeks.weekly(release.head)
        )
        if released and (titled.told(figure, self.release) or not marks.dated_so(figure, "unreleased")):
            # a company's month stands in the title; another month is of something else in its story
            period = release.period
            if (
                beside.of_now(figure, period)
                or (fact.status == "forecast" and self._to_come(figure))
                or reported.of_any_year(figure, period)
            ):
                return False
            just_told = (
                calendar.length(period) == 1
                and release.latest_of == fact.indicator
                and figure.number - release.latest_at <= 1
                and release.latest == period
            )
            if fact.status == "forecast" and not just_told and later.long_over(figure, period):
                return self.budget.period(figure)
            of_firm = marks.dated_so(figure, "results") and not (fact.indicator == "output" and later.of_a_place(figure))
            if not release.titled and calendar.length(period) == 1 and of_firm:
                period = release.latest if calendar.length(release.latest) > 1 else None
                if period is None:
                    return self.others.period(figure) or (
                        self._sold(figure) and put(figure, release.head, "the month of the sales that the story is about", 0.7)
                    )
            lead = figure.sentence.tokens[max(figure.clause[0], figure.first - NOW) : figure.first]
            if period != release.period and self.now.isdisjoint(lead):
                return put(figure, period, "that of the release", 0.75)
            over = basis.told(figure, moments, release) if fact.statistic in STEPS else None
            if calendar.length(release.head) == 3 and over == "qoq":
                return put(figure, release.head, "the quarter of the release, over which it is told", 0.75)
            if newer(release, fact, figure.number, not moments) and self.now.isdisjoint(lead):
                return put(figure, release.latest, "that of the same measure in the sentence before", 0.75)
            if (told := officially.told(figure, release.head)) is not None:
                told = release.latest if told_with_it(release, fact, figure.number) else told
                return put(figure, told, "the last one for which offices tell it", 0.75)
            if not release.opening and marks.dated_so(figure, "stocks") and not weeks.weekly(release.head):
                return False  # what is lent is told at any time: a time further down is another's
            if calendar.length(release.head) == 1 and over != "mom" and self._of_no_month(figure):
                return False
            another = release.latest_of not in ("", fact.indicator) and marks.dated_so(figure, "by_the_month")
            another = another and fact.statistic != "growth"
            if another and calendar.length(release.latest) == calendar.length(release.head or release.latest) == QUARTER:
                return False  # "The economy shrank in the third quarter. Inflation fell to 2 pct": of no quarter
            if calendar.length(release.head) == QUARTER and fact.statistic == "level" and self._by_the_month(figure):
                return False
            if release.head and self.now.isdisjoint(lead) and not (fact.status == "actual" and markets.ahead(release.head, self.story)):
                return put(figure, fitting.of_month(figure, release.head), "that of the release", 0.75)
            # what another sentence told holds for the next one, and no longer: stories that are no releases speak of many times
            if release.latest and figure.number - release.latest_at == 1 and fact.status == "actual" and self.now.isdisjoint(lead):
                return put(figure, release.latest, "that of the sentence before", 0.6)
        if self.budget.period(figure):
            return True
        if self._of_result(figure):
            return put(figure, release.result, "the quarter of which the story tells a result", 0.7)
        if forecast and release.ahead:
            return put(figure, release.ahead, "that of the forecast", 0.7)
        named = release.foreseen(figure.number - 1) if forecast else None
        if named is not None:
            return put(figure, named, "that of a forecast in the sentence before", 0.6)
        regular = reported.regular(figure)
        if regular is not None:
            return put(figure, regular, "the last one that is over of those which are reported", 0.7)
        return self.others.period(figure)

    def _of_week(self, figure: Figure) -> bool:
        """Rates that are surveyed every week, in the release of one: "averaged 6.24 pct, up from 6.20 pct"."""
        release, anchor = self.release, figure.frame.anchor
        if figure.fact.status != "actual" or figure.attributive or markets.stands(figure):
            return False
        surveyed = lexicon.sets("dated", self.story.language)["surveyed.forms"]
        if not release.opening and surveyed.isdisjoint(figure.fact.variant.split()[-1:]):
            return False  # the week of which the head tells further on is that of its survey
        if figure.frame.role not in BESIDE:
            return put(figure, release.head, "the week of the release", 0.75)
        if figure.frame.role != "base" or anchor is None or anchor.fact.period != release.head or release.head is None:
            return False
        return put(figure, weeks.before(release.head, release.banking), "the week before that of the release", 0.7)

    def _of_result(self, figure: Figure) -> bool:
        """Whether a figure is one of a firm's result, in a story that names the quarter of it further down than its head."""
        fact, sets = figure.fact, words(self.story.language)
        had_expected = fact.status == "forecast" and not sets.had.isdisjoint(figure.lead)
        if not (fact.status == "actual" or had_expected) or fact.statistic == "share" or not marks.dated_so(figure, "results"):
            return False
        if not sets.now.isdisjoint(figure.lead[-NOW:]):
            return False  # "gross margins are currently 40 pct"
        if self.release.head or marks.dated_so(figure, "unreleased") or fact.indicator in ("dividend", "output"):
            return False
        return not beside.of_now(figure, None) and self.release.result is not None

    def _sold(self, figure: Figure) -> bool:
        """ "Auto sales fell in November. Sales of Arden dropped 31 pct": a firm's sales, in a story of all that is sold in a month."""
        if (
            figure.fact.indicator != REVENUE
            or figure.fact.statistic not in STEPS
            or figure.fact.status != "actual"
            or not self.release.head
        ):
            return False
        if calendar.after(calendar.bounds(self.release.head)[1], self.story.at):
            return False  # a month of sales is told when it is over
        loose = entries(self.story.language)["loose"]
        told = (c.key for head in self.story.head(1) for c in head.of("indicator"))
        return any(key == SHOPS or loose.get(key, ())[:1] == [SHOPS] for key in told)

    def _of_no_month(self, figure: Figure) -> bool:
        """Whether the month of a release is none of a figure: an economy's growth, which few tell by the month, in a release of
        another thing; and what is told when a month is over, in a story of that month."""
        fact, language, at = figure.fact, self.story.language, self.story.at
        if fact.statistic == "growth" and marks.dated_so(figure, "quarterly"):
            return fact.entity not in lexicon.entries("dated", language)["quarterly"]["monthly_too"]
        over = fact.status == "actual" and at is not None and at[1] is not None and self.release.head == f"{at[0]:04}-{at[1]:02}"
        return over and marks.dated_so(figure, "afterwards")

    def _by_the_month(self, figure: Figure) -> bool:
        """ "profit fell in the second quarter", and further down "as unemployment is at 9.5 pct": what is told every month is not of the
        quarter of a story that opens on other things."""
        fact = figure.fact
        if fact.status != "actual" or not marks.dated_so(figure, "by_the_month"):
            return False
        return all(clue.key != fact.indicator for head in self.story.head(HEAD) for clue in head.of("indicator"))

    def _to_come(self, figure: Figure) -> bool:
        """Whether a verb says that what is forecast is still to come: a release tells what was expected of a time that is over."""
        last, at, sets = calendar.bounds(self.release.period)[1], self.story.at, words(self.story.language)
        if last is None or (at is not None and (last.year, last.month) >= (at[0], at[1] or 1)):
            return False  # "growth will be about 2 pct" in a release for the year that has begun
        lead = figure.sentence.tokens[max(figure.clause[0], figure.first - NOW) : figure.first]
        return not sets.to_come.isdisjoint(lead) and sets.had.isdisjoint(lead)


def _otherwise(figure: Figure) -> bool:
    """ "Excluding currencies, sales would have risen 9 pct": what a result would have been is of the time of the result."""
    if figure.fact.status != "hypothetical" or not marks.dated_so(figure, "results"):
        return False
    lead = figure.sentence.tokens[figure.clause[0] : figure.first]
    would_have = lexicon.sets("periods", figure.story.language)["would_have.words"]
    return any(" ".join(pair) in would_have for pair in pairwise(lead))
