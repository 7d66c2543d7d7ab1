"""What part of something somebody holds or acquires, where no noun says so: "holds 50 pct in the mine", "held 44 percent by Arden"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

HELD = 5
"""Tokens before a percentage in which a verb of holding says that it is a stake."""


def held(figure: Figure) -> bool:
    """Whether a percentage is what somebody holds or acquires of something: "holds 50 pct in the mine", "buys 5 pct or more of"."""
    if figure.money or figure.fact.statistic not in ("share", "level"):
        return False
    tokens, behind, language = figure.sentence.tokens, figure.behind, figure.story.language
    if _an_interest(tokens, behind, closed("interests", language)):
        return True
    if _held_by(figure):
        return True
    if tokens[behind : behind + 2] == ["or", "more"]:
        behind += 2
    if closed("held_links", language).isdisjoint(tokens[behind : behind + 1]):
        return False
    return not closed("holders", language).isdisjoint(tokens[max(0, figure.first - HELD) : figure.first])


def _held_by(figure: Figure) -> bool:
    """ "Arden, held 44 percent by Penwith", "80 percent controlled by"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    held, at = closed("held_passively", language), figure.behind
    if tokens[at : at + 1] and tokens[at] in held:
        return not closed("agents", language).isdisjoint(tokens[at + 1 : at + 2])
    bare = next((token for token in reversed(figure.lead) if token not in closed("hedges", language)), "")
    return bare in held and not closed("agents", language).isdisjoint(tokens[at : at + 1])


def _an_interest(tokens: list[str], at: int, interests: frozenset[str]) -> bool:
    """ "a 40 pct interest in the mine", "a 47 pct working interest in": what is behind is something, and no year that is paid for."""
    if tokens[at : at + 1] and tokens[at] not in interests:
        at += 1
    after = tokens[at + 1 : at + 3]
    return tokens[at : at + 1] != [] and tokens[at] in interests and len(after) == 2 and after[0] == "in" and after[1].isalpha()
