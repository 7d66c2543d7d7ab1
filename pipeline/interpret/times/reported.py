"""What is reported at regular times: of the last quarter, half or year that is over where the words name no other."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import indicator
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar

NEAR = 6
"""Tokens between a figure and the word that says how often such is reported ("a quarterly loss of 5 million")."""

HALF, YEAR = 6, 12
"""Months."""


def regular(figure: Figure) -> str | None:
    """ "reported its third quarterly loss, of 5 million": the last quarter that is over at the day of the story."""
    fact, language = figure.fact, figure.story.language
    if fact.status != "actual" or figure.frame.role in BESIDE or not indicator.dated(fact.indicator, "charged_to", language):
        return None
    names, tokens = lexicon.entries("periods", language)["reports"], figure.sentence.tokens
    start = max([figure.clause[0], figure.first - NEAR, *(b + 1 for _, b in figure.spans if b < figure.first)])
    until = min([figure.clause[1], figure.last + NEAR, *(a for a, _ in figure.spans if a > figure.last)])
    for token in tokens[start : figure.first] + tokens[figure.last + 1 : until]:
        if names.get(token) == "quarter" and token != names[token]:
            return last_over(figure.story, "quarter")
    return None


def last_over(story: Story, unit: str) -> str | None:
    """The last quarter, half or year that is over at the day of a story."""
    at = story.at
    if at is None or not at[1]:
        return None
    if unit == "quarter":
        return calendar.quarter(at[0], (at[1] - 1) // 3)
    if unit == "half":
        return calendar.months(at[0], HALF, HALF) if at[1] > HALF else calendar.months(at[0] - 1, YEAR, HALF)
    return calendar.year(at[0] - 1)
