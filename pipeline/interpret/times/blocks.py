"""The blocks of a company's results told as a table: the quarter first, then lines that head a longer time ("Year", "Nine mths")."""

from __future__ import annotations

from bisect import bisect_right

from pipeline import lexicon
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar

LONGEST = 3
"""Tokens of a line that heads a block."""


class Blocks:
    """The times of a story's blocks, none where it is no table."""

    def __init__(self, story: Story) -> None:
        words = lexicon.entries("periods", story.language)["table"]
        self.heads: dict[str, int] = words["heads"] | dict.fromkeys(lexicon.entries("periods", story.language)["parts"]["quarter"], 3)
        self.starts: list[int] = []
        self.months: list[int] = []
        first = story.text[story.body :].lstrip()[:LINE].casefold()
        self.table = first.startswith(tuple(f"{form} " for form in words["opens"]))
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

    def noted(self, year: int, behind: list[str], release: str | None) -> str | None:
        """ "1987 qtr includes", "1987 nine mths include" in the notes: so many months that end with the month of the release."""
        months = self.heads.get(" ".join(behind[:2])) or self.heads.get(" ".join(behind[:1]))
        last = calendar.bounds(release)[1]
        return calendar.months(year, last.month, months) if months and last else None


LINE = 24
"""Characters of the longest line that heads a block."""
