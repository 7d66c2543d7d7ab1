"""The time from which what somebody sets will hold: "10 pct from next Monday", "rises to 45 pct from April"."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure import marks
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


def in_force(moment: Moment, figure: Figure) -> bool:
    """ "the levy will be 10 pct from next Monday": whether what somebody sets will hold from a time on."""
    if not (figure.fact.status == "plan" or rises(figure)) or figure.frame.role in BESIDE:
        return False
    if moment.use not in ("base", "day") or moment.lead < 0:
        return False
    return figure.sentence.tokens[moment.lead] in sets_of(figure).onset and any(marks.dated_so(figure, kind) for kind in FORCED)
