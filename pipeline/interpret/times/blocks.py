"""The blocks of a company's results told as a table: the quarter first, then lines that head a longer time ("Year", "Nine mths")."""

from __future__ import annotations

from bisect import bisect_right

from pipeline import lexicon
from pipeline.interpret.notes import LINE, opens_with_table
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar
from pipeline.interpret.times.moment import Moment

SCOPE = 7
"""Tokens behind a year in which a note says of which of its blocks it is ("1987 operating net in both periods")."""

HEADED = 3
"""Tokens before the time with which a note opens ("NOTE: Current year net")."""


class Blocks:
    """The times of a story's blocks, none where it is no table."""

    def __init__(self, story: Story) -> None:
        words = lexicon.entries("periods", story.language)["table"]
        self.heads: dict[str, int] = words["heads"] | dict.fromkeys(lexicon.entries("periods", story.language)["parts"]["quarter"], 3)
        self.starts: list[int] = []
        self.months: list[int] = []
        self.table = opens_with_table(story)
        self.joins, self.both = frozenset(words["joins"]), tuple(words["both"])
        self.steps: dict[str, int] = lexicon.entries("periods", story.language)["relative"]
        if not self.table:
            return
        for number, span in enumerate(story.spans):
            if span.end - span.start > LINE:
                continue
            line = " ".join(story.text[span.start : span.end].casefold().split()).rstrip(".:")
            months = words["heads"].get(line)
            if months is not None or line.startswith(tuple(words["ends"])):
                self.starts.append(number)
                self.months.append(months or 0)

    def period(self, number: int, release: str | None) -> str | None:
        """The time of the block in which a sentence stands: so many months up to the end of the release's; None before the first."""
        at = bisect_right(self.starts, number) - 1
        last = calendar.bounds(release)[1] if at >= 0 and self.months[at] else None
        return calendar.months(last.year, last.month, self.months[at]) if last else None

    def noted(self, moment: Moment, tokens: list[str], release: str | None) -> str | None:
        """ "1987 qtr includes", "1987 4th qtr and year", "current year net both periods" in the notes: so many months that end with the release's."""
        kind, p, last = moment.time.kind, moment.time.parts, calendar.bounds(release)[1]
        if last is None or "until" in p:
            return None
        opens = kind == "relative" and p["unit"] == "year" and moment.first <= HEADED
        step = self.steps.get(p["which"], 1) if opens else 1
        if (not opens and kind not in ("year", "quarter")) or (opens and step > 0) or (kind == "quarter" and "year" not in p):
            return None
        behind = tokens[moment.last + 1 : moment.last + 1 + SCOPE]
        joined = behind[:1] if kind == "quarter" else behind[1:2]
        at = 2 - (kind == "quarter") if not self.joins.isdisjoint(joined) else 0
        months = self._head(behind[at:])
        if not months and kind != "quarter":
            months = self._head(behind)
            if not months and (moment.first <= HEADED or any(form in " ".join(behind) for form in self.both)):
                months = max([calendar.length(release), *self.months])
        year = last.year + step if opens else int(p["year"])
        return calendar.months(year, last.month, months) if months else None

    def _head(self, tokens: list[str]) -> int | None:
        """The months of the head of a block with which tokens begin."""
        return self.heads.get(" ".join(tokens[:2])) or self.heads.get(" ".join(tokens[:1]))
