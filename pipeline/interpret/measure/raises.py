"""What staff want or are given more of, where nothing says so: their pay."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

STAFF = frozenset({"other", "employment"})
"""What those are taken for who want it: "Junior doctors want", "Staff will get"."""


def settle(figure: Figure) -> None:
    """ "Nurses want a rise of 5 pct", "teachers have been given a 4 pct increase"."""
    move, language = figure.frame.move, figure.story.language
    if (
        (figure.clue is not None and figure.fact.indicator not in STAFF)
        or figure.money
        or move is None
        or figure.fact.statistic != "growth"
    ):
        return
    tokens = figure.sentence.tokens
    before = tokens[: figure.first]
    if tokens[move.first] not in closed("pay_rises", language) or closed("striking", language).isdisjoint(before):
        return
    if closed("getting", language).isdisjoint(before):
        return
    figure.fact.indicator, figure.fact.measure, figure.fact.variant = "wages", "pay", ""
    figure.because("indicator: a rise for staff", 0.75)
