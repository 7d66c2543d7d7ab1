"""On which side a balance stands: "a deficit of $5 million", "a budget deficit target of 3 pct of GDP", "net borrowing of 8 billion"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.lexicon import either

SIDES = ("surplus", "deficit")

PLANNED = frozenset({"budget_balance"})
"""What has a side by what a state borrows, too, and by what stands before its target."""

YIELDS = frozenset({"bond_yield", "interest_rate"})
"""What has gaps that are no balance: how far one is above another."""

WHOLE = 7
"""Tokens behind "of" in which it is told of what a percentage is a part."""


def of(figure: Figure) -> str | None:
    """The side of a balance by the word that its measure ends in."""
    fact = figure.fact
    called = fact.measure.casefold().replace("-", " ").split()
    if not called or fact.indicator in YIELDS:
        return None
    if fact.indicator in PLANNED:
        if called[-1] in figure.words("borrowed"):
            return "deficit"
        while len(called) > 1 and called[-1] in figure.words("of_balances"):
            called.pop()
    return next((side for side in SIDES if called[-1] in figure.words(side)), None)


def part_of_it(figure: Figure) -> bool:
    """ "5 pct of the deficit", but not "5 pct of GDP, a deficit above the limit": whether a share is a part of the balance itself."""
    tokens, at = figure.sentence.tokens, figure.behind
    if figure.fact.statistic != "share" or tokens[at : at + 1] != ["of"]:
        return False
    sides = either(*(figure.words(side) for side in SIDES))
    wholes = figure.words("output_words")
    named = next((token for token in tokens[at + 1 : at + 1 + WHOLE] if token in sides or token in wholes), None)
    return named in sides
