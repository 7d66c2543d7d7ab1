"""What part of a firm is worth something, or what it owns: "a stake valued at $9 billion" is told beside what the whole firm is worth."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets

WORTH = "market_value"

REACH = 12
"""Tokens from the word for a part to the verb that tells what it is worth."""

COUNTED = 5
"""Tokens from a number to the shares that it counts: "304 million Arden shares"."""


def settle(figure: Figure) -> None:
    """Narrow a worth by the word for the part that has it."""
    clue, fact, tokens = figure.clue, figure.fact, figure.sentence.tokens
    if fact.indicator != WORTH or fact.statistic != "level" or fact.variant or clue is None or clue.role != "verb" or not figure.money:
        return
    if clue.last >= figure.first or not closed("determiners", figure.story.language).isdisjoint(tokens[clue.last + 1 : figure.first]):
        return  # "the deal valued the firm at"
    words, low = sets(figure.story.language), max(figure.start, clue.first - REACH)
    for at in range(clue.first - 1, low - 1, -1):
        if tokens[at] in words["valued_stops"]:
            return
        if tokens[at] in words["valued_parts"] or (tokens[at] in words["valued_shares"] and _counted(figure, at)):
            break
    else:
        return
    behind = tokens[at + 1 : clue.first]
    if behind[:1] and behind[0] in GENITIVE:
        return  # "the unit's owner is worth"
    if behind.count(",") > 1 or (behind[:1] != [","] and "," in behind):
        return  # "Arden, which owns a stake in Penwith, is valued at"
    fact.variant = tokens[at]
    figure.because("variant: the part that is worth so much", 0.7)


def _counted(figure: Figure, at: int) -> bool:
    """ "379,600 shares, valued at $10 million": some shares, and not all of a firm."""
    hedges = closed("counted_shares", figure.story.language)
    before = figure.sentence.tokens[max(0, at - COUNTED) : at]
    return any(token[0].isdigit() or token in hedges for token in before)
