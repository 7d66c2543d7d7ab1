"""The quarter of which a firm's story tells a result further down than its head, which names none that is over."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.interpret.clue import Sentence
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar, spans
from pipeline.interpret.times.bearings import Bearings
from pipeline.interpret.times.moment import Moment, moments
from pipeline.interpret.times.resolve import resolve

KINDS = frozenset({"quarter", "to", "months", "month_quarter"})
"""Kinds of times that name the quarter of a result."""

HEAD = 3
"""Sentences that, with the title, name a result where the story is about one."""

SENTENCES = 24
"""Sentences in which a story tells its result."""

QUARTER = 3
"""Months."""

LATEST = 6
"""Months within which a result is told: one of a quarter that is over for longer is only set beside another."""


def told(story: Story, by: Bearings) -> str | None:
    """The last quarter that is over of those that a story of a firm's result names beside it; None where it has no date, or is about something else."""
    if by.at is None or not by.at[1] or not by.company or not any(_speaks_of_one(head, by) for head in story.head(HEAD)):
        return None
    found: list[str] = []
    for sentence in _of_quarters(story, by):
        found += [period for moment in moments(story, sentence) if (period := _quarter(moment, by))]
    return max(found, key=lambda period: str(calendar.bounds(period)[1]), default=None)


def own(story: Story, by: Bearings, guessed: str) -> tuple[str | None, list[Moment]]:
    """The months of a firm's own quarter that a story of "quarterly profit" tells behind its head, and the times told up to there.

    "posted a quarterly profit … in the quarter ended July 29" is of no quarter of the calendar, whatever was `guessed`.  A quarter that is
    only named is as often the one to come, or another firm's.
    """
    times: list[Moment] = []
    if by.at is None or not by.company or calendar.unit(guessed) != "quarter":
        return None, times
    ahead, begins = frozenset(by.words["own_quarter"]["ahead"]), calendar.bounds(guessed)[0]
    for sentence in _of_quarters(story, by):
        if not ahead.isdisjoint(sentence.tokens):
            continue
        for moment in moments(story, sentence):
            times.append(moment)
            period = _quarter(moment, by) if spans.of_quarter(moment) else None
            last = calendar.bounds(period)[1]
            if last is not None and begins is not None and last >= begins:
                return period, times
    return None, times


def _of_quarters(story: Story, by: Bearings) -> Iterator[Sentence]:
    """The sentences near the head of a story that tell a result and speak of a quarter: "in the quarter", "in Q3"."""
    parts = by.words["parts"]
    forms = [*parts["quarter"], *(f"{short.upper()}{number}" for short in parts["quarter_short"] for number in range(1, 5))]
    for number, span in enumerate(story.spans[:SENTENCES]):
        if any(form in story.text[span.start : span.end] for form in forms) and _of_result(story.sentence(number), story.language):
            yield story.sentence(number)


def _speaks_of_one(head: Sentence, by: Bearings) -> bool:
    """ "gave a disappointing forecast": whether a sentence at the head of a story names a result, or what comes with one."""
    with_one = (*by.words["outlooks"]["words"], *by.words["results_of"]["words"])
    return _of_result(head, by.language) or any(form in head.tokens for form in with_one)


def _of_result(sentence: Sentence, language: str) -> bool:
    return any(marks.dated(c.key, "charged_to", language) or marks.dated(c.key, "yearly", language) for c in sentence.of("indicator"))


def _quarter(moment: Moment, by: Bearings) -> str | None:
    """The quarter that a moment names, if it is over and not for long."""
    if moment.use != "own" or moment.ahead or moment.time.kind not in KINDS:
        return None
    period = resolve(moment.time, by)
    last = calendar.bounds(period)[1] if period and calendar.length(period) == QUARTER else None
    if last is None or by.at is None or by.at[1] is None:
        return None
    ago = 12 * (by.at[0] - last.year) + by.at[1] - last.month
    over = ago > 0 or (ago == 0 and last.day <= (by.at[2] or 0))
    return period if over and ago <= LATEST else None
