"""What markets put their money on and analysts thought, told by a noun or a verb right at a figure: "bets on another half-point cut", "started
to price in a 75-basis-point cut", "the $60 billion to $67 billion range of estimates"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.future import FAIR, Told
from pipeline.interpret.standing.reach import among

REACH = 12
"""Tokens between a bet and the move of a rate that it is on: "discounting the refi rate ending the year at 3.5 percent"."""

RATES = frozenset({"interest_rate", "reserve_requirement"})


def told(figure: Figure) -> Told | None:
    """How firmly a rate is said that somebody bets on, and a figure that is one end of what was expected."""
    tokens = figure.sentence.tokens
    if among(figure, "both_ends", tokens[figure.behind : figure.behind + 1]) and tokens[figure.behind + 1 : figure.behind + 2] == ["of"]:
        if among(figure, "foreseen_ranges", tokens[figure.behind + 2 : figure.behind + 3]):
            return "forecast", "in the range of what was expected", FAIR
    return _bet_on(figure) if figure.fact.indicator in RATES and figure.frame.role != "base" else None


def _bet_on(figure: Figure) -> Told | None:
    """The nearest bet before a figure, with no clause in between."""
    tokens, kinds = figure.sentence.tokens, lexicon.entries("status", figure.story.language)["bets"]
    low = max(figure.start if not _or(figure) else figure.clause[0], figure.first - REACH)
    for i in range(figure.first - 1, low, -1):
        if tokens[i] in (",", ";", ":") or tokens[i] in kinds["stops"]:
            return None
        if tokens[i - 2] in kinds["units"]:
            continue  # "has cut it 3 percentage points to 2.25 percent"
        said = f"{tokens[i - 1]} {tokens[i]}"
        if said in kinds["forecast"]:
            return "forecast", f"{said!r} before it", FAIR
        if said in kinds["hypothetical"]:
            return "hypothetical", f"{said!r} before it", FAIR
    return None


def _or(figure: Figure) -> bool:
    """ "the chances of a 25 or a 50 basis point cut": whether a figure goes on the one before it."""
    return figure.previous is not None and "or" in figure.lead and figure.words("before_figure").issuperset(figure.lead[1:])
