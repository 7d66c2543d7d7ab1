"""What time a figure is about.

Its own words say it, else the figure it is set beside, else the figures before it, else the story's release or day: the first
that answers.  A later question rests on the period: what a step is over (basis.py).
"""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.standing import steering
from pipeline.interpret.standing.unsaid import held
from pipeline.interpret.story import Story
from pipeline.interpret.times import (
    aimed,
    asked_then,
    assumed,
    averages,
    basis,
    basis_unsaid,
    beside,
    by_now,
    by_turn,
    calendar,
    currently,
    dated_base,
    day_before,
    edges,
    elsewhere,
    fitting,
    from_to,
    in_force,
    later,
    markets,
    nearest,
    of_report,
    once_foreseen,
    over_round,
    own_time,
    parts,
    past_level,
    reported,
    same_day,
    stretch,
    thrice,
    titled,
    undertaken,
)
from pipeline.interpret.times.budget import Budget, fiscal_before
from pipeline.interpret.times.entries import Entries
from pipeline.interpret.times.from_then import FromThen
from pipeline.interpret.times.fronted import Fronted
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.noted import Noted
from pipeline.interpret.times.of_release import OfRelease
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.release import Release
from pipeline.interpret.times.same_span import SameSpan
from pipeline.interpret.times.set_from import SetFrom
from pipeline.interpret.times.swing import of_no_day

SHARES = "share_price"
"""What is told of the rounds of its own trade alone, whatever a story's release is for."""

LATELY = 5
"""Sentences within which prices are still told over the same time."""

VERSUS = 2
"""Tokens before a figure of a table in which it is set beside one ("nil vs profit 38 cts")."""

SHARED = frozenset({"to", "quarter", "half", "fiscal"})
"""Kinds of times that stand behind two values and are the first one's."""


