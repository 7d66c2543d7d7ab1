"""How firmly a base or a comparison is told: it is a fact unless its own words say otherwise."""

from __future__ import annotations

from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.standing.agreed import superseded
from pipeline.interpret.standing.early import foreseen_before, priced_in, running
from pipeline.interpret.standing.future import FAIR, OPEN, Told
from pipeline.interpret.standing.known import a_year_ago
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among, bound, measures, noun, reaches

TELLERS = 4
"""Tokens from who expects something to the noun of what is expected ("Wall Street's average target")."""


def of_analysts(figure: Figure) -> bool:
    """ "above the average analyst target of $5 billion": whether an aim is what those expect who do not pursue it."""
    lead = figure.lead
    return any(
        among(figure, "aims_of_others", [token]) and among(figure, "aimed_by", lead[max(0, n - TELLERS) : n])
        for n, token in enumerate(lead)
    )


def compared(figure: Figure, operators: list[Operator], by_noun: set[int]) -> Told | None:
    """What makes a base or a comparison more than a fact; notes in `by_noun` whose value it is."""
    tokens, anchor = figure.sentence.tokens, figure.frame.anchor
    second = figure.frame.role == "paired" and anchor is not None and anchor.frame.role in BESIDE and anchor.fact.status == "actual"
    if figure.frame.role not in BESIDE and not second and not (figure.earlier and tokens[figure.first - 1] == "from"):
        return None
    since = figure.earlier[-1].last if figure.earlier else 0
    for op in reversed(operators):
        if since < op.first and op.last < figure.first:
            if figure.frame.role == "compared" and among(figure, "set_against", tokens[op.last + 1 : figure.first]):
                continue  # "according to analysts' forecasts, against 191 million a year ago"
            if op.role != "verb" and bound(figure, op):
                by_noun.add(figure.first)
                return noun(figure, op), f"{tokens[op.first]!r} of what it is set beside", FAIR
            before = [tokens[op.first - 1]]
            called = op.kind == "forecast" and op.last == figure.first - 1
            if called and (among(figure, "definite", before) or among(figure, "indefinite", before)):
                by_noun.add(figure.first)
                return op.kind, f"{tokens[op.first]!r}, as it is called", FAIR  # "topping an expected 39 cents"
            governs = op.role != "noun" and op.kind in ("forecast", "target", "plan", "estimate") and reaches(figure, op)
            if governs and among(figure, "beside", tokens[since + 1 : op.first]):
                return op.kind, f"{tokens[op.first]!r} of what it is set beside", FAIR
    if anchor is not None and anchor.fact.status == "plan" and superseded(figure):
        return "plan", "what was agreed on before", FAIR
    if (
        figure.frame.role == "base"
        and anchor is not None
        and anchor.first in by_noun
        and not a_year_ago(figure)
        and (anchor.fact.status in ("forecast", "target", "estimate") or (anchor.fact.status == "plan" and measures(figure, "deals")))
    ):
        by_noun.add(figure.first)
        return anchor.fact.status, "that of the figure it was before", FAIR
    if figure.frame.role == "base" and anchor is not None and anchor.fact.status == "estimate" and among(figure, "revised", figure.lead):
        by_noun.add(figure.first)
        return "estimate", "an estimate before it was revised", FAIR
    if figure.frame.role == "compared" and anchor is not None and anchor.fact.status == "forecast" and priced_in(figure):
        return "forecast", "what was priced in before", OPEN
    if anchor is not None and anchor.fact.status == "forecast":
        if figure.frame.role == "base" and running(figure):
            return "forecast", "a base in a time that runs", OPEN
        if foreseen_before(figure):
            by_noun.add(figure.first)
            return "forecast", "a base that was foreseen", FAIR
    return "actual", "a base or a comparison", FAIR
