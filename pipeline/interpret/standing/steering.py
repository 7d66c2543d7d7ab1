"""What a central bank holds inflation to, and what it leaves as it is: "its target of below but close to 2 percent", "a 3-6 percent band"."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.standing.reach import among

STEERED = "consumer_prices"
RANGED = frozenset({STEERED, "money_supply"})

SET = frozenset({"interest_rate", "reserve_requirement"})
"""What a central bank sets."""

REACH = 10
"""Tokens before a figure in which the aim is named."""

NEAR = 2
"""Tokens behind a figure in which a band is named."""

HELD = 5
"""Tokens from a verb of holding to its figure, and before it those in which it is told that this was done."""

DAY = 4
"""Tokens between "decided" and what was, with the day: "decided on Thursday to"."""


def aim(figure: Figure) -> bool:
    """Whether a figure is one at which inflation is to be held."""
    if figure.fact.indicator not in RANGED or figure.money:
        return False
    tokens, lead = figure.sentence.tokens, figure.lead
    behind = tokens[figure.behind : figure.behind + NEAR]
    if among(figure, "ranges", behind[:1]) and among(figure, "definite", lead[-1:]) and among(figure, "ranges.beside", lead[-NEAR:]):
        return True  # "outside the three to six percent range"
    if figure.fact.indicator != STEERED:
        return False
    if among(figure, "bands", behind[:1]) or (among(figure, "middles", behind[:1]) and behind[1:] == ["of"]):
        return True
    hedged = len(lead)
    while hedged and among(figure, "around_aim", lead[hedged - 1 : hedged]):
        hedged -= 1
    if hedged == len(lead) or lead[hedged:] == ["at"]:
        return _held_at(figure, lead)
    if lead[hedged - 1 : hedged] == ["of"] and among(figure, "aims", lead[hedged - 2 : hedged - 1]):
        return True
    steering = among(figure, "steering", lead[max(0, hedged - REACH) : hedged])
    defined = among(figure, "defining", lead[max(0, hedged - REACH) : hedged])
    return defined or (steering and len(lead) - hedged > 1)


def _held_at(figure: Figure, lead: list[str]) -> bool:
    """ "is required to keep inflation at 2 percent", not "managed to keep inflation at"."""
    keep = next((n for n in range(len(lead) - 2, max(0, len(lead) - HELD), -1) if among(figure, "steering.keeps", lead[n : n + 1])), 0)
    if lead[-1:] != ["at"] or not keep or not among(figure, "steering.before", lead[keep - 1 : keep]):
        return False
    return "," not in lead[keep:] and not among(figure, "steering.done", lead[max(0, keep - HELD) : keep])


def standing(figure: Figure) -> bool:
    """Whether such an aim holds for long: "to fall below its 2 percent target this year" is no target of the year."""
    if figure.fact.indicator != STEERED or figure.fact.status != "target":
        return False
    own = among(figure, "possessives", figure.lead[-1:]) and among(figure, "beside_aim", figure.lead[-2:-1])
    return aim(figure) or (own and among(figure, "aims", figure.sentence.tokens[figure.behind : figure.behind + 2]))


def settled(figure: Figure) -> bool:
    """ "The committee decided to lower its rate to 4 percent", "approved a half-point cut": a move of what is set, which is made with that."""
    fact, tokens, before = figure.fact, figure.sentence.tokens, figure.previous
    if fact.status != "plan" or fact.indicator not in SET or figure.frame.role in BESIDE:
        return False
    if before is not None and before.sentence is figure.sentence and before.fact.indicator in SET and figure.lead[:1] == ["to"]:
        return before.fact.status == "actual" and len(figure.lead) <= NEAR  # "by half a point to 4 percent"
    if before is not None and before.sentence is figure.sentence and before.fact.indicator in SET and _approved(figure, before):
        return True
    if figure.frame.move is not None and figure.frame.move.first > figure.last:
        return among(figure, "approving", figure.lead[-NEAR - 1 :])
    move = figure.frame.move
    verbs = (c.first for c in figure.sentence.of("direction") if figure.first - len(figure.lead) < c.first < figure.first)
    at = next((first for first in verbs if tokens[first - 1] == "to"), None)
    if at is None or (move is not None and move.first != at):
        return False
    said = tokens[max(0, at - 1 - REACH) : at - 1]
    decided = (among(figure, "deciding", said[-DAY:]) and "," not in said[-DAY:]) or (among(figure, "decisions", said) and "," not in said)
    return decided and not among(figure, "undecided", tokens[: at - 1])


def _approved(figure: Figure, move: Figure) -> bool:
    """ "approved a quarter-point cut in the discount rate to 5 percent": where a move that was approved led."""
    lead = figure.lead
    if lead[-1:] != ["to"] or len(lead) > REACH or "," in lead or move.fact.status != "actual":
        return False
    return move.fact.statistic == "change" and among(figure, "approving", move.lead[-NEAR - 1 :])


def stays(figure: Figure) -> bool:
    """ "The bank decided to leave its key rate at 9.25 percent": what is left where it is, is there already."""
    fact, lead = figure.fact, figure.lead
    if fact.status != "plan" or fact.indicator not in SET or fact.statistic != "level":
        return False
    left = next((i for i in range(len(lead) - 1, 0, -1) if among(figure, "leaving", lead[i : i + 1])), 0)
    return left > 1 and lead[left - 1] == "to" and among(figure, "settling", lead[max(0, left - 2) : left - 1])
