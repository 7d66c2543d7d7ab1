"""What is told at any time, and yet for the time of the release where its story is one of such."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure import charged, marks
from pipeline.interpret.times import calendar, dated, markets, past_share
from pipeline.interpret.times.release import Release

QUARTER = 3
"""Months up to which a title's time is that of all its story tells."""


def told(figure: Figure, release: Release) -> bool:
    """Whether what is told at any time is told for that of the release: a step, what is charged or spent in a story of it."""
    fact = figure.fact
    if fact.status != "actual":
        return release.opening and dated.unnamed_step(fact)
    if fact.statistic in STEPS or _charged(figure) or past_share.told(figure, release):
        return True
    of_short = release.titled and 0 < calendar.length(release.head) <= QUARTER
    return release.opening and (marks.dated_so(figure, "opened") or (of_short and fact.indicator == markets.UNNAMED))


def titled(figure: Figure, release: Release) -> bool:
    """Whether an event or a holding is told for the time of the release.

    A rate is that of the month or the quarter in the title ("JOB TURNOVER STEADY IN AUGUST"), what is paid back of a debt that of the month.
    """
    months = calendar.length(release.head)
    moved = figure.frame.anchor if figure.frame.role == "base" and figure.frame.anchor is not None else figure
    if figure.fact.indicator == "market_share" and moved.frame.role == "reached" and months > QUARTER:
        return figure.fact.status == "actual"  # "its share of the market slipped to 10 pct", in the results of a year
    if past_share.told(figure, release):
        return True
    if figure.fact.status != "actual" or not 0 < months <= QUARTER:
        return False
    if figure.money:
        return (
            months == 1
            and marks.dated_so(figure, "serviced")
            and not lexicon.sets("dated", figure.story.language)["serviced"].isdisjoint(figure.lead)
        )
    return release.titled and marks.dated_so(figure, "titled")


def _charged(figure: Figure) -> bool:
    """ "the quarterly loss included a charge of 5 million": it is of the time of the result before it."""
    language = figure.story.language
    if charged.RULE in figure.fact.rules:
        return True
    if not marks.dated_so(figure, "charged"):
        return False
    left_out = (
        figure.sentence.tokens[0] in lexicon.sets("dated", language)["charged.opens"]
    )  # "Excluding a 5 million charge, earnings were"
    results = (c for c in figure.sentence.of("indicator") if marks.dated(c.key, "charged_to", language))
    return any(left_out or c.last < figure.first for c in results)
