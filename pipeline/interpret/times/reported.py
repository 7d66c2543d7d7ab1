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

YEAR = 12

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
    for token in tokens[start : figure.first] + tokens[figure.behind : until]:
        if names.get(token) == "quarter" and token != names[token]:
            return calendar.quarter_over(at[0], at[1]) if at and at[1] else None
    return None


def in_month(figure: Figure, moment: Moment, found: str) -> str:
    """ "posted a quarterly loss of 5 million last month": a month in which a quarter was reported, the last one that was over by then."""
    if figure.fact.status != "actual" or moment.time.kind not in IN or calendar.length(found) != 1 or figure.frame.role in BESIDE:
        return found
    if not marks.dated(figure.fact.indicator, "charged_to", figure.story.language) or not _by_the(figure, "quarter"):
        return found
    return calendar.quarter_over(int(found[:4]), int(found[5:7]))


def of_a_quarter(figure: Figure, own: Moment | None) -> None:
    """ "posted a quarterly loss of 5 million on Monday", "said quarterly profit rose 5 pct, and kept its 2008 outlook": no day's, nor a year's.

    It is that of the last quarter that was over by the day on which it was told.
    """
    fact, at = figure.fact, figure.story.at
    if fact.status != "actual" or figure.frame.role in BESIDE or at is None or not at[1] or fact.statistic == "share":
        return
    if calendar.length(fact.period) > 1 and not _of_a_year(figure, own):
        return
    if not marks.dated_so(figure, "by_the_quarter") or not _by_the(figure, "quarter"):
        return
    day = calendar.bounds(fact.period)[0] if fact.period_source == "stated" and calendar.unit(fact.period or "") == "day" else None
    if fact.period_source == "stated" and calendar.length(fact.period) == 1:
        return
    told = calendar.quarter_over(day.year, day.month) if day else calendar.quarter_over(at[0], at[1])
    put(figure, told, "the last one that was over when it was reported", 0.75)


def of_a_whole_year(figure: Figure) -> bool:
    """ "a 5 pct rise in annual profit", "took the annual total to 5 million", in the release of the last month or quarter of a year: that year's."""
    fact = figure.fact
    if fact.status != "actual" or figure.frame.role in BESIDE or fact.period_source == "stated" or fact.statistic == "share":
        return False
    last = calendar.bounds(fact.period)[1]
    if last is None or last.month != YEAR or not 0 < calendar.length(fact.period) < YEAR:
        return False
    told_so = marks.dated_so(figure, "by_the_quarter") or (marks.marked_so(figure, "flow") and not marks.dated_so(figure, "quarterly"))
    if not told_so or not _by_the(figure, "year"):
        return False
    if not frozenset(lexicon.entries("periods", figure.story.language)["fractions"]["rates"]).isdisjoint(figure.lead[-NEAR:]):
        return False  # "fell to an annual rate of 5 million"
    return put(figure, calendar.year(last.year), "the year that ends with what the story is a release for", 0.75)


def _of_a_year(figure: Figure, own: Moment | None) -> bool:
    """Whether a figure has a year that was not told of it: that of the story's release, or one told in another breath."""
    if calendar.length(figure.fact.period) != YEAR:
        return False
    if own is None or figure.fact.period_source != "stated":
        return True
    return own.first > figure.last and not BREAKS.isdisjoint(figure.sentence.tokens[figure.behind : own.first])


def of_any_year(figure: Figure, period: str | None) -> bool:
    """ "a drug with annual sales of 5 million", in the release of a quarter: what is made year by year is not of it."""
    fact = figure.fact
    if fact.statistic != "level" or not 0 < calendar.length(period) < YEAR or not marks.dated_so(figure, "by_the_quarter"):
        return False
    return _by_the(figure, "year")


def _by_the(figure: Figure, unit: str) -> bool:
    """Whether a word near a figure says that such is reported every quarter, or year.

    Of the words between the two none may tell of another ("5 million in May, and cut its quarterly outlook").
    """
    tokens, names = figure.sentence.tokens, lexicon.entries("periods", figure.story.language)["reports"]
    start = max([figure.clause[0], figure.first - NEAR, *(b + 1 for _, b in figure.spans if b < figure.first)])
    until = min([figure.clause[1], figure.last + NEAR, *(a for a, _ in figure.spans if a > figure.last)])
    at = next((n for n in range(start, until) if names.get(tokens[n]) == unit and tokens[n] != unit), None)
    return at is not None and BREAKS.isdisjoint(tokens[min(at, figure.last) : max(at, figure.first)])


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
