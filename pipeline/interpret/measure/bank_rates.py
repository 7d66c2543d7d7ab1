"""When a bare "rate" is one of interest: a central bank sets it, it moves by points, or a bank is told of."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import TIMES, counted
from pipeline.interpret.measure.instrument import central_bank

RATES_TOO = frozenset({"tax_rate", "unemployment", "tariff", "reserve_requirement"})
"""What a story names whose rate moves by points as well."""

SET = 4
"""Tokens between a verb of setting and the rate that a bank sets."""


def set_by_bank(clue: Clue, figure: Figure, named: list[str]) -> bool:
    """ "expected it to keep the rate at 5 pct": whether a verb of setting has the bare word right behind it, in a story of such rates."""
    before = figure.sentence.tokens[max(0, clue.first - SET) : clue.first]
    if closed("rate_setting", figure.story.language).isdisjoint(before):
        return False
    by_points = "points" in counted(figure) and not RATES_TOO.intersection(named)  # "Uganda trimmed its own rate by half a point"
    return by_points or "interest_rate" in named or central_bank(figure.sentence.tokens[: clue.first], figure.story.language) is not None


def of_interest(clue: Clue, figure: Figure, kind: frozenset[str]) -> bool:
    """ "slashed rates by half a point", "cut the rate to 3 percent", "the Bank's rate of 4 percent": no rate of growth or of failure."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if "points" in kind:
        return True
    if "rate" not in kind:
        return False
    for_so_long = tokens[max(0, clue.first - 2) : clue.first - 1] == ["-"] and tokens[clue.first - 1] in TIMES  # "the 30-year rate"
    setting = not closed("rate_setting", language).isdisjoint(tokens[max(0, clue.first - SET) : clue.first])
    return for_so_long or setting or central_bank(tokens, language) is not None