class Period:
    """Settles `period`, `period_source` and `basis`; remembers the period that a release is for."""

    def __init__(self, story: Story) -> None:
        self.story, self.release = story, Release(story)
        self.noted = Noted(story, self.release.blocks)
        self.entries = Entries(story, self.release.by)
        self.year = str(story.at[0]) if story.at else None
        self.moments: list[Moment] = []
        self.since, self.budget, self.fronted = FromThen(), Budget(story.at, self.release.heads, self.release.by), Fronted()
        self.set_from, self.assumed = SetFrom(story), assumed.Assumed()
        self.day_told: str | None = None
        self.spans = SameSpan()
        self.others, self.thrice = reported.Others(), thrice.Thrice()
        self.of_release = OfRelease(story, self.release, self.budget, self.others)
        self.lately: dict[str, tuple[str | None, int]] = {}
        """The time for which each measure was told last, and the sentence."""
        self.over: tuple[str | None, int] = None, -LATELY - 1
        """Over what a step of prices was told last that is none of a day, and the sentence."""
        self.compares: set[str] = set()
        """Over what the story has compared where it told so."""
        self.custom: dict[tuple[str, int], set[str]] = {}
        """The bases that were told for an indicator and a period of so many months."""

    def before(self, sentence: Sentence) -> None:
        """Read the times of a sentence that holds figures."""
        self.moments = self.release.times(sentence)
        self.release.market.notice(self.moments, sentence)

    def settle(self, figure: Figure) -> None:
        fact, anchor, role = figure.fact, figure.frame.anchor, figure.frame.role
        if (noted := self.noted.period(figure, self.release.head)) is not None:
            put(figure, noted, "that which a note of the results gives it", 0.85, "stated")
            fact.basis = basis.told(figure, self.moments, self.release) if fact.statistic in STEPS else None
            return
        if role in ("converted", "restated") and anchor is not None:
            own = own_time.behind(figure, self.moments) if role == "restated" else None
            if own is None or later.shared(own, anchor, self.moments) or not self._take(figure, own):
                put(figure, anchor.fact.period, "that of the figure it restates", None, anchor.fact.period_source)
            fact.basis = anchor.fact.basis if fact.statistic in STEPS else None
            return
        if (turn := by_turn.period(figure, self.moments, self.release)) is not None:
            put(figure, turn, "the one whose turn it is", 0.9, "stated")
            fact.basis = basis.told(figure, self.moments, self.release) if fact.statistic in STEPS else None
            return
        if steering.standing(figure) or own_time.over_years(figure):
            return
        if marks.dated_so(figure, "traded") and (so_far := over_round.to_date(figure)) is not None:
            put(figure, so_far, "what has gone of it up to the day of the story", 0.85)
            fact.basis = "ytd" if so_far == stretch.of_the_year(self.story) else None
            return
        if self.spans.settle(figure):
            return
        if beside.over_before(figure) or self.since.settle(figure, self.moments, self.release):
            fact.basis = fact.basis or basis.told(figure, self.moments, self.release)
            return
        if currently.stands(figure, self.moments) or (role != "base" and currently.holds(figure, self.moments)):
            later.stands_now(figure)
            return
        lasting = fact.statistic == "share" or marks.dated_so(figure, "timeless")  # "Arden, which owns 44 pct, said in May"
        present = currently.present(figure, self.moments)
        there = (lasting and held(figure)) or present
        own = asked_then.own(figure, self.moments) or (None if there else own_time.find(figure, self.moments))
        if own is not None and (
            elsewhere.told_of(figure, own) or elsewhere.foreseen_then(figure, own) or elsewhere.beyond_close(figure, own)
        ):
            own = None
        own = own or (None if there else of_report.find(figure, self.moments, self.release.period))
        if once_foreseen.settle(figure, own, self.release):
            fact.basis = basis.told(figure, self.moments, self.release) if fact.statistic in STEPS else None
            return
        if (
            day_before.settle(figure, own)
            or past_level.settle(figure, own, self.moments, self.release)
            or same_day.settle(figure, own, self.release)
        ):
            return
        if markets.in_session(figure, own, self.moments):
            day = (self.release.market.day if not self.release.market.beside else None) or markets.today(self.story)
            put(figure, day, "the day of the trade that is told of", 0.85)
            fact.basis = basis.told(figure, self.moments, self.release) if fact.statistic in STEPS else None
            return
        if own is not None and own.first > figure.last and (self._of_new_value(figure, own) or self._of_move(figure, own)):
            return
        settled = self.entries.settle(figure, own, self.moments) or (self._since(figure) if own is None else self._take(figure, own))
        settled = settled or beside.priced(figure) or beside.step_of(figure)
        if (
            not settled
            and (not marks.dated_so(figure, "timeless") or titled.titled(figure, self.release))
            and not markets.starts_off(figure)
        ):
            told = (
                self._declared(figure)
                or self._of_block(figure)
                or over_round.settle(figure, self.moments, self.release)
                or (own is None and averages.settle(figure, self.release))
                or of_no_day(figure)
                or self.fronted.period(figure)
                or self._again(figure)
            )
            if not told and (third := self.thrice.third(figure)) is not None:
                told = put(figure, third, "the third of the times told before", 0.85)
            told = told or self._over_it_too(figure) or aimed.settle(figure, self.release)
            told = told or (not present and beside.period(figure, self.release.banking, self.compares == {"yoy"}))
            if not told and not self.of_release.settle(figure, self.moments, self.day_told):
                later.of_now(figure)
        if own is None and not (fact.period is None and self.set_from.period(figure)):
            self.assumed.period(figure)
        reported.of_a_quarter(figure, own)
        reported.of_a_whole_year(figure)
        if fact.statistic in STEPS:
            fact.basis = basis.told(figure, self.moments, self.release)
            of_another = own is None or (own.last < figure.first and figure.previous is not None)
            summed = fact.status == "actual" and marks.marked_so(figure, "flow") and not marks.dated_so(figure, "quarterly")
            if fact.basis == "qoq" and summed and of_another and (quarter := calendar.quarter_ended(fact.period)):
                put(figure, quarter, "the quarter over which it is told", 0.75)  # "rose 1 pct in June and 2 pct over the quarter"
            if fact.basis == "ytd" and fact.status == "actual" and (fact.period_source != "stated" or fact.period == self.year):
                put(figure, stretch.of_the_year_told(figure, self.release.head), "the year up to the day of the story", 0.8)
            fact.basis = fact.basis or basis_unsaid.of_own(figure, own)
            if own is not None and self.story.at is None and not fact.period:
                basis_unsaid.undated(figure, own)

    def after(self, figures: list[Figure]) -> None:
        """Settle the bases that only a later figure tells, and remember what the sentence was about."""
        later.settle(figures, self.moments, self.release)
        assumed.ahead(figures)
        from_to.settle(figures, self.release.banking, self.compares == {"yoy"})
        dated_base.settle(figures)
        self.thrice.note(figures)
        self.spans.note(figures)
        basis_unsaid.complete([figure for figure in figures if figure not in self.since.far], self.custom)
        for figure in figures:
            self.compares.update(filter(None, (beside.looks_back(figure),)))
            if figure.fact.period_source == "stated" and marks.dated_so(figure, "daily"):
                self.day_told = figure.fact.period
            fact = figure.fact
            if fact.statistic == "growth" and marks.dated_so(figure, "traded") and fact.period and calendar.unit(fact.period) != "day":
                self.over = fact.period, figure.number
            self.others.note(figure)
            if figure.fact.period_source == "stated" and figure.frame.role not in BESIDE:
                if self.lately.get(figure.fact.indicator, (None, -9))[1] != figure.number:
                    self.lately[figure.fact.indicator] = figure.fact.period, figure.number
            self.budget.note(figure)
            self.set_from.note(figure)
            self.assumed.note(figure)
            self.fronted.note(figure, self.release.period)
        release, told = self.release, [figure for figure in figures if figure.fact.period and marks.marked_so(figure, "released")]
        if told:
            release.expect([figure for figure in told if figure.fact.status == "forecast"] or told)
        for figure in told:
            fact = figure.fact
            if (
                fact.period_source == "stated"
                and fact.status == "actual"
                and figure.frame.role not in BESIDE
                and calendar.length(fact.period)
            ):
                release.latest, release.latest_at, release.latest_of = fact.period, figure.number, fact.indicator
                release.latest_alone = {fact.period} == {f.fact.period for f in figures if f.frame.role not in BESIDE}
                return
            same = fact.period == release.latest and fact.indicator == release.latest_of
            if same and release.latest_at == figure.number - 1:
                release.latest_at = figure.number  # told on of the same

    def _of_move(self, figure: Figure, own: Moment) -> bool:
        """ "cut its rate to 1 pct from 4.25 pct this year": the time of the move, before which the rate was the old one."""
        if figure.frame.role != "base" or not marks.dated_so(figure, "set") or own.time.kind not in ("relative", "bare"):
            return False
        runs = own.time.parts["unit"] == "year" and self.year is not None and self.release.resolve(own, figure.fact.status) == self.year
        return runs and put(figure, None, "before a move in the time told behind", 0.8)

    def _of_new_value(self, figure: Figure, own: Moment) -> bool:
        """ "fell to 4 million from 5 million in the year to May": the time of the new value; the old one is that of the year before."""
        anchor = figure.frame.anchor
        if figure.frame.role != "base" or anchor is None or not marks.dated_so(figure, "results") or own.time.kind not in SHARED:
            return False
        between = figure.sentence.tokens[anchor.last + 1 : figure.first]
        if anchor.fact.status != "actual" or between[:1] != ["from"] or not figure.words("before_figure").issuperset(between[1:]):
            return False
        found = self.release.resolve(own, figure.fact.status)
        if not found or found != anchor.fact.period:
            return False
        return put(figure, calendar.earlier(found, 1), "a year before that of the value it led to", 0.8)

    def _take(self, figure: Figure, moment: Moment) -> bool:
        """Take a time for a figure, if it can be told which it is."""
        moment = nearest.to_come(figure, moment)
        time = moment.time
        if time.kind == "era":
            return put(figure, None, "an era that has no first and no last day", 0.8)
        compared = figure.frame.role in BESIDE or (time.kind == "same" and not figure.words("compares_with").isdisjoint(figure.lead))
        coming = (moment.ahead and in_force.rises(figure)) or in_force.effective(moment, figure)
        status = (
            "plan" if coming and figure.fact.status == "actual" else "actual" if undertaken.done(figure, moment) else figure.fact.status
        )
        if (
            time.kind == "ago"
            and parts.number(time.parts.get("count", "1"), self.release.by) == 1
            and figure.frame.role in BESIDE
            and marks.dated_so(figure, "results")
            and not (beside.root(figure) or self.release.period)
        ):
            return put(figure, None, "so long before a time that nobody tells", 0.8)
        root = beside.before_that(figure, moment) or beside.root(figure)
        if root is None and time.kind == "relative" and time.parts["which"] in self.release.by.words["backward"]["words"]:
            root = self._named_before(figure, moment, time.parts["unit"])
            if root is None and time.parts["unit"] == "period" and not self.release.period:
                return False  # "19 cts vs 19 cts prior period"
        found = edges.at_edge(figure, moment, self.release.resolve(moment, status, root, compared))
        if nearest.of_delivery(figure, moment, found):
            return False
        found = nearest.of_price(figure, time, found)
        if found and status == "actual" and not moment.ahead and time.kind == "day":
            found = nearest.over(figure, moment, found)
        if time.kind == "bare" and marks.dated_so(figure, "traded") and (not found or figure.fact.indicator == SHARES):
            found = stretch.of_trade(figure, moment) or found
        if not found and stretch.so_far(figure, moment):
            found = stretch.of_the_year(self.story)
        if not found:
            return self.story.at is None and time.kind == "relative"  # it has a time, which nobody can tell
        if stretch.reached_by_now(figure, time):
            return put(figure, None, "where it stands now", 0.7)
        if figure.polled and calendar.after(calendar.bounds(found)[1], self.story.at):
            return False  # "28 percent expected more sales next year": they were asked now
        found = reported.in_month(figure, moment, fitting.fit(figure, moment, found, self.release))
        if compared and time.kind == "relative" and len(found) == len("2000"):
            found = fiscal_before(figure) or found
        if compared and moment.backward:
            later.looked_back_to(figure, self.release.period)
        place = "after" if moment.first > figure.last else "before"
        return put(figure, found, f"{time.kind} {place} the figure", 0.9, "inferred" if moment.backward else "stated")

    def _named_before(self, figure: Figure, moment: Moment, unit: str) -> str | None:
        """The time before which "the previous period" is: "rose 1 pct last week, building on the previous period's 2 pct gain", "the fall in
        first-quarter output was not as steep as the previous quarter's 6 pct"."""
        if figure.previous is not None:
            return figure.previous.fact.period if unit == "period" else None
        named = [m for m in self.moments if m.last < moment.first and m.time.kind in of_report.KINDS]
        return self.release.resolve(named[-1]) if named and unit in ("period", named[-1].time.kind) else None

    def _again(self, figure: Figure) -> bool:
        """ "had forecast growth of 10 pct and inflation of 8 pct": the second is of the month for which the sentence before told it."""
        previous, (period, number) = figure.previous, self.lately.get(figure.fact.indicator, (None, -9))
        if previous is None or period is None or figure.number - number != 1 or figure.fact.status != "forecast":
            return False
        if previous.fact.indicator == figure.fact.indicator or figure.frame.role in BESIDE or previous.fact.period_source == "stated":
            return False
        return put(figure, period, "that for which the measure was told in the sentence before", 0.8)

    def _over_it_too(self, figure: Figure) -> bool:
        """ "Its shares have lost 9 pct this year. The Dow is up 4 pct": where prices stand is told over what they were right before."""
        period, number = self.over
        of_own = any(moment.time.kind != "same" for moment in self.moments)  # "from last Friday's peak"
        if not period or of_own or figure.number - number > LATELY or not by_now.is_up(figure) or by_now.from_a_point(figure):
            return False
        return put(figure, by_now.up_to_now(period, self.story), "that over which prices were told before", 0.7)

    def _declared(self, figure: Figure) -> bool:
        """A quarterly dividend among the results of a quarter is one that is declared, and not of that quarter."""
        return figure.fact.indicator == "dividend" and figure.fact.variant in words(self.story.language).declared

    def _of_block(self, figure: Figure) -> bool:
        """The time that heads the lines of a table in which a figure stands; behind "vs" of a number not read it is the year before."""
        blocks = self.release.blocks
        alone = figure.frame.anchor is None and not words(self.story.language).versus.isdisjoint(figure.lead[-1:])
        if figure.frame.role in BESIDE or not (blocks.table or alone):
            return False
        found = blocks.period(figure.number, self.release.period) if blocks.starts else None
        if figure.frame.anchor is None and (alone or not words(self.story.language).base.isdisjoint(figure.lead[-VERSUS:])):
            found = found or self.release.head
            found = calendar.earlier(found, 1) if found else None
        return found is not None and put(figure, found, "that of its block of the table", 0.9)

    def _since(self, figure: Figure) -> bool:
        """The stretch over which a step has been made up to now; the day since which a rate that is set holds."""
        found = stretch.since(figure, self.moments, self.release)
        return found is not None and put(figure, found, "from a time up to that of the story", 0.8, "stated")
