"""The time from which what somebody sets will hold: "10 pct from next Monday", "rises to 45 pct from April"."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.measure.counted import counted
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.moment import Moment

PRESENT = "s"
"""The ending of a verb of what is to come as well: "rises from April"."""

FORCED = ("enforced", "set")
"""What somebody sets from a time on."""


def rises(figure: Figure) -> bool:
    """ "the rate rises to 45 pct from April": whether a verb of the present moves it, which tells of what is to come as well."""
    move = figure.frame.move
    return figure.fact.status == "actual" and move is not None and figure.sentence.tokens[move.first].endswith(PRESENT)


def effective(moment: Moment, figure: Figure) -> bool:
    """ "to 9.5 pct, effective May 23": whether the word before a time says that what is set will hold from it."""
    return not sets_of(figure).effective.isdisjoint(figure.sentence.tokens[max(0, moment.first - 2) : moment.first])


def in_force(moment: Moment, figure: Figure) -> bool:
    """ "the levy will be 10 pct from next Monday": whether what somebody sets will hold from a time on."""
    if moment.use not in ("base", "day") or moment.lead < 0 or figure.frame.role in BESIDE or _of_another(moment, figure):
        return False
    if figure.sentence.tokens[moment.lead] not in sets_of(figure).onset:
        return False
    if _on_from(moment, figure):
        return True
    if figure.fact.status == "actual" and figure.frame.role == "reached" and moment.time.kind == "month" and moment.lead == figure.behind:
        timed = (
            figure.previous is not None and figure.previous.fact.period_source == "stated"
        )  # "fell 2 pct in May to 9 dollars from April"
        return marks.dated_so(figure, "enforced") and not timed  # "was raised to 9 dollars from December"
    return (figure.fact.status == "plan" or rises(figure)) and (any(marks.dated_so(figure, kind) for kind in FORCED) or _benefit(figure))


def _of_another(moment: Moment, figure: Figure) -> bool:
    """Whether a figure stands between it and the time, but for the one that it led to ("by 3 dlrs to 90 dlrs from April")."""
    led = figure.frame.role == "step" and figure.sentence.tokens[figure.behind : figure.behind + 1] == ["to"]
    return any(figure.behind <= a < moment.first and not (led and a == figure.behind + 1) for a, _ in figure.spans)


def _benefit(figure: Figure) -> bool:
    """ "The state pension rises by 3 dlrs a week from April": whether it is what a state pays to each, by law."""
    return figure.money and marks.dated_so(figure, "paid_by_law") and "small" in counted(figure)


def _on_from(moment: Moment, figure: Figure) -> bool:
    """ "prices will go up by 5 pct from September": of what is still to come, a month right behind the figure is when it begins."""
    if figure.fact.status not in ("plan", "forecast") or moment.time.kind not in ("month", "day") or figure.frame.move is None:
        return False
    return moment.lead == figure.behind and "to" not in figure.sentence.tokens[moment.last + 1 : moment.last + 2]
