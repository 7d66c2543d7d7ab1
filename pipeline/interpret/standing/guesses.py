"""What somebody puts something at: "put the damage at $5 million", "analysts have valued the unit at"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.future import FAIR, Told
from pipeline.interpret.standing.modality import forms
from pipeline.interpret.standing.reach import among, measures

PUT = 12
"""Tokens between a verb of putting and its figure ("put the damage of the flood at")."""

NAMED = 6
"""Tokens before a verb of putting in which an office is named."""

HEDGES = 4
"""Tokens between an "at" and its figure."""

LIMITS = 7
"""Tokens between an "at" and what something is valued at: "at as much as"."""

VALUER = 8
"""Tokens between who values something and his verb: "analyst John Murphy at the time had valued"."""

POLLED = 12
"""Tokens before a figure in which a poll is named."""


def told(figure: Figure) -> Told | None:
    """What somebody puts at a figure is his guess, or what a poll foresees."""
    if not put_at(figure):
        return None
    return ("forecast" if by_poll(figure) else "estimate"), "what it is put at", FAIR


def valued(figure: Figure) -> Told | None:
    """ "analysts have valued the unit at about $5 billion": what those who know think it worth, not "the bid values it at"."""
    lead, at = figure.lead, _at(figure, LIMITS)
    if at is None or not figure.money:
        return None
    verb = next((n for n in range(at - 2, max(0, at - PUT), -1) if among(figure, "valued", lead[n : n + 1])), 0)
    if not verb or "," in lead[verb:at]:
        return None
    valuer = next((n for n in range(verb - 1, max(-1, verb - VALUER - 1), -1) if among(figure, "valuers", lead[n : n + 1])), None)
    by_them = valuer is not None and not among(figure, "valuers.not", lead[valuer + 1 : verb])
    return ("estimate", "what it is valued at", FAIR) if by_them else None


def _at(figure: Figure, near: int = HEDGES) -> int | None:
    """Where the "at" of what something is put at stands before its figure."""
    lead = figure.lead
    return next((n for n in range(len(lead) - 1, max(-1, len(lead) - near), -1) if lead[n] == "at"), None)


def put_at(figure: Figure) -> bool:
    """ "put the damage at $5 million": whether somebody guesses what is; what "will put" something somewhere changes it."""
    lead, language = figure.lead, figure.story.language
    low = max(-1, len(lead) - PUT)
    at = _at(figure)
    if at is None or not (figure.money or measures(figure, "unplanned")):
        return False
    put = next((n for n in range(at - 1, low - 1, -1) if n >= 0 and lead[n] in forms("putting", language)), None)
    if put is None or (lead[put] in forms("adding_up", language) and not figure.money):
        return False  # "the office said, putting the rise over the year at 4 pct"
    if "," in lead[put:at] or among(figure, "provisionally", lead[max(0, put - 1) : put]):
        return False
    if measures(figure, "unplanned") and among(figure, "counting_offices", lead[max(0, put - NAMED) : put]):
        return False  # "the Labor Department put the jobless rate at 8 percent"
    return not among(figure, "to_do", lead[max(0, put - 2) : put])


def by_poll(figure: Figure) -> bool:
    """ "a poll of economists had put the gap at 5 million": what a poll puts at something is still to be told."""
    return among(figure, "polls", figure.sentence.tokens[max(0, figure.first - POLLED) : figure.first])
