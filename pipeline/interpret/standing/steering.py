"""What a central bank holds inflation to, and what it leaves as it is: "its target of below but close to 2 percent", "a 3-6 percent band"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.reach import among

STEERED = "consumer_prices"

SET = frozenset({"interest_rate", "reserve_requirement"})
"""What a central bank sets."""

REACH = 10
"""Tokens before a figure in which the aim is named."""

NEAR = 2
"""Tokens behind a figure in which a band is named."""


def aim(figure: Figure) -> bool:
    """Whether a figure is one at which inflation is to be held."""
    if figure.fact.indicator != STEERED or figure.money:
        return False
    tokens = figure.sentence.tokens
    behind = tokens[figure.last + 1 : figure.last + 1 + NEAR]
    if among(figure, "bands", behind[:1]) or (among(figure, "middles", behind[:1]) and behind[1:] == ["of"]):
        return True
    lead, hedged = figure.lead, len(figure.lead)
    while hedged and among(figure, "around_aim", lead[hedged - 1 : hedged]):
        hedged -= 1
    if hedged == len(lead):
        return False
    if lead[hedged - 1 : hedged] == ["of"] and among(figure, "aims", lead[hedged - 2 : hedged - 1]):
        return True
    steering = among(figure, "steering", lead[max(0, hedged - REACH) : hedged])
    defined = among(figure, "defining", lead[max(0, hedged - REACH) : hedged])
    return defined or (steering and len(lead) - hedged > 1)


def standing(figure: Figure) -> bool:
    """Whether such an aim holds for long: "to fall below its 2 percent target this year" is no target of the year."""
    if figure.fact.indicator != STEERED or figure.fact.status != "target":
        return False
    own = among(figure, "possessives", figure.lead[-1:]) and among(figure, "beside_aim", figure.lead[-2:-1])
    return aim(figure) or (own and among(figure, "aims", figure.sentence.tokens[figure.last + 1 : figure.last + 3]))


def stays(figure: Figure) -> bool:
    """ "The bank decided to leave its key rate at 9.25 percent": what is left where it is, is there already."""
    fact, lead = figure.fact, figure.lead
    if fact.status != "plan" or fact.indicator not in SET or fact.statistic != "level":
        return False
    left = next((i for i in range(len(lead) - 1, 0, -1) if among(figure, "leaving", lead[i : i + 1])), 0)
    return left > 1 and lead[left - 1] == "to" and among(figure, "settling", lead[max(0, left - 2) : left - 1])
