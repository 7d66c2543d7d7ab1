"""What a story itself fixes of its times: its date, the year it speaks of, the month with which its fiscal years end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipeline import lexicon
from pipeline.interpret.times import fiscal

if TYPE_CHECKING:
    from pipeline.interpret.story import Story

Reference = tuple[int, int | None, int | None]
"""The story's date as far as it is known: year, month or None, day or None."""

HEAD = 12
"""Characters at the head of a story in which "Period ended" stands, or "Periods ended"."""


CROP_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d\d)/(?:19|20)?(?P<last>\d\d)\b")
"""A year by the two of the calendar that it is of: "1986/87"."""

SOWN, REAPED = 7, 10
"""From the first of these months on a new crop year may have begun, from the second on it has."""


class Bearings(NamedTuple):
    """What times are resolved against: the story's date, the language, and what the story itself fixes.

    `year` is that of a bare month or quarter where the story has no date; `closes` the month with which its fiscal years end,
    `company` that it is one of a company.  `ahead` is the first year of which a story without a date speaks as still to come.
    """

    at: Reference | None
    language: str = "en"
    year: int | None = None
    closes: int | None = None
    company: bool = False
    ahead: int | None = None
    titled: int | None = None
    """Months of a company's period of which only the end is told ("Period ended January 31"): those that its title names."""
    quarters: int | None = None
    """The month with which a company's years end, as one of its quarters tells it."""

    state: int | None = None
    """The month with which the fiscal years of the story's country end, where each bears the names of two."""

    begun: int | None = None
    """The same, where each bears the name of the one in which it begins."""

    parts: int | None = None
    """The same where it is told of a part of one ("the first nine months of fiscal 2010") and of no company."""

    season: int | None = None
    """The year in which the crop year began that runs at the day of the story, where it names such years by their two."""

    @property
    def words(self) -> lexicon.Entries:
        return lexicon.entries("periods", self.language)


def reference(text: str | None) -> Reference | None:
    """The reference date of a published date that may stop at the year or the month."""
    if not text:
        return None
    parts = [int(part) for part in text[:10].split("-")]
    return parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None


def bearings(story: Story) -> Bearings:
    """What the times of a story are resolved against."""
    head = story.spans[:1]
    company = bool(head) and bool(story.organisations_in(head[0].start, head[0].end))
    titled = _titled(story) if "eriod" in story.text[story.body : story.body + HEAD] else None
    quarters = fiscal.closing(story) if company else None
    state, begun = fiscal.of_state(story), fiscal.of_state(story, "fiscal_years_begun")
    if state is None and not company:
        state = fiscal.of_state(story, "fiscal_years_of_budgets")
    return Bearings(
        story.at,
        story.language,
        None,
        fiscal.told(story),
        company,
        titled=titled,
        quarters=quarters,
        state=state,
        begun=begun,
        parts=None if company else fiscal.of_state(story, "fiscal_years_of_parts"),
        season=_season(story),
    )


def _season(story: Story) -> int | None:
    """The first year of the crop year that runs; in summer nobody can tell whether it is that of the last harvest or of the next."""
    if story.at is None or story.at[1] is None:
        return None
    y, month = story.at[0], story.at[1]
    if SOWN <= month < REAPED or not any(int(m["last"]) == (int(m["first"]) + 1) % 100 for m in CROP_YEAR.finditer(story.text)):
        return None
    return y - (month < SOWN)


def _titled(story: Story) -> int | None:
    """The months of the time that a title names: "LARKFIELD CORP 3RD QTR NET"."""
    words, tokens = lexicon.entries("periods", story.language), story.title.tokens
    heads: dict[str, int] = words["table"]["heads"] | dict.fromkeys(words["parts"]["quarter"], 3)
    found = (heads.get(" ".join(tokens[i : i + 2])) or heads.get(token) for i, token in enumerate(tokens))
    return next((months for months in found if months), None)
