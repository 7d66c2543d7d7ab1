"""The time from which what was announced before holds: "Fares will rise 5 pct from March 1. A single ticket will cost 2 dlrs." is of that day twice."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.story import Story
from pipeline.interpret.times import calendar, markets
from pipeline.interpret.times.later import put

REACH, NEAR = 5, 2
"""Sentences in which what is set goes on to be told, and those in which what has no name does."""

COMING = frozenset({"plan", "forecast"})

LENGTHS = frozenset({0, 1, 12})
"""Months of a day, a month or a year."""

UNNAMED, PRICES = "other", "consumer_prices"


class SetFrom:
    """Remembers the last time to come from which something was said to hold."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.told: tuple[int, str, str] | None = None

    def note(self, figure: Figure) -> None:
        """Keep the time of what somebody will ask for, or pay, from it on."""
        fact = figure.fact
        if fact.period_source != "stated" or not fact.period or figure.frame.role in BESIDE or not _will(figure):
            return
        if fact.status != "plan" and (fact.status not in COMING or fact.indicator == PRICES):
            return  # what inflation is foreseen at
        if _set(figure) and markets.ahead(fact.period, self.story) and calendar.length(fact.period) in LENGTHS:
            self.told = figure.number, fact.period, fact.indicator

    def period(self, figure: Figure) -> bool:
        """What is set as well, and names no time, in the sentences behind."""
        fact = figure.fact
        if self.told is None or fact.status not in COMING or figure.frame.role in BESIDE or not (_set(figure) and _will(figure)):
            return False
        number, period, indicator = self.told
        near = UNNAMED in (fact.indicator, indicator) or fact.status != "plan"
        if figure.number - number > (NEAR if near else REACH) or (fact.status != "plan" and fact.indicator != indicator):
            return False
        return put(figure, period, "that from which what was told before holds", 0.8)


def _set(figure: Figure) -> bool:
    """Whether a figure is of what somebody asks or pays: a tax, a price, a wage; what has no name by the verb before it."""
    if marks.dated_so(figure, "announced"):
        return True
    charging = lexicon.sets("periods", figure.story.language)["charging.verbs"]
    return figure.fact.indicator == UNNAMED and not charging.isdisjoint(figure.lead)


def _will(figure: Figure) -> bool:
    """ "will cost 2 dlrs": whether what is told is so decided, and not what would or might be."""
    tokens, sets = figure.sentence.tokens, lexicon.sets("periods", figure.story.language)
    if tokens[0] in sets["charging.supposed"]:
        return False
    return not sets["charging.decided"].isdisjoint(tokens[figure.start : figure.first])
