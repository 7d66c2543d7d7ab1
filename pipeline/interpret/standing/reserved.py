"""What a state has put by for something: it is still to be spent."""

from __future__ import annotations

from pipeline.interpret.clue import CODE
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.owners.known import governs
from pipeline.interpret.standing.reach import among, measures, years_before

BEFORE = 3
"""Tokens before a sum, without its hedges, in which a verb of putting by stands."""

BEHIND = 8
"""Tokens behind a sum in which it is told that it was put by: "of the money has been earmarked"."""

AROUND = 9
"""Tokens around a sum in which a time that is over is named."""

PASSIVE = 3
"""Tokens before such a participle in which its "been" stands."""


def set_at(figure: Figure) -> bool:
    """ "Spending is set at 9 trillion kwanza", "has been set at": what a budget gives."""
    if not measures(figure, "put_by") or figure.frame.role in BESIDE:
        return False
    lead = figure.lead
    return lead[-2:] == ["set", "at"] and among(figure, "put_by.been", lead[-PASSIVE - 1 : -2])


def put_by(figure: Figure) -> bool:
    """ "The city has put aside $30 million for wells", "up to 2 billion has been earmarked for", but of a firm "set aside for bonuses", and of a state "last year"."""
    if not figure.money or figure.fact.statistic != "level" or figure.frame.role in BESIDE or not measures(figure, "put_by"):
        return False
    entity = figure.fact.entity
    if entity is not None and len(entity) > CODE and not governs(entity, figure.story.language):
        return False
    tokens, lead = figure.sentence.tokens, figure.bare_lead()
    around = tokens[max(0, figure.first - AROUND) : figure.behind + AROUND]
    if years_before(figure, around) or among(figure, "put_by.past", around):
        return False
    if among(figure, "put_by.aside", lead[-1:]):
        return among(figure, "put_by", lead[-BEFORE:-1])
    if among(figure, "put_by.alone", lead[-1:]):
        return True
    end = figure.behind + BEHIND
    for i in range(figure.behind, min(len(tokens), end)):
        if among(figure, "put_by.stops", tokens[i : i + 1]):
            return False
        apart = among(figure, "put_by", tokens[i : i + 1]) and among(figure, "put_by.aside", tokens[i + 1 : i + 2])
        if apart or among(figure, "put_by.alone", tokens[i : i + 1]):
            return i == figure.behind or among(figure, "put_by.been", tokens[max(figure.behind, i - PASSIVE) : i])
    return False
