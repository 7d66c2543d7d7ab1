"""When those were asked who are counted for an earlier round of a survey: "down from 16 pct who said this in June", "up from 33 pct"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure.survey import answered
from pipeline.interpret.times import calendar
from pipeline.interpret.times.later import put
from pipeline.interpret.times.moment import Moment

CLAUSE = 9
"""Tokens between a percentage and the time at which those whom it counts said something."""

ROUND = 4
"""Tokens behind a percentage in which another round of a survey is named: "in the previous survey"."""

MONTHLY = "confidence"
"""What those are asked each month who are asked of their confidence in a month."""


def own(figure: Figure, moments: list[Moment]) -> Moment | None:
    """ "16 pct who said this in June", "43 pct had said so in the second quarter": when they said it, not what they looked forward to."""
    if figure.money or figure.fact.statistic not in ("share", "level"):
        return None
    tokens, at = figure.sentence.tokens, figure.behind
    sets = lexicon.sets("periods", figure.story.language)
    if not tokens[at : at + 1] or tokens[at] not in sets["said_then"]:
        return None
    until = min([at + 1 + CLAUSE, *(a for a, _ in figure.spans if a > figure.last)])
    moment = next((m for m in moments if at < m.first < until), None)
    between = tokens[at + 1 : moment.first] if moment is not None else []
    if not between or "," in between or moment is None or moment.ahead:
        return None
    again = not sets["said_then.again"].isdisjoint(between)
    beside = figure.frame.role in BESIDE and sets["said_then.ahead"].isdisjoint(between)
    return moment if again or beside else None


def before(figure: Figure) -> bool:
    """The time of an undated earlier round: in a survey of each month the month before, else one that nobody tells."""
    anchor = figure.frame.anchor
    if anchor is None or figure.frame.role not in BESIDE or not (answered(figure) or answered(anchor)):
        return False
    sets = lexicon.sets("periods", figure.story.language)
    named = figure.sentence.tokens[figure.behind : figure.behind + ROUND]
    if not sets["said_then.rounds"].isdisjoint(named) and not sets["said_then.former"].isdisjoint(named):
        return put(figure, None, "an earlier round of a survey", 0.7)
    if figure.frame.role != "base" or figure.fact.indicator != anchor.fact.indicator:
        return False
    monthly = anchor.fact.indicator == MONTHLY and calendar.length(anchor.fact.period) == 1
    return put(figure, calendar.before(str(anchor.fact.period)) if monthly else None, "an earlier round of a survey", 0.7)
