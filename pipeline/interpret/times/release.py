"""What a story is a release for: the period that its figures are about where they have no time of their own."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.story import Story
from pipeline.interpret.times import ago, calendar, fiscal, further, markets, nearest, parts, spans, undated, weeks, years_ahead
from pipeline.interpret.times.bearings import bearings
from pipeline.interpret.times.blocks import Blocks
from pipeline.interpret.times.head import head_of, read_head
from pipeline.interpret.times.market_day import MarketDay
from pipeline.interpret.times.moment import Moment, moments
from pipeline.interpret.times.poll import fieldwork, month_of_poll
from pipeline.interpret.times.resolve import resolve
from pipeline.recognise.period import TimeExpression

BARE = frozenset({"month", "end", "turn", "season"})
TO_COME = frozenset({"plan", "forecast", "target"})
UNDECIDED = TO_COME | {"hypothetical"}

RECENT = 6
"""Times before a sentence that "that year" may look back to."""

YEAR = 12
"""Months."""

PARTS = frozenset({"quarter", "quarters", "half"})

BEGUN = frozenset({"quarter", "half", "span"})
"""Parts of a year that have begun where something has come about in them."""

DATED = frozenset({"of", "of_year", "of_the", "year"})
"""Parts of a time that say which year it is of."""

SOON = 3
"""Months after which a part of a year that is forecast is rather the next one of its name."""


class Release:
    """The period of a story's release, the last one that it spoke of, and the day of its markets (`market`)."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.by = bearings(story) if story.at else undated.bearings(story, bearings(story))
        self.blocks = Blocks(story)
        self.market = MarketDay(story, self.by)
        self.expected: tuple[str | None, int] = (None, -9)
        self.latest: str | None = None
        self.latest_at = -9
        self.latest_of = ""
        self.latest_alone = True
        """Whether the sentence that told of it told of no other."""
        self.spoken: tuple[int, str | None] = (-9, None)
        """The sentence that was last asked for a year it speaks of, and the year."""
        self.before: list[Moment] = []
        """The times of the sentences before."""
        self.yearly = frozenset(self.by.words["backward"]["words"]) | frozenset(self.by.words["parts"]["same"])
        self.those = tuple(self.by.words["parts"]["those"])
        self.hours = frozenset(self.by.words["hours"]["alone"])
        heads = head_of(story)
        told = [moments(story, sentence) for sentence in heads]
        self.heads = list(zip(heads, told, strict=True))
        self.read = {id(sentence): times for sentence, times in self.heads}
        for times, sentence in zip(told[1:], heads[1:], strict=True):
            self.market.notice(times, sentence)
        if self.market.day is None and any(not self.hours.isdisjoint(sentence.tokens) for sentence in heads[1:]):
            self.market.day = markets.today(story)
        self.banking = any(moment.time.kind == "week_of" for times in told for moment in times)
        """Whether its weeks are those of a bank of issue."""
        self.of_day = next((resolve(m.time, self.by) for m in told[0] if m.time.kind == "day"), None)
        self.head, self.titled, self.opening, self.ahead, self.guessed = read_head(story, heads, told, self.by, self.blocks.table)
        own, further_on = further.own(story, self.by, self.head) if self.guessed and self.head else (None, [])
        if own is not None:
            self.head, self.guessed = own, False
        firms = [times for sentence, times in self.heads if not spans.of_offices(sentence, story.language)]
        self.spans = spans.quarters(firms if own is None else [*firms, further_on], self.by)
        self.head = self.spans.get(self.head or "", self.head)
        self.poll = None if self.head and self.opening else month_of_poll(heads, self.by)

    @cached_property
    def fieldwork(self) -> str | None:
        """The days on which the people of a poll were asked."""
        return fieldwork(self.story, self.by)

    @property
    def period(self) -> str | None:
        return self.head or self.latest

    @cached_property
    def result(self) -> str | None:
        """The quarter of which a firm's result is told further down, where the head of its story names none that is over."""
        return None if self.head else further.told(self.story, self.by)

    def resolve(self, moment: Moment, status: str = "actual", beside: str | None = None, compared: bool = False) -> str | None:
        """The period that a time names; one that looks to another period looks to `beside`, else to the release.

        `compared` says that the figure is set beside another.
        """
        time, p = moment.time, moment.time.parts
        other = beside or self.period
        if time.kind == "ago":
            return ago.before(p, other, self.by, compared, self.banking)
        if time.kind == "later":
            told = self._last(moment)
            if told is None and "count" not in p and self.by.at is not None and p["unit"] == "year":
                return calendar.year(self.by.at[0] + 1)
            return calendar.on(told, p["unit"], parts.number(p.get("count", "1"), self.by)) if told else None
        if time.kind == "same":
            if not other:
                looks_back = compared and p["unit"] == "time" and p.get("of", "").startswith(tuple(self.by.words["relative"]))
                return nearest.now(self.by, 1) if looks_back else None
            if not compared and not p.keys() & {"of", "year", "of_year"}:
                return self._last(moment) or other  # "In the same period, output grew": the time that was told before
            year = p.get("year") or p.get("of", "")[-4:]
            return calendar.earlier(other, _years(other, int(year)) if year.isdigit() and other[:4].isdigit() else 1)
        if time.kind == "year_part":  # "in the 1986 quarter", in a release for that of 1987
            return (calendar.earlier(other, _years(other, int(p["year"]))) if other and other[:4].isdigit() else None) or p["year"]
        if time.kind == "bare":
            return self._bare(p["unit"], status)
        if time.kind == "open":
            return self._open(p["count"])
        if time.kind == "moving":
            return weeks.moving(parts.number(p["count"], self.by), self.head)
        if time.kind == "that":
            return p.get("period")
        if compared and time.kind == "relative" and p["unit"] == "year" and other and 0 < calendar.length(other) < 12:
            if (self.by.words["relative"].get(p["which"]) or 0) < 0:
                return calendar.earlier(other, 1)  # the same quarter of last year
        if time.kind == "relative" and p["unit"] == "year" and "fiscal" not in p and compared and calendar.fiscal(beside):
            p = p | {"fiscal": ""}  # "is to be 5 billion in 2007/08, against 4 billion this year"
            time = replace(time, parts=p)
        if time.kind == "relative" and other and p["which"] in self.by.words["backward"]["words"]:
            if weeks.weekly(other) and p["unit"] in ("week", "period"):
                return weeks.before(other, self.banking)
            if calendar.unit(other) == p["unit"] or (p["unit"] == "period" and calendar.unit(other) in ("week", "month", "quarter")):
                return calendar.before(other)
        if time.kind == "span" and other and (as_many := ago.as_many(p, other, self.by, self.banking)) is not None:
            return as_many
        latest = time.kind == "relative" and p["which"] in self.by.words["latest"]["words"] and not self.guessed
        if latest and self.head and calendar.unit(self.head) == p["unit"]:
            return self.head  # "in the latest quarter": that which the release is for
        if self._runs(time):
            return calendar.earlier(str(self.head), -1)  # "in the current financial year", in the results of the one to March
        found = resolve(time, self.by)
        if (
            found
            and time.kind == "weekday"
            and "weekday" in p
            and "which" not in p
            and ("coming" in p or (moment.ahead and status in TO_COME))
        ):
            return nearest.coming(found, self.story)
        if found in self.spans and time.kind == "quarter":
            return self.spans[found]  # "the third quarter" of a company that has told its span
        if found and time.kind == "month" and found == self.period and p.get("which") in self.yearly:
            return calendar.earlier(found, 1)  # "from the previous February" in a release for February
        if moment.through and found and calendar.length(found) == 1:
            if status in TO_COME and not p.keys() & DATED and self.by.at is not None and self.by.at[1]:
                return f"{calendar.month(self.by.at[0], self.by.at[1])}/{nearest.ahead(self.by, found, self.period, True)}"
            return calendar.months(int(found[:4]), int(found[5:]), int(found[5:]))
        if found and time.kind == "to" and status in TO_COME and "year" not in p:
            surely = p.get("ended") in self.by.words["to_come"]["words"]
            return nearest.ahead(self.by, found, self.period, surely, nearest.REPORTED)
        over = (self.by.words["relative"].get(p.get("which", "")) or 0) < 0  # "agreed last September to buy"
        if found and (moment.ahead or status in UNDECIDED) and time.kind in BARE and not (over or p.keys() & DATED):
            if status != "actual":
                far = SOON if "coming" in p else nearest.FAR
                return nearest.ahead(self.by, found, self.period, moment.ahead or time.kind == "end", far)
            if time.kind == "end" and self.by.at:  # "the unit's sale by year-end", told in June
                return nearest.ahead(self.by, found, self.period, False, nearest.REPORTED)
        if found and status == "actual" and time.kind in BEGUN and not p.keys() & (DATED - {"of_the"}):
            begun = nearest.begun(self.by, found)
            return self.head if self.guessed and begun != found else begun  # "its fiscal third quarter", which the calendar has not begun
        if (
            found
            and (status == "forecast" or (status in TO_COME and time.kind == "months"))
            and (time.kind in PARTS or time.kind == "month_quarter" or time.kind == "months")
            and not p.keys() & DATED
        ):
            return nearest.ahead(self.by, found, self.period, moment.ahead or time.kind == "quarters", SOON)
        return found

    def _runs(self, time: TimeExpression) -> bool:
        """Whether a time is the year that runs, of a firm whose release is for one that is none of the calendar."""
        p, words = time.parts, self.by.words
        if time.kind != "relative" or p["unit"] != "year" or words["relative"].get(p["which"]) != 0 or not self.by.company:
            return False
        own_year = "fiscal" in p or p["which"] in words["parts"]["current"]
        if not own_year or self.by.closes is not None or "/" not in (self.head or "") or calendar.fiscal(self.head):
            return False
        return calendar.length(self.head) == YEAR and calendar.over(self.head, self.by.at)

    def times(self, sentence: Sentence) -> list[Moment]:
        """The times of a sentence; those of the first ones are read already."""
        found = self.read.get(id(sentence))
        if found is None:
            found = moments(self.story, sentence)
        for n, moment in enumerate(found):
            if (
                moment.time.kind == "bare"
                and moment.time.parts["unit"] == "year"
                and moment.use == "own"
                and n
                and found[n - 1].time.kind == "year"
            ):
                found[n] = replace(moment, time=replace(moment.time, kind="year", parts={"year": found[n - 1].time.parts["year"]}))
            elif spans.of_budget(moment.time, found, n):
                found[n] = replace(moment, time=replace(moment.time, parts=moment.time.parts | {"fiscal": ""}))
            elif n and spans.quarter_named(found[n - 1], moment):
                found[n] = replace(moment, time=found[n - 1].time)
            elif n and (month := spans.of_the_year(found[n - 1].time, moment.time, sentence.tokens, self.story.language)):
                found[n] = replace(moment, time=month)
            elif self.blocks.table and (noted := self.blocks.noted(moment, sentence.tokens, self.head)):
                found[n] = replace(moment, time=replace(moment.time, kind="that", parts={"period": noted}), use="own")
            elif moment.use == "day" and moment.time.parts.get("unit") == "week" and weeks.weekly(self.head):
                found[n] = replace(moment, use="own")  # "cash in circulation rose in the week", in a release for one
            elif moment.time.kind == "that":
                found[n] = replace(moment, time=replace(moment.time, parts={"period": self._told(moment, found[:n])}))
            elif moment.time.parts.get("of", "").startswith(self.those):
                year = (self._told(moment, found[:n]) or "")[:4]
                parts = moment.time.parts
                found[n] = replace(
                    moment, time=replace(moment.time, parts=parts | {"of": year} if year else {}, kind=moment.time.kind if year else "that")
                )
        self.before = [*self.before[-RECENT:], *found]
        if self.guessed and (span := next((resolve(moment.time, self.by) for moment in found if spans.of_quarter(moment)), None)):
            self.head, self.guessed = span, False  # "posts higher quarterly profit … for the quarter ended August 2"
        return found

    def _told(self, moment: Moment, earlier: list[Moment]) -> str:
        """The period that "that year" means: the last one that was named before, of its length where it is no year."""
        unit = moment.time.parts.get("unit", "year")
        for other in reversed([*self.before, *earlier]):
            if other.time.kind not in ("weekday", "that") and (period := resolve(other.time, self.by)) and period[:4].isdigit():
                if unit == "year":
                    return period[:4]
                if calendar.unit(period) == unit:
                    return period
        return ""

    def _last(self, moment: Moment | None = None, unit: str | None = None, months: int = 0) -> str | None:
        """The last time of a figure, of a `unit` or of so many `months`, that was named before a moment."""
        at = next((n for n, other in enumerate(self.before) if other is moment), len(self.before))
        told = (m.time for m in reversed(self.before[:at]) if m.use == "own" and m.time.kind not in ("weekday", "that", "quarters"))
        earlier = (resolve(time, self.by) for time in told)
        fits = (p for p in earlier if p and unit in (None, calendar.unit(p)) and months in (0, calendar.length(p)))
        return next(fits, None)

    def expect(self, told: list[Figure]) -> None:
        """Remember the time of the last forecast of a sentence, None of facts: those that follow are of the same time.

        What it is set beside is not what follows: "profit is seen at 3 million, against 2 million a year ago".
        """
        fact = next((figure.fact for figure in reversed(told) if figure.frame.role not in BESIDE), told[-1].fact)
        ends, at = calendar.bounds(fact.period)[1], self.story.at
        past = ends is not None and at is not None and ends.year < at[0] - 1  # "the weakest since the third quarter of 2001"
        self.expected = (fact.period if fact.status == "forecast" and not past else None, told[-1].number)

    def foreseen(self, number: int) -> str | None:
        """The year, begun or to come, that a sentence speaks of ("it cut its forecast for 2008")."""
        if self.spoken[0] != number:
            self.spoken = number, years_ahead.foreseen(self.story, number, self.by)
        return self.spoken[1]

    def _bare(self, unit: str, status: str) -> str | None:
        head = self.period or (self.result if status == "actual" and unit == "quarter" else None) or self.ahead
        if unit == "period":
            return head
        if head and calendar.unit(head) == unit:
            return head
        if unit in PARTS and (named := self._last(unit=unit)) is not None:
            return named  # "output shrank in the quarter", in a story of a year that has named its last one
        last = calendar.bounds(head)[1] if head else None
        if unit == "quarter" and status == "actual" and (quarter := calendar.quarter_ended(head)) is not None:
            return quarter  # "filings fell in the quarter", in the release of its last month
        if unit == "year" and last:
            return fiscal.full_year(last, status == "forecast", self.by)
        if unit == "year" and status == "forecast" and self.by.at:
            return calendar.year(self.by.at[0])
        return None

    def _open(self, count: str) -> str | None:
        """ "the nine months" end where those do that were told before ("in January-September"), else where the release does."""
        last = calendar.bounds(self.period)[1] if self.period else None
        number = int(count) if count.isdigit() else self.by.words["counts"][count]
        length = calendar.length(self.period)
        if number == length:
            return self.period
        if number < YEAR and (told := self._last(months=number)) is not None:
            return told
        return (
            calendar.months(last.year, last.month, number + (length > 1 and length % 3 % 2)) if last and number <= 24 and length else None
        )


def _years(period: str, year: int) -> int:
    """How many years before a period its like "of 1986" is: one that runs over a new year is of the year it ends in where it began in that."""
    back, last = int(period[:4]) - year, period.rpartition("/")[2][:4]
    return back or (int(last) - year if last.isdigit() else 0)
