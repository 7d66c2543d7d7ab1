"""What points of a rate tell: a step of it, a part of a step, or how far it is from another."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret import movement
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

CONTRIBUTED = 4
"""Tokens between "accounted" and its points."""

NEAR = 10
"""Tokens between a word of movement and points that it is told of."""

CLOSE, BEHIND = 3, 6
"""Tokens between points and a word, and a noun, of movement that they are told of: "half-point Federal Reserve interest rate cut"."""

SPREAD = 6
"""Tokens behind "above" in which that is named which a yield is above."""


YIELD = "bond_yield"

VERB = 4
"""Tokens before points in which the verb stands that adds them."""


def added(figure: Figure) -> Clue | None:
    """ "Falling prices added half a point to growth": the verb right before points, though its subject falls."""
    if figure.mention.quantity.unit not in movement.POINTS:
        return None
    sentence, verbs = figure.sentence, _verbs(figure.story.language)
    for i in range(figure.first - 1, max(figure.start, figure.first - VERB) - 1, -1):
        if direction := verbs.get(sentence.tokens[i]):
            return Clue(f"direction.{direction}", direction, i, i, sentence.starts[i], sentence.ends[i], "verbs")
    return None


@cache
def _verbs(language: str) -> dict[str, str]:
    entry = lexicon.entries("statistic", language)["points_verbs"]
    return {verb: direction for direction, verbs in entry.items() for verb in verbs}


def spread(figure: Figure) -> bool:
    """ "to yield 117 basis points over comparable Treasuries": whether points tell how far a rate is from another, and no move."""
    move = figure.frame.move
    if figure.mention.quantity.unit not in movement.POINTS or figure.frame.role != "moved" or move is None:
        return False
    if move.first != figure.behind or figure.sentence.tokens[move.first] not in figure.words("comparatives"):
        return False
    if figure.fact.indicator not in lexicon.entries("statistic", figure.story.language)["spreads"]["indicators"]:
        return False
    return not closed("benchmarks", figure.story.language).isdisjoint(figure.sentence.tokens[move.last + 1 : move.last + 1 + SPREAD])


def contributed(figure: Figure) -> bool:
    """ "exports contributed 0.5 percentage points to growth", "accounted for 2 points": whether points are a part of a move."""
    return not lexicon.sets("statistic", figure.story.language)["contributed"].isdisjoint(figure.lead[-CONTRIBUTED:])


def apart_by(figure: Figure) -> str | None:
    """ "the spread tightened 40 basis points to 313": which way yields that are set apart moved, by a verb that tells of rates the other way."""
    verbs: dict[str, list[str]] = lexicon.entries("statistic", figure.story.language)["spread_verbs"]
    if figure.fact.indicator != YIELD or not {"to", "at", "from"}.isdisjoint(figure.lead[-VERB:]):
        return None
    return next((way for way, forms in verbs.items() if not set(forms).isdisjoint(figure.lead[-VERB:])), None)


def step(figure: Figure) -> Clue | None:
    """ "lift the rate by at least 50 basis points", "a hike of 25 basis points": what says which way points went that tell no distance."""
    tokens, apart = figure.sentence.tokens, lexicon.sets("statistic", figure.story.language)["apart"]
    near = figure.lead[-NEAR:] + tokens[figure.behind : figure.behind + CLOSE]
    if not apart.isdisjoint(near) or figure.frame.role in ("base", "paired", "reached") or figure.lead[-1:] == ["from"]:
        return None
    moves = [clue for clue in figure.sentence.of("direction") if movement.direction(clue) != "flat"]
    before = [clue for clue in moves if figure.clause[0] <= clue.first and figure.first - NEAR <= clue.last < figure.first]
    if before:
        return before[-1]
    behind = (c for c in moves if figure.last < c.first <= figure.last + BEHIND)
    return next((c for c in behind if c.first <= figure.last + CLOSE or tokens[c.first] not in figure.words("comparatives")), None)
