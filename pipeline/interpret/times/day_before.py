"""The day of trade before: "fell 7 percent, a day after it lost as much as 45 percent", "the 45 percent slide from the previous session"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import calendar, markets
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment

SHORT = 9
"""Tokens between such words and a step behind them: "a day after the stock fell as much as"."""

RIGHT = 3
"""Tokens between a step and the session before that stands behind it: "slide from"."""


def settle(figure: Figure, own: Moment | None) -> bool:
    """The day before that of the figure before it in the sentence, else before that of the story."""
    if own is not None or figure.fact.statistic not in STEPS or not marks.dated_so(figure, "traded"):
        return False
    if _behind(figure, "days_after"):
        return put(figure, None, "some days before another", 0.8)
    if not _behind(figure, "after") and not _of_session(figure):
        return False
    last = figure.previous.fact.period if figure.previous is not None else None
    day = calendar.bounds(last if last and calendar.unit(last) == "day" else markets.today(figure.story))[0]
    if day is None:
        return False
    day -= markets.LATE
    while day.isoweekday() in markets.WEEKEND:
        day -= markets.LATE
    return put(figure, day.isoformat(), "the day of trade before", 0.85)


def _behind(figure: Figure, name: str) -> bool:
    """Whether such words open the clause that a step is told in, before it."""
    forms, lead = lexicon.entries("periods", figure.story.language)["day_before"][name], figure.lead[-SHORT:]
    found = [at for at in range(len(lead)) for form in forms if lead[at : at + len(form.split())] == form.split()]
    return bool(found) and "," not in lead[found[-1] :]


def _of_session(figure: Figure) -> bool:
    """Whether the session before stands right behind a step: "the 45 percent slide from the previous session"."""
    forms, behind = lexicon.entries("periods", figure.story.language)["day_before"]["session"], figure.sentence.tokens[figure.behind :]
    return any(behind[at : at + len(form.split())] == form.split() for form in forms for at in range(1, RIGHT))
