"""Whether a weekday dates a figure by what was done on it: a sale, a payment, a fall; not what somebody said of it."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import marks
from pipeline.interpret.times import markets
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.moment import Moment

TOLD = 2
"""Tokens between a weekday and the verb of who spoke on it."""

DEED = 5
"""Tokens between a weekday and the sum behind it that it dates, where no measure is named: "fell on Monday to about 5 million"."""

NOUN = 2
"""Tokens before a sum in which an article stands."""


def dayed(figure: Figure) -> bool:
    """ "sold 5 million of bonds on Tuesday": what has happened once, which a weekday dates."""
    return figure.fact.status == "actual" and marks.dated_so(figure, "dayed")


def by_deed(moment: Moment, figure: Figure) -> bool:
    """ "its holdings fell to 5 million on Monday": a weekday in the clause of a deed, on which nobody is said to have spoken."""
    if figure.fact.status != "actual" or figure.attributive or not marks.dated_so(figure, "dayed_by_deed"):
        return False
    tokens, sets = figure.sentence.tokens, sets_of(figure)
    if not sets.saying.isdisjoint(tokens[max(0, moment.lead - TOLD) : moment.last + 1 + TOLD]):
        return False
    if tokens[moment.last + 1 : moment.last + 2] and tokens[moment.last + 1] in GENITIVE:
        return False  # "or 5 million at Monday's exchange rate"
    if moment.first > figure.last:  # "sold 5 million, with another to follow on Monday", "12 pct below its Monday close"
        return "," not in tokens[figure.last + 1 : moment.first] and tokens[moment.first - 1] not in figure.words("describing")
    between = tokens[moment.last + 1 : figure.first]
    if not sets.saying.isdisjoint(between) or "," in between[1:]:
        return False
    return figure.fact.indicator != markets.UNNAMED or ((moment.lead <= 1 or len(between) <= DEED) and not _of_a_thing(figure))


def _of_a_thing(figure: Figure) -> bool:
    """ "mourned on Monday the lost 5 billion dlr fund": a sum that tells how big something is, which no deed dates."""
    tokens, articles = figure.sentence.tokens, figure.words("describing")
    if articles.isdisjoint(tokens[max(0, figure.first - NOUN) : figure.first]):
        return False
    behind_it = tokens[figure.last + 1 : figure.last + 2]
    return behind_it != [] and behind_it[0].isalpha() and behind_it[0] not in sets_of(figure).placed
