"""A package of aid or of spending that is in force: no plan any more, though its noun names one."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among, measures

NOUN = 6
"""Tokens between a sum and the noun of a package."""

GOT = 6
"""Tokens before a sum in which a verb says that it was got or carried through."""

FORWARD = 4
"""Tokens before a sum in which a verb says that it was only brought forward."""

LAW = 8
"""Tokens behind the noun in which a verb says that it became law."""


def named(figure: Figure) -> int | None:
    """ "a $787 billion stimulus plan": where the noun of the package stands that a sum is the size of."""
    tokens, behind = figure.sentence.tokens, figure.behind
    noun = next((i for i in range(behind, behind + NOUN) if among(figure, "packages", tokens[i : i + 1])), None)
    return noun if noun is not None and among(figure, "packages.sorts", tokens[behind:noun]) else None


def passed(figure: Figure) -> bool:
    """Whether a sum is the size of a package of which the clause does not say that it was only brought forward: "unveiled a $9 billion plan"."""
    return named(figure) is not None and not among(figure, "packages.forward", figure.lead[-FORWARD:])


def in_force(figure: Figure, operators: list[Operator]) -> bool:
    """ "help from the $700 billion bailout package", "pushed through a $787 billion stimulus plan", but "would vote on the package"."""
    if not figure.money or not (measures(figure, "granted") or measures(figure, "budgeted")):
        return False
    tokens, lead, noun = figure.sentence.tokens, figure.lead, named(figure)
    if noun is None:
        return False
    if any(op.kind in ("hypothetical", "forecast") for op in operators if op.last < figure.first) or among(
        figure, "packages.making", tokens
    ):
        return False
    at = next((n for n in range(len(lead) - 1, max(-1, len(lead) - GOT), -1) if lead[n] in figure.words("describing")), None)
    if at is None:
        return False
    if among(figure, "packages.sources", lead[at - 1 : at] if at else []):
        return True
    law = next((i for i in range(noun + 1, noun + 1 + LAW) if among(figure, "packages.law", tokens[i : i + 1])), None)
    if law is not None and "," not in tokens[noun + 1 : law]:
        return among(figure, "packages.then", tokens[law + 1 : law + 3])
    return among(figure, "packages.got", lead[max(0, at - GOT) : at])
