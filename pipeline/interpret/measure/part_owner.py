"""What part of a firm its owner has, told by the owner: "a 9 percent owner of Arden", "Arden, 80 percent controlled by Penwith"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets

WHOLE = 100
"""No part is more."""


def settle(figure: Figure) -> None:
    """Take a percentage right before such a word for a stake, whatever its clause measures."""
    fact = figure.fact
    if figure.money or fact.quantity.unit != "percent" or fact.indicator == "stake" or fact.quantity.high > WHOLE:
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    at = figure.last + 1 + (tokens[figure.last + 1 : figure.last + 2] == ["-"])
    here, behind = tokens[at : at + 1], tokens[at + 1 : at + 2]
    owned = here and here[0] in words["held_passively"] and behind == ["by"]
    if not owned and words["part_owners"].isdisjoint(here):
        return
    if owned and not words["views_held"].isdisjoint(tokens):
        return
    fact.indicator, fact.statistic, fact.direction, fact.measure, fact.variant = "stake", "share", None, "stake", ""
    figure.because("indicator: what part its owner has", 0.85)
