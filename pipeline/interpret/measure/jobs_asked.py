"""What those asked in a survey of confidence say of jobs and trade: "those saying jobs are hard to get" are no part of the employed."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure.last_named import last, phrases, places

MISTAKEN = frozenset({"confidence", "employment", "other"})
"""What such a percentage is taken for; "jobs are hard to get, and the jobless rate is 9 percent" tells another."""


def settle(figure: Figure) -> None:
    """Take the percentage of those who answer so, told last before it in its sentence, for confidence."""
    fact, language = figure.fact, figure.story.language
    tokens = figure.sentence.tokens[: figure.first]
    words = lexicon.sets("measure", language)["jobs_asked.of"]
    if (
        fact.indicator not in MISTAKEN
        or figure.money
        or figure.frame.role in BESIDE
        or words.isdisjoint(tokens)
        or fact.statistic not in ("level", "share")
    ):
        return
    low = max((end + 1 for _, end in figure.spans if end < figure.first), default=0)
    answers = phrases("jobs_asked", "answers", language)
    name = last(places([t for t in tokens[low:] if t[0].isalnum()], answers))
    if not name or (fact.variant not in answers and last(places([fact.variant.casefold()], answers))):
        return  # 'the "work easy to find" index'
    fact.indicator, fact.variant, fact.direction = "confidence", name, None
    figure.because("indicator: what those asked say of jobs or trade", 0.9)
