"""What a heading says of the figures under it: "Forecasts: CPI +0.3 pct", "Following are its projections for growth:" and its rows."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.standing.future import FAIR, Told
from pipeline.interpret.standing.modality import sets
from pipeline.interpret.standing.reach import among

NAMED = 24
"""Tokens before the end of a heading in which it names what stands under it."""

ROWS = 12
"""Sentences of the longest list under a heading."""

UNDER = 40
"""Tokens behind a heading in the same sentence."""


def under_heading(figure: Figure) -> Told | None:
    """A forecast, where a heading says so of what stands under it with no verb of its own; what it is set beside is none."""
    if figure.frame.role in BESIDE or not (_led(figure) or _listed(figure)):
        return None
    return "forecast", "under a heading of forecasts", FAIR


def _led(figure: Figure) -> bool:
    """ "Forecast: +0.2 percent": whether the heading opens the sentence of the figure."""
    tokens = figure.sentence.tokens
    at = next((i for i in range(figure.first - 1, max(0, figure.first - UNDER), -1) if tokens[i] == ":"), 0)
    return at > 0 and _names(tokens[:at], figure.story.language) and _bare(figure.sentence, at, figure)


def _listed(figure: Figure) -> bool:
    """Whether the heading stands sentences before, and nothing but rows with no verb between."""
    story = figure.story
    if not figure.number or not _bare(figure.sentence, 0, figure):
        return False
    for number in range(figure.number - 1, max(-1, figure.number - ROWS), -1):
        sentence = story.sentence(number)
        if sentence.tokens[-1:] == [":"]:
            return _names(sentence.tokens[:-1], story.language)
        if sentence.of("finite"):
            return False
    return False


def _bare(sentence: Sentence, at: int, figure: Figure) -> bool:
    """Whether neither a verb nor a quotation stands between token `at` and the figure."""
    if any(at < c.first < figure.first for c in sentence.of("finite")):
        return False
    return not among(figure, "headings.ended", sentence.tokens[at : figure.first])


def _names(tokens: list[str], language: str) -> bool:
    """Whether a heading names forecasts, and is not what somebody says."""
    last, words = tokens[-NAMED:], sets(language)
    return not words["headings.of_forecasts"].isdisjoint(last) and words["headings.said"].isdisjoint(last)
