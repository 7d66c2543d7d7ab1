"""A bound that the words behind it name a target: "below 4 percent, the top of the target band", "the target, missed for years, is"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.future import FAIR, Told
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among

NAMED = 9
"""Tokens behind a figure in which it is named a target."""

FAR = 10
"""Tokens between an aim and the verb that puts it somewhere."""

ASIDE = 14
"""Tokens of a clause between commas that parts a target from its verb."""


def told(figure: Figure, operators: list[Operator]) -> Told | None:
    """A target, where the words behind a figure or the subject of its verb name it one."""
    if _named_behind(figure) or _subject(figure, operators):
        return "target", "named so beside a comma", FAIR
    return ("target", "where an aim is put", FAIR) if _put_at(figure, operators) else None


def _subject(figure: Figure, operators: list[Operator]) -> bool:
    """ "the target, missed every year since 2011, is 5 percent": a clause between commas parts the noun from its verb."""
    tokens, at = figure.sentence.tokens, figure.first - 1
    while at > 0 and tokens[at] in figure.words("before_figure"):
        at -= 1
    verb = next((op for op in operators if op.kind == "copula" and op.last == at), None)
    if verb is None or tokens[verb.first - 1] != ",":
        return False
    comma = next((i for i in range(verb.first - 2, max(0, verb.first - ASIDE), -1) if tokens[i] == ","), None)
    return comma is not None and any(op.kind == "target" and op.role != "verb" and op.last == comma - 1 for op in operators)


def _put_at(figure: Figure, operators: list[Operator]) -> bool:
    """ "the target for growth was kept at 5 percent", "the target for the deficit will be 4.3 percent"."""
    tokens, at = figure.sentence.tokens, figure.first - 1
    while at > 0 and tokens[at] in figure.words("before_figure") and tokens[at] != "at":
        at -= 1
    if tokens[at] == "at":
        at -= 1 + among(figure, "aim_put.unmoved", tokens[at - 1 : at])
        if not among(figure, "aim_put", tokens[at : at + 1]):
            return False
        at -= 1
    elif not (tokens[at] == "be" and among(figure, "aim_put.will", tokens[at - 1 : at])):
        return False
    aim = next((op for op in reversed(operators) if op.last < at and op.kind == "target" and op.role != "verb"), None)
    if aim is None or at - aim.last > FAR or any(aim.last < a < figure.first for a, _ in figure.spans):
        return False
    between = tokens[aim.last + 1 : at]
    if figure.money and figure.fact.quantity.per is not None:
        return False  # "a takeover target, Arden, was held at 5 dlrs a share"
    return between.count(",") % 2 == 0 and not any(aim.last < c.first < at - 1 for c in figure.sentence.of("finite"))


def _named_behind(figure: Figure) -> bool:
    """ "below 4 percent, the top of the target band", "above 50 percent of output, the ceiling set by parliament"."""
    if not among(figure, "beside_aim", figure.sentence.tokens[figure.first - 1 : figure.first]) and not among(
        figure, "beside_aim.than", figure.lead[-1:]
    ):
        return False
    tokens, at = figure.sentence.tokens, figure.behind
    if tokens[at : at + 1] == ["of"]:
        at = next((i for i in range(at, at + NAMED) if tokens[i : i + 1] == [","]), at)
    if tokens[at : at + 1] != [","] or figure.words("articles").isdisjoint(tokens[at + 1 : at + 2]):
        return False
    named = next((i for i in range(at + 2, at + NAMED) if among(figure, "goals", tokens[i : i + 1])), None)
    return named is not None and not among(figure, "goals.stops", tokens[at + 1 : named])
