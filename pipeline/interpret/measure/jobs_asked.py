"""What those asked in a survey of confidence say of jobs and trade: "those saying jobs are hard to get" are no part of the employed."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import tokenise
from pipeline.interpret.figure import BESIDE, Figure

MISTAKEN = frozenset({"confidence", "employment", "other"})
"""What such a percentage is taken for; "jobs are hard to get, and the jobless rate is 9 percent" tells another."""


@cache
def _answers(language: str) -> dict[str, list[str]]:
    """By what it is called: the words of such an answer."""
    found = lexicon.entries("measure", language)["jobs_asked"]["answers"]
    return {name: [f" {' '.join(tokenise(form))} " for form in forms] for name, forms in found.items()}


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
    low = max((last + 1 for first, last in figure.spans if last < figure.first), default=0)
    said = f" {' '.join(t for t in tokens[low:] if t[0].isalnum())} "
    places = {name: max(said.rfind(form) for form in forms) for name, forms in _answers(language).items()}
    name, at = max(places.items(), key=lambda place: place[1])
    called = f" {fact.variant.casefold()} "
    named = fact.variant not in places and any(form in called for forms in _answers(language).values() for form in forms)
    if at < 0 or named:
        return  # 'the "work easy to find" index'
    fact.indicator, fact.variant, fact.direction = "confidence", name, None
    figure.because("indicator: what those asked say of jobs or trade", 0.9)
