"""What a story is a release for: the period that its figures are about where they have no time of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import timedelta
from functools import cache

from pipeline import lexicon
from pipeline.interpret import calendar
from pipeline.interpret.clue import Sentence
from pipeline.interpret.moment import Moment, moments
from pipeline.interpret.resolve import Bearings, resolve
from pipeline.interpret.story import Story
from pipeline.model import Fact

COMPARED_YEAR = re.compile(r"\bsame\s{1,4}\w{1,10}\s{1,4}(?:of|in|a)?\s{0,4}((?:19|20)\d\d)\b")

COMPANY_LAG, OFFICE_LAG = 4, 6
"""Months within which a company reports a quarter, and within which anybody speaks of one without its year."""

DECEMBER = 12

HEAD = 3
"""Sentences that, with the title, tell what a story is a release for."""

RELEASES = frozenset({"month", "month_quarter", "quarter", "half", "year", "to", "week_to", "first", "months", "relative", "fiscal"})

FORECAST = frozenset({"quarter", "year", "half", "fiscal", "relative"})

NAMED_YEAR = re.compile(r"(?<![\d$£€.,'’-])(?:19|20)\d\d(?![\w%-]|[.,]\d)")

class Release:
    """The period of a story's release, the last one that it spoke of, and the day of its markets."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.by = bearings(story)
        self.head: str | None = None
        self.day: str | None = None
        self.expected: tuple[str | None, int] = (None, -9)
        self.ahead: str | None = None
        self.titled = False
        self.of_day: str | None = None
        self.latest: str | None = None
        self.latest_at = -9
        self._read_head()

    @property
    def period(self) -> str | None:
        return self.head or self.latest

    def resolve(self, moment: Moment, status: str = "actual", beside: str | None = None, compared: bool = False) -> str | None:
        """The period that a time names; one that looks to another period looks to `beside`, else to the release.

        `compared` says that the figure is set beside another.
        """
        time, p = moment.time, moment.time.parts
        other = beside or self.period
        if time.kind == "ago":
            if p["unit"] == "year":
                count = p.get("count", "1")
                years = int(count) if count.isdigit() else self.by.words["counts"].get(count, 1)
                return calendar.earlier(other, years) if other else None
            return calendar.before(other) if other else None
        if time.kind == "same":
            if not other:
                return None
            year = p.get("year") or p.get("of", "")[-4:]
            return calendar.earlier(other, int(other[:4]) - int(year) if year.isdigit() and other[:4].isdigit() else 1)
        if time.kind == "bare":
            return self._bare(p["unit"], status)
        if time.kind == "open":
            return self._open(p["count"])
        if compared and time.kind == "relative" and p["unit"] == "year" and other and 0 < calendar.length(other) < 12:
            if (self.by.words["relative"].get(p["which"]) or 0) < 0:
                return calendar.earlier(other, 1)  # the same quarter of last year
        if time.kind == "relative" and other and p["which"] in self.by.words["backward"]["words"] and _unit(other) == p["unit"]:
            return calendar.before(other)
        found = resolve(time, self.by)
        if moment.through and found and calendar.length(found) == 1:
            return calendar.months(int(found[:4]), int(found[5:]), int(found[5:]))
        return found

    def notice(self, sentence: list[Moment]) -> None:
        """Keep the day that a story of markets is about."""
        for moment in sentence:
            parts = moment.time.parts
            if moment.time.kind == "weekday" and self.by.at and self.by.words["days"].get(parts.get("day_word", ""), 0) == 0:
                if self.day is None or "day_word" in parts:
                    self.day = resolve(moment.time, self.by)

    def follow(self, fact: Fact, number: int) -> None:
        """Remember the period that a figure of sentence `number` was said to be about."""
        self.latest, self.latest_at = fact.period, number

    def expect(self, fact: Fact, number: int) -> None:
        """Remember the time of a forecast: those that follow are of the same time."""
        self.expected = (fact.period, number) if fact.status == "forecast" else (None, number)

    def _bare(self, unit: str, status: str) -> str | None:
        head = self.period or self.ahead
        if unit == "period":
            return head
        if head and _unit(head) == unit:
            return head
        last = calendar.bounds(head)[1] if head else None
        if unit == "year" and last:
            return calendar.year(last.year + (status == "forecast" and last.month == DECEMBER))
        if unit == "year" and status == "forecast" and self.by.at:
            return calendar.year(self.by.at[0])
        return None

    def _open(self, count: str) -> str | None:
        """ "the nine months" end where the release does."""
        last = calendar.bounds(self.period)[1] if self.period else None
        number = int(count) if count.isdigit() else self.by.words["counts"][count]
        length = calendar.length(self.period)
        return calendar.months(last.year, last.month, number + length % 3 % 2) if last and number <= 24 and length else None

    def _read_head(self) -> None:
        story = self.story
        heads = [story.title] + [story.sentence(n) for n in range(min(HEAD, len(story.spans)))]
        told = [moments(story, head) for head in heads]
        for sentence in told[1:]:
            self.notice(sentence)
        self.of_day = next((resolve(m.time, self.by) for m in told[0] if m.time.kind == "day"), None)
        for sentence in told:
            for moment in sentence:
                if moment.use == "own" and moment.time.kind in RELEASES and (period := resolve(moment.time, self.by)) and self._past(period, moment.time.kind):
                    self.head, self.titled = period, sentence is told[0]
                    return
        ahead = (resolve(m.time, self.by) for sentence in told[:2] for m in sentence if m.use == "own" and m.time.kind in FORECAST)
        self.ahead = next((period for period in ahead if period), None)
        if self.ahead is not None:
            return
        for head in heads[:3]:
            if self.head is None:
                self.head = self._reported(head)
        if self.head is None and self.by.long_ago == COMPANY_LAG and self.by.at and self.by.at[1]:
            if any(form in story.text for form in self.by.words["reports_in"]["words"]):
                self.head = calendar.quarter(self.by.at[0], (self.by.at[1] - 1) // 3)

    def _past(self, period: str, kind: str) -> bool:
        """Whether a period is over, or nearly: a release tells of no other.  A budget's year may lie ahead."""
        last, at = calendar.bounds(period)[1], self.by.at
        if last is None or kind == "fiscal":
            return True
        if at is None:
            return self.by.year is None or last.year <= self.by.year
        return (last.year, last.month, last.day) <= (at[0], at[1] or 12, 31)

    def _reported(self, sentence: Sentence) -> str | None:
        """ "posts higher quarterly profit": the last quarter that is over."""
        at = self.by.at
        if at is None or at[1] is None:
            annual = any(self.by.words["reports"].get(token) == "year" for token in sentence.tokens)
            return calendar.year(self.by.year) if annual and self.by.year else None
        names = self.by.words["reports"]
        for token in sentence.tokens:
            unit = names.get(token)
            if unit == "quarter":
                return calendar.quarter(at[0], (at[1] - 1) // 3)
            if unit == "year":
                return calendar.year(at[0] - 1)
            if unit == "month":
                return calendar.month(at[0], at[1] - 1)
        return None


def _unit(period: str) -> str:
    months = calendar.length(period)
    if months:
        return {1: "month", 3: "quarter", 12: "year", 6: "half"}.get(months, "")
    first, last = calendar.bounds(period)
    return "week" if first and last and last - first == timedelta(6) else "day" if first and first == last else ""


@cache
def _closing(language: str) -> re.Pattern[str]:
    words = lexicon.entries("periods", language)
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    ended, starting = ("|".join(re.escape(f).replace(r"\ ", r"\s{1,4}") for f in words["parts"][key]) for key in ("ended", "starting"))
    return re.compile(rf"year\s{{1,4}}(?:{ended}|(?P<starting>{starting}))\s{{1,4}}(?:on\s{{1,4}}|in\s{{1,4}}|next\s{{1,4}})?(?:\d{{1,2}}\s{{1,4}})?(?P<month>{months})\b", re.IGNORECASE)


@cache
def _undone(language: str) -> frozenset[str]:
    """With one of these words in its sentence a year may be one to come."""
    entries = lexicon.entries("status", language)
    forms = (form for kind in ("forecast", "target", "plan", "will", "may") for form in entries[kind]["verbs"] + entries[kind].get("nouns", []))
    return frozenset(form for form in forms if " " not in form)


def _year_told(story: Story) -> int | None:
    """The last year that a story without a date speaks of as over: that of its first sentence, of its figures, of any."""
    in_head, of_figures, others = [], [], []
    starts = [span.start for span in story.spans]
    for m in NAMED_YEAR.finditer(story.text):
        number = bisect_right(starts, m.start()) - 1
        if number < 0 or not _undone(story.language).isdisjoint(story.sentence(number).tokens):
            continue
        (in_head if number == 0 else of_figures if story.mentions[number] else others).append(int(m.group()))
    if compared := [int(m[1]) + 1 for m in COMPARED_YEAR.finditer(story.text)]:
        of_figures.append(max(compared))
    return max(in_head or of_figures or others, default=None)


def bearings(story: Story) -> Bearings:
    """What the times of a story are resolved against."""
    closes = None
    if "year" in story.text and (m := _closing(story.language).search(story.text)):
        month: int = lexicon.entries("periods", story.language)["months"][m["month"].casefold()]
        closes = (month - 2) % 12 + 1 if m["starting"] else month
        closes = None if closes == 12 else closes
    year = None
    if story.at is None:
        year = _year_told(story)
    head = story.spans[:1]
    company = bool(head) and bool(story.organisations_in(head[0].start, head[0].end))
    return Bearings(story.at, story.language, year, closes, COMPANY_LAG if company else OFFICE_LAG)
