"""How the figures of a story belong together: restatements, steps and what they led to, expectations and outcomes, revisions."""

from __future__ import annotations

from pipeline.interpret import arithmetic
from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.model import Fact


def link(figures: list[Figure]) -> None:
    """Link the facts of a story in place, and add the arithmetic that was tried."""
    for i, figure in enumerate(figures):
        _beside(figure)
        _led_to(figure)
        _across(figure, figures, i)
    arithmetic.check(figures)


def _beside(figure: Figure) -> None:
    role, anchor = figure.frame.role, figure.frame.anchor
    if anchor is None:
        return
    if role in ("converted", "restated"):
        same = anchor.fact.statistic == figure.fact.statistic or {anchor.fact.statistic, figure.fact.statistic} <= set(STEPS)
        if role == "converted" and anchor.fact.quantity.unit != figure.fact.quantity.unit:
            figure.fact.converts = anchor.fact.id
        _join(anchor.fact, figure.fact, "restates" if same and anchor.fact.indicator == figure.fact.indicator else "relates")
    elif role in BESIDE and anchor.fact.indicator == figure.fact.indicator:
        if anchor.fact.status == "actual" and figure.fact.status == "forecast":
            _join(figure.fact, anchor.fact, "expected", "outcome of")
        else:
            _join(anchor.fact, figure.fact, "compares with")


def _led_to(figure: Figure) -> None:
    """ "rose 5 pct to 3.1 billion": the step led to the value."""
    step = figure.previous
    if (
        step is not None
        and figure.frame.role in ("reached", "stated")
        and step.fact.statistic in STEPS
        and figure.fact.statistic == "level"
        and step.fact.indicator == figure.fact.indicator
    ):
        _join(step.fact, figure.fact, "leads to", "results from")


def _across(figure: Figure, figures: list[Figure], at: int) -> None:
    """Join the figure at `at` with an earlier one of the same series and period that it revises, or that was expected of it."""
    fact = figure.fact
    if fact.indicator == "other" or fact.status not in ("actual", "forecast"):
        return
    for i in range(at - 1, -1, -1):
        other = figures[i].fact
        if other.indicator != fact.indicator or _series(other) != _series(fact):
            continue
        if {other.revision, fact.revision} == {"from", "to"}:
            new, old = (fact, other) if fact.revision == "to" else (other, fact)
            _join(new, old, "revises", "revised by")
            return
        if {other.status, fact.status} == {"actual", "forecast"} and fact.revision is None and other.revision is None:
            outcome, expected = (fact, other) if fact.status == "actual" else (other, fact)
            _join(expected, outcome, "expected", "outcome of")
            return


def _series(fact: Fact) -> tuple[object, ...]:
    return (
        fact.indicator,
        fact.variant,
        fact.entity_id,
        fact.statistic,
        fact.quantity.unit,
        fact.quantity.per,
        fact.period,
        fact.basis,
        fact.balance,
    )


def _join(a: Fact, b: Fact, kind: str, back: str | None = None) -> None:
    if all(other != b.id for _, other in a.links):
        a.links.append((kind, b.id))
        b.links.append((back or kind, a.id))
