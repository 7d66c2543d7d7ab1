"""The entries of a chronology: "Oct 10 - Arden wins the bidding". All that an entry tells is of the time that it begins with."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.story import Story
from pipeline.interpret.times import rows
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment
from pipeline.interpret.times.placing import words
from pipeline.interpret.times.resolve import resolve
from pipeline.recognise.period import TimeExpression

KINDS = frozenset({"day", "month", "year"})
YEARS = frozenset({"year", "of", "of_year", "year_after"})
"""Parts of a time that tell its year."""

FEWEST = 3
"""Entries that make a chronology."""

YEAR = len("2000")
MONTH = len("2000-01")


class Entry(NamedTuple):
    """An entry begins in sentence `number`, with a time that ends at token `last`."""

    number: int
    last: int
    period: str


class Entries:
    """The entries of a story whose title says that it is a chronology; of another it has none."""

    def __init__(self, story: Story, by: Bearings) -> None:
        self.story, self.by = story, by
        titled = not frozenset(lexicon.entries("periods", story.language)["chronology"]["titles"]).isdisjoint(story.title.tokens)
        self.found = self._read() if titled and story.at is not None else []
        self.sentence: Sentence | None = None
        self.rows: list[rows.Row] = []
        """The rows of the sentence that is read: all its figures ask for them."""

    def settle(self, figure: Figure, own: Moment | None, moments: list[Moment]) -> bool:
        """Give a figure the time of the row or the entry that it stands in, where it has no `own` but that."""
        if figure.sentence is not self.sentence:
            self.sentence, self.rows = figure.sentence, rows.read(figure.sentence, figure.spans, moments, self.by)
        row = rows.day(figure, self.rows)
        if row is not None:
            return put(figure, row, "the day that heads its row", 0.85, "stated")
        period = self._of(figure, own)
        return period is not None and put(figure, period, "that of its entry in a chronology", 0.85, "stated")

    def _of(self, figure: Figure, own: Moment | None) -> str | None:
        if not self.found or figure.frame.role in BESIDE or not words(self.story.language).had.isdisjoint(figure.lead):
            return None
        at = bisect_left(self.found, (figure.number, figure.first)) - 1
        if at < 0:
            return None
        entry, tokens = self.found[at], figure.sentence.tokens
        begin = entry.last if entry.number == figure.number else 0
        if any(tokens[i : i + 2] == ["-", "-"] and (not i or tokens[i - 1] == ".") for i in range(begin, figure.first)):
            return None  # "-- It says that …": what else the entry tells is of a time that it does not say
        of_entry = own is None or (entry.number == figure.number and own.last <= entry.last)
        return entry.period if of_entry else None

    def _read(self) -> list[Entry]:
        found: list[Entry] = []
        for number in range(len(self.story.spans)):
            sentence = self.story.sentence(number)
            for time in self.story.times(sentence):
                if heads(time, sentence, self.story.language) and (period := self._dated(time, sentence, found)):
                    found.append(Entry(number, time.last, period))
        return found if len(found) >= FEWEST else []

    def _dated(self, time: TimeExpression, sentence: Sentence, before: list[Entry]) -> str | None:
        """The time of an entry; one that tells no year is of that of the entry before it, or of the next."""
        period, today = resolve(time, self.by), self._today()
        if period is None or "/" in period:
            return None
        told = sentence.tokens[time.first - 1] if time.first else ""
        if not time.parts.keys().isdisjoint(YEARS):
            return period
        if _year(told):
            return told + period[YEAR:]
        if before:
            last = before[-1].period
            period = last[:YEAR] + period[YEAR:]
            following = f"{int(last[:YEAR]) + 1}{period[YEAR:]}"
            return following if len(last) > YEAR and period[:MONTH] < last[:MONTH] and following <= today else period
        return period if period <= today else f"{int(period[:YEAR]) - 1}{period[YEAR:]}"

    def _today(self) -> str:
        return "-".join(f"{part:02d}" for part in self.story.at or () if part)


def heads(time: TimeExpression, sentence: Sentence, language: str) -> bool:
    """Whether a time stands at the head of an entry: before a dash or a colon, at the head of its sentence or behind such a mark."""
    tokens, words = sentence.tokens, lexicon.entries("periods", language)["chronology"]
    if time.kind not in KINDS or "until" in time.parts or tokens[time.last + 1 : time.last + 2] == []:
        return False
    at = time.first - (time.first > 0 and _year(tokens[time.first - 1]))  # "2008 April 2 -"
    return (not at or tokens[at - 1] in words["opens"]) and tokens[time.last + 1] in words["closes"]


def _year(token: str) -> bool:
    return token.isdigit() and len(token) == YEAR
