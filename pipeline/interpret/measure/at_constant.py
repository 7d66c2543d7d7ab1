"""What a firm's figure would be if moneys had not moved: "rose 3 percent, or 5 percent in constant currencies".

It is told beside the same growth in the firm's own money, which is another series.
"""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import STEPS, Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.per_share import FROM_FIGURE

CALLED = "constant currency"
"""The variant."""

NARROWED = frozenset({"revenue", "profit", "loss", "eps", "costs", "orders"})
"""What is told so."""

BEHIND = 6
"""Tokens behind a figure within which it is told so."""


def forget(figure: Figure) -> None:
    """A measure that is carried over from a sentence before is told in the firm's own money again."""
    fact = figure.fact
    if CALLED in fact.variant and FROM_FIGURE in fact.rules and figure.previous is None:
        fact.variant = ", ".join(part for part in fact.variant.split(", ") if part != CALLED)


def settle(figure: Figure) -> None:
    """Narrow a figure that is told at constant rates of exchange."""
    fact = figure.fact
    if fact.indicator not in NARROWED or CALLED in fact.variant:
        return
    told = next((c for c in figure.sentence.of("variant") if c.key == CALLED and _of_it(figure, c)), None)
    if told is not None:
        called = " ".join(figure.sentence.tokens[told.first : told.last + 1]).replace(" - ", " ")
        parts = [part for part in fact.variant.split(", ") if part and part.replace("-", " ") != called]
        fact.variant = ", ".join([*parts, CALLED])
        figure.because(f"variant: {CALLED}")


def _of_it(figure: Figure, clue: Clue) -> bool:
    """Whether such words stand behind a figure, or between the figure before it and it."""
    if clue.first > figure.last:
        return _behind(figure, clue)
    previous = figure.previous
    if previous is not None and clue.first < previous.first:
        return False
    if previous is None:
        return figure.fact.statistic in STEPS or clue.first >= figure.clause[0]
    between = figure.sentence.tokens[previous.behind : clue.first]
    joined = not closed("anew", figure.story.language).isdisjoint(between)
    return joined or not _behind(previous, clue)


def _behind(figure: Figure, clue: Clue) -> bool:
    """Whether such words end what is told of a figure: nothing else is told between."""
    between = figure.sentence.tokens[figure.behind : clue.first]
    if any(figure.last < first < clue.first for first, _ in figure.spans):
        return False
    return len(between) <= BEHIND and closed("anew", figure.story.language).isdisjoint(between)
