"""What a percentage is that tells how large a loss was, and not by how much it grew: of a price, or of what somebody invested."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.around import Governor

BEHIND = 2
"""Tokens between a percentage and the loss that it describes."""


def of(figure: Figure, found: Governor, clue: Clue) -> tuple[str, str] | None:
    """ "The FTSE 100 ended with a loss of 2 percent", "a 3 percent loss on Peru's bonds", "losses of 19 percent"."""
    if figure.fact.statistic == "share" or found.rule.startswith("noun before the relative"):
        return None  # "40 percent of losses", "a loss that was 70 percent smaller"
    told = [c for c in figure.sentence.of("indicator") if figure.clause[0] <= c.first < figure.clause[1]]
    if any(c.key == "share_price" for c in told):
        return "share_price", "what an index lost"
    move = figure.frame.move
    if figure.frame.role == "moved" and move is not None and move.first > clue.last:
        return None  # "a loss of $5 million, which was 30 percent smaller"
    itself = move is not None and move.first <= clue.last <= move.last
    reached = figure.frame.role == "reached" and figure.fact.statistic == "level"  # "the rate of loan losses rose to 8 percent"
    if not (itself or reached or found.rule.startswith("noun before") or 0 < clue.first - figure.last <= BEHIND):
        return None
    if any(c.role == "thing" for c in told):
        return "commodity_price", "what a good lost"
    return "other", "what was lost of what was invested"
