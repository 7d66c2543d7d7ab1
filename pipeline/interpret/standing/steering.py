"""What a central bank holds inflation to: "its target of below but close to 2 percent", "well outside a 3-6 percent band"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.reach import among

STEERED = "consumer_prices"

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
