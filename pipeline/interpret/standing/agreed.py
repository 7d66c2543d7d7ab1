"""What is agreed on or was: a sum that is still to be paid, and one that a better offer has put aside."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among, measures

NAMED = 7
"""Tokens before a sum over which it is the value of a noun: "on a three-year bailout worth"."""

WITH = 14
"""Tokens before it in which the deal is named."""

FORMER = 4
"""Tokens behind a figure in which it is told to be of an earlier plan: "under the original deal"."""


def bargained(figure: Figure) -> bool:
    """ "has reached an agreement with the fund on a $6 billion loan": a sum that two sides have agreed or talk on is still to be paid."""
    lead, articles = figure.lead, figure.words("articles")
    linked = lead[-1:] == ["of"] or among(figure, "bargains.worth", lead[-1:])  # "on a loan of", "on a three-year bailout worth"
    first = max(0, len(lead) - NAMED) if linked else len(lead) - 2
    over = next((n for n in range(len(lead) - 2, first - 1, -1) if among(figure, "bargains.over", lead[n : n + 1])), None)
    if not figure.money or over is None or articles.isdisjoint(lead[over + 1 : over + 2]):
        return False
    at = next((n for n in range(over - 1, max(-1, over - WITH), -1) if among(figure, "bargains", lead[n : n + 1])), None)
    return at is not None and lead[at + 1] == "with" and "," not in lead[at:]


def completed(figure: Figure, op: Operator) -> bool:
    """ "completed a deal to buy 51 percent", "exercised its option to buy": what was agreed on has been done."""
    tokens = figure.sentence.tokens
    if op.kind != "plan" or not among(figure, "bargains_done", tokens[op.first : op.first + 1]):
        return False
    before = tokens[max(0, op.first - NAMED) : op.first]
    at = next((n for n in range(len(before) - 1, -1, -1) if among(figure, "completed", before[n : n + 1])), None)
    return at is not None and "," not in before[at:] and not among(figure, "not_yet", before[:at])


def superseded(figure: Figure) -> bool:
    """ "compared with $5 million under the original deal": what an earlier plan would have given."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + FORMER]
    return measures(figure, "bought") and among(figure, "former_plans", behind[:1]) and among(figure, "former_plans.former", behind)
