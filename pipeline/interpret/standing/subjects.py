"""A figure that opens its own clause, or stands beside its subject: what that clause says holds, whatever was said before it."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.future import FAIR, Told, as_subject, modal
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among

PART = 10
"""Tokens before a sum in which it is called a part of another: "the bulk of the money, some"."""

TO_BE = ["to", "be"]


def told(figure: Figure, operators: list[Operator]) -> Told | None:
    """What the verb right behind a figure makes of it, where the figure is its subject or beside it; a fact is told as any other."""
    if _opens(figure):
        said = as_subject(figure, operators)
        return None if said is None or said[0] == "actual" else said
    return _part(figure, operators)


def _opens(figure: Figure) -> bool:
    """ "lost $40 million and that 20 percent of staff could go", ", and another $500 million is expected by June"."""
    tokens, at = figure.sentence.tokens, figure.first - 1
    while at > 0 and (tokens[at] in figure.words("before_figure") or among(figure, "subject_hedges", tokens[at : at + 1])):
        at -= 1
    if at < 2:
        return False
    if tokens[at] == "that":
        return among(figure, "opens_subject", tokens[at - 1 : at]) or tokens[at - 1] in figure.words("says")
    return among(figure, "opens_subject", tokens[at : at + 1]) and tokens[at - 1] == ","


def _part(figure: Figure, operators: list[Operator]) -> Told | None:
    """ "The bulk of the money, some $200 million, will be lent": a sum between commas or dashes that says how large the subject is."""
    tokens, closed = figure.sentence.tokens, figure.behind
    mark = tokens[closed : closed + 1]
    if not figure.money or not among(figure, "parts_apart.marks", mark):
        return None
    lead = figure.lead
    while lead and lead[-1:] != mark and (lead[-1] in figure.words("before_figure") or among(figure, "subject_hedges", lead[-1:])):
        lead = lead[:-1]
    if lead[-1:] != mark or not among(figure, "parts_apart", lead[-PART:]):
        return None
    while tokens[closed : closed + 1] == mark:
        closed += 1
    op = next((op for op in operators if op.first == closed), None)
    if op is None:
        return None
    if op.kind in ("will", "may"):
        return modal(figure, [], op)
    return ("plan", "what is to be done with the sum", FAIR) if tokens[op.last + 1 : op.last + 3] == TO_BE else None
