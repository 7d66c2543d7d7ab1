"""What is reported every quarter: of the last one that is over, where the words name no other; in a round-up, of that of the others."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment

IN = frozenset({"month", "relative"})
"""Kinds of times that may be when something was reported."""

BREAKS = frozenset({",", "and", ";", "but", "outlook", "forecast"})
"""Between a figure and what says how often it is reported."""

NEAR = 6
"""Tokens between a figure and the word that says how often such is reported ("a quarterly loss of 5 million")."""


def regular(figure: Figure) -> str | None:
    """ "reported its third quarterly loss, of 5 million": the last quarter that is over at the day of the story."""
    fact, language, at = figure.fact, figure.story.language, figure.story.at
    if fact.status != "actual" or figure.frame.role in BESIDE or not marks.dated(fact.indicator, "charged_to", language):
        return None
    names, tokens = lexicon.entries("periods", language)["reports"], figure.sentence.tokens
    start = max([figure.clause[0], figure.first - NEAR, *(b + 1 for _, b in figure.spans if b < figure.first)])
    until = min([figure.clause[1], figure.last + NEAR, *(a for a, _ in figure.spans if a > figure.last)])
    for token in tokens[start : figure.first] + tokens[figure.last + 1 : until]:
        if names.get(token) == "quarter" and token != names[token]:
            return calendar.quarter_over(at[0], at[1]) if at and at[1] else None
    return None


def in_month(figure: Figure, moment: Moment, found: str) -> str:
    """ "posted a quarterly loss of 5 million last month": a month in which a quarter was reported, the last one that was over by then.

    Of the words between the figure and the word that says so none may tell of another ("5 million in May, and cut its quarterly outlook").
    """
    if figure.fact.status != "actual" or moment.time.kind not in IN or calendar.length(found) != 1 or figure.frame.role in BESIDE:
        return found
    if not marks.dated(figure.fact.indicator, "charged_to", figure.story.language):
        return found
    tokens, names = figure.sentence.tokens, lexicon.entries("periods", figure.story.language)["reports"]
    start = max([figure.clause[0], figure.first - NEAR, *(b + 1 for _, b in figure.spans if b < figure.first)])
    until = min([figure.clause[1], figure.last + NEAR, *(a for a, _ in figure.spans if a > figure.last)])
    at = next((n for n in range(start, until) if names.get(tokens[n]) == "quarter" and tokens[n] != "quarter"), None)
    if at is None or not BREAKS.isdisjoint(tokens[min(at, figure.last) : max(at, figure.first)]):
        return found
    return calendar.quarter_over(int(found[:4]), int(found[5:7]))


class Others:
    """The time for which the growth of what firms report was told last: that of others in a round-up, "Colm's sales fell 3 pct"."""

    def __init__(self) -> None:
        self.told: dict[str, str] = {}

    def note(self, figure: Figure) -> None:
        """Keep the time of a growth that names it."""
        fact = figure.fact
        if fact.statistic != "growth" or fact.status != "actual" or fact.period_source != "stated" or figure.frame.role in BESIDE:
            return
        if fact.period and calendar.length(fact.period) and marks.dated(fact.indicator, "results", figure.story.language):
            self.told[fact.indicator] = fact.period

    def period(self, figure: Figure) -> bool:
        """Give a growth that has no time the one that was kept."""
        fact = figure.fact
        found = self.told.get(fact.indicator) if fact.status == "actual" and fact.statistic == "growth" else None
        return found is not None and put(figure, found, "that for which others told theirs", 0.6)
