"""The day of what is told by the day: prices, rates, the money market."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import indicator


def day(figure: Figure, spoken_of: str | None, to_come: str | None) -> str | None:
    """The day of a figure that names none.

    What has happened did so on the day that the story speaks of, what is planned will on one that was named and is still to come.
    What is quoted is of the story's own day where it speaks of none; so is a change of what somebody sets.
    """
    fact, at, language = figure.fact, figure.story.at, figure.story.language
    today = f"{at[0]:04d}-{at[1]:02d}-{at[2]:02d}" if at and at[1] and at[2] else None
    if fact.status in ("plan", "forecast") and today and to_come and to_come > today:
        return to_come
    if fact.status != "actual" and (fact.status == "target" or not indicator.dated(fact.indicator, "operated", language)):
        return None
    quoted = indicator.dated(fact.indicator, "quoted", language)
    changed = figure.frame.move is not None and indicator.dated(fact.indicator, "set", language)
    if spoken_of is None and fact.statistic != "share" and (quoted or changed):
        return today
    return spoken_of
