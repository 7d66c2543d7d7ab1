"""What somebody puts something at: "put the damage at $5 million", "analysts have valued the unit at"."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
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

WORTH = 4
"""Tokens before a sum in which "is worth" stands, with an adverb."""

OWN = 12
"""Tokens behind a figure that belong to it, before the comma of who says so."""

ACCORDING = ["according", "to"]

TAG = 8
"""Tokens behind that comma in which it is told who estimates."""


def told(figure: Figure) -> Told | None:
    """What somebody puts at a figure is his guess, or what a poll foresees."""
    if put_at(figure):
        return ("forecast" if by_poll(figure) else "estimate"), "what it is put at", FAIR
    if _thought_worth(figure):
        return "estimate", "what it is thought worth", FAIR
    return ("estimate", "as somebody estimates, told behind", FAIR) if _told_behind(figure) else None


def _thought_worth(figure: Figure) -> bool:
    """ "according to a note from Larch Securities, its stake is worth $9 a share", "analysts say the brand is worth $900 million"."""
    tokens, lead = figure.sentence.tokens, figure.bare_lead()
    if not figure.money or lead[-1:] != ["worth"] or not among(figure, "worth.is", lead[-WORTH:-1]):
        return False
    if among(figure, "valuers.not", lead[-VALUER:-WORTH]):
        return False
    around = [*tokens[: figure.first], *tokens[figure.behind :]]
    return among(figure, "worth.by", around) and among(figure, "worth.told", around)


def _told_behind(figure: Figure) -> bool:
    """ "fell by 15 percent in the quarter, the consultancy estimates", "according to government estimates", not "Reuters Estimates", a name."""
    sentence, language = figure.sentence, figure.story.language
    tokens, text = sentence.tokens, figure.story.text
    if figure.frame.role in BESIDE:
        return False
    comma = next((i for i in range(figure.behind, figure.behind + OWN) if tokens[i : i + 1] == [","]), None)
    if comma is None or any(figure.last < first <= comma + TAG for first, _ in figure.spans):
        return False
    for i in range(comma + 2, min(len(tokens), comma + TAG)):
        if tokens[i] in forms("tags", language):
            by = tokens[comma + 1 : i]
            according = by[:2] == ACCORDING
            if text[sentence.starts[i]].isupper() or among(figure, "counting_offices", by) or among(figure, "tags.stops", by):
                return False
            if not according and any(token.endswith(("ing", "'s")) for token in by):
                return False  # ", closely tracking the office's estimates"
            return i + 1 == len(tokens) or among(figure, "tags.ends", tokens[i + 1 : i + 2])
    return False


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
