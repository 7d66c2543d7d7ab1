"""The times of a note to a table of results: "gains of 1 mln dlrs in quarter and 2 mln in year", "1986 qtr and year net includes 1 mln and 2 mln"."""

from __future__ import annotations

from itertools import cycle, pairwise
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.notes import Notes, items
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar
from pipeline.interpret.times.blocks import Blocks

NEAR = 8
"""Tokens between a figure and the head of a time behind it ("a share, respectively, in the quarter")."""

PAIR = 2
"""Heads that share the figures of a note between them."""

DIGITS = 4
"""Digits of a year."""

YEAR = 12
"""Months of a year."""


class Head(NamedTuple):
    """So many months at tokens `first`..`last`; `year` as told, `step` the years from that of the release."""

    first: int
    last: int
    months: int
    year: int | None
    step: int | None


class Member(NamedTuple):
    """The number of a figure in its sentence, its tokens, and the years that it lies back from the time it is told with."""

    number: int
    first: int
    last: int
    back: int


class Noted:
    """The times of the figures of one note after another."""

    def __init__(self, story: Story, blocks: Blocks) -> None:
        self.notes, self.blocks = Notes(story), blocks
        self.steps: dict[str, int] = lexicon.entries("notes", story.language)["steps"]
        self.items = items(story.language)
        self.sentence = -1
        self.found: dict[int, tuple[Head, int]] = {}

    def period(self, figure: Figure, release: str | None) -> str | None:
        """The time that a note gives a figure by a time behind it, or by two times that share its figures; else None."""
        if not self.notes.told(figure.sentence, figure.number):
            return None
        last = calendar.bounds(release)[1]
        if last is None:
            return None
        if figure.number != self.sentence:
            self.sentence, self.found = figure.number, self._read(figure)
        told = self.found.get(figure.index)
        if told is None:
            return None
        head, back = told
        year = head.year if head.year is not None else last.year + (head.step or 0)
        return calendar.months(year - back, last.month, head.months)

    def _read(self, figure: Figure) -> dict[int, tuple[Head, int]]:
        """The head of the time of each figure, and the years that it lies back from it."""
        tokens, words, heads, groups = figure.sentence.tokens, self.notes.words, self._heads(figure), self._groups(figure)
        found: dict[int, tuple[Head, int]] = {}
        first = groups[0][0].first
        opening = [head for head in heads if head.last < first]
        year, step = next(((h.year, h.step) for h in opening if h.year is not None or h.step is not None), self._year(figure, first))
        for n, group in enumerate(groups):
            end = group[-1].last
            until = groups[n + 1][0].first if n + 1 < len(groups) else len(tokens)
            inside = [h for h in heads if group[0].last < h.first < group[-1].first and h.first - group[0].last <= NEAR]
            if inside and not words["beside"].isdisjoint(tokens[group[0].last : inside[0].first]):
                inside = []  # the next block of a table; but "2 mln in the nine months compared with 3 mln"
            behind = inside or [h for h in heads if end < h.first < until and h.first - end <= NEAR]
            pair = self._pair(behind, tokens)
            told = [(pair[0], groups[n - 1]), (pair[1], group)] if pair and n and groups[n - 1][0].number not in found else []
            for head, members in told or [(head, group) for head in behind[:1]]:
                dated = head if head.year is not None or head.step is not None else head._replace(year=year, step=step)
                found.update({member.number: (dated, member.back) for member in members})
        if found:
            return found | self._beside(figure, groups, found)
        opening = opening or self._bare_years(tokens[:first])
        if not opening:
            return found
        pair = self._pair(opening, tokens)
        if len(groups) == PAIR and self._shared(tokens[groups[0][-1].last + 1 : groups[1][0].first], tokens):
            told = list(zip(pair, groups, strict=False))
        elif pair and len(groups) % PAIR == 0 and not self.notes.words["shared"].isdisjoint(tokens):
            told = list(zip(cycle(pair), groups, strict=False))  # "charges of 1 mln and 2 mln and gains of 3 mln and 4 mln, respectively"
        else:
            told = []
        if len(opening) == 1:
            told = [(opening[0], group) for group in groups]
        start = 0
        for head, members in told:
            other = next((int(t) for t in reversed(tokens[start : members[0].first]) if t.isdigit() and len(t) == DIGITS), None)
            own = head if head.year is not None or head.step is not None else head._replace(year=year, step=step)
            dated = head._replace(year=other) if other is not None and start else own
            found.update({member.number: (dated, member.back) for member in members})
            start = members[-1].last + 1
        return found

    def _beside(self, figure: Figure, groups: list[list[Member]], found: dict[int, tuple[Head, int]]) -> dict[int, tuple[Head, int]]:
        """ "1 mln dlrs in quarter and 2 mln in year, compared with 3 mln and 4 mln in 1986": the times of two that two are set beside."""
        members, tokens = [member for group in groups for member in group], figure.sentence.tokens
        if len(members) != PAIR + PAIR:
            return {}
        one, other, third, fourth = members
        heads = [found.get(member.number) for member in (one, other)]
        compared = not self.notes.words["beside"].isdisjoint(tokens[other.last + 1 : third.first])
        joined = tokens[third.last + 1 : fourth.first] == ["and"] and compared and fourth.number not in found
        if not joined or heads[0] is None or heads[1] is None:
            return {}
        return {third.number: (heads[0][0], heads[0][1] + 1), fourth.number: (heads[1][0], heads[1][1] + 1)}

    def _bare_years(self, tokens: list[str]) -> list[Head]:
        """ "1986 and 1985 net includes": two years with which a note opens, and no more."""
        years = [i for i, token in enumerate(tokens) if token.isdigit() and len(token) == DIGITS]
        if len(years) != PAIR or self.blocks.joins.isdisjoint(tokens[years[0] + 1 : years[1]]):
            return []
        return [Head(i, i, YEAR, int(tokens[i]), None) for i in years]

    def _shared(self, between: list[str], tokens: list[str]) -> bool:
        """Whether figures are those of two times and of one item."""
        return not self.notes.words["shared"].isdisjoint(tokens) or self.items.keys().isdisjoint(between)

    def _groups(self, figure: Figure) -> list[list[Member]]:
        """The figures of one time: "1 mln dlrs, or 5 cts a share, vs 2 mln, or 9 cts"."""
        tokens, words = figure.sentence.tokens, self.notes.words
        groups: list[list[Member]] = []
        end, back = 0, 0
        for index, (first, last) in enumerate(figure.spans):
            between = tokens[end:first]
            if groups and not words["together"].isdisjoint(between):
                back = max(back, int(not words["beside"].isdisjoint(between)))
            else:
                back = int(not words["beside"].isdisjoint(between[-PAIR:]))  # "none vs 2 mln"
                groups.append([])
            groups[-1].append(Member(index, first, last, back))
            end = last + 1
        return groups

    def _pair(self, heads: list[Head], tokens: list[str]) -> list[Head]:
        """Two heads joined by "and"; the year of the first is that of both."""
        for one, other in pairwise(heads):
            if other.first - one.last <= NEAR and not self.blocks.joins.isdisjoint(tokens[one.last + 1 : other.first]):
                return [one, other if other.year is not None or other.step is not None else other._replace(year=one.year, step=one.step)]
        return []

    def _heads(self, figure: Figure) -> list[Head]:
        """The times that are so many months: "4th qtr", "1986 nine mths", "year-ago quarter"."""
        tokens, words = figure.sentence.tokens, self.notes.words
        found: list[Head] = []
        at = since = 0
        while at < len(tokens):
            long = self.blocks.heads.get(" ".join(tokens[at : at + 2]))
            months = long or self.blocks.heads.get(tokens[at])
            last = at + bool(long)
            stepped = not long and months == YEAR and at and tokens[at - 1] in self.steps  # "prior year net"
            counted = at and tokens[at - 1] in words["counted"]  # "vs 2 mln a year previously"
            if months is None or stepped or counted or not words["no_head"].isdisjoint(tokens[last + 1 : last + 2]):
                at += 1
                continue
            before = tokens[max(since, at - 2) : at]
            year = next((int(t) for t in reversed(before) if t.isdigit() and len(t) == DIGITS), None)
            step = next((self.steps[t] for t in reversed(before) if t in self.steps), None)
            behind = "".join(tokens[last + 1 : last + 2])
            if year is None and step is None and last < figure.spans[0][0]:  # "Year 1986 and year prior excludes"
                year, step = (int(behind) if behind.isdigit() and len(behind) == DIGITS else None), self.steps.get(behind)
                last += year is not None or step is not None
            found.append(Head(at, last, months, year, step))
            at = since = last + 1
        return found

    def _year(self, figure: Figure, until: int) -> tuple[int | None, int | None]:
        """The year with which a note opens: "1985 net excludes", "Prior year net excludes"."""
        for token in figure.sentence.tokens[:until]:
            if token.isdigit() and len(token) == DIGITS:
                return int(token), None
            if token in self.steps:
                return None, self.steps[token]
        return None, None
