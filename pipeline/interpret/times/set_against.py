"""Whether a time is that of what something is set against: "compared with the first half of 2021", "below the price of a year ago"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.interpret.times.placing import Words
from pipeline.lexicon import either
from pipeline.recognise.period import TimeExpression

if TYPE_CHECKING:
    from pipeline.interpret.figure import Figure
    from pipeline.interpret.times.moment import Moment

PARTS = frozenset({"half", "first", "months", "month_quarter", "quarters", "season"})
"""Kinds of times of several months that a step is told over, or over and above."""

OUTDONE = frozenset({"year", "relative", "quarter", "half", "span", "days"})
"""Kinds of times that may be those of what a figure is beyond."""

CLAUSE = 12
"""Tokens from "than" to the time of what stands behind it."""

VALUED = 2
"""Tokens from the word that says how much more something is to the price that it is more than: "above the share price"."""

AIM = 3
"""Tokens from a time to what is aimed at for it: "its full-year sales target"."""


def compared(kind: str, tokens: list[str], lead: int, sets: Words) -> bool:
    """ "compared with the first half of 2021", "9 pct down on the summer of 2014": a part of a year that a step is told over."""
    if kind not in PARTS or lead < 1:
        return False
    if tokens[lead] in sets.compared_by:
        return tokens[lead - 1] in sets.compared
    return tokens[lead] in sets.upon and tokens[lead - 1] in sets.on_after


def of_what_is_outdone(kind: str, tokens: list[str], lead: int, sets: Words) -> bool:
    """ "$5 million, more than its chief got in 2007", "9 pct higher than it was last year": whether a time is that of what a figure is beyond."""
    if kind not in OUTDONE:
        return False
    than = next((i for i in range(lead - 1, max(0, lead - CLAUSE), -1) if tokens[i] == "than"), 0)
    if not than or tokens[than - 1] not in sets.comparatives or not any(token[0].isdigit() for token in tokens[:than]):
        return False
    return not any(token[0].isdigit() or token in sets.of_its_own for token in tokens[than + 1 : lead])


def of_a_level(tokens: list[str], at: int, sets: Words, reach: int) -> bool:
    """ "above the level of May", "below those recorded in 1986": whether what ends at a token is a level that something is set beside.

    What sets it beside stands no further than `reach` before; of a price, a number or a budget it is one that says how much more it is.
    """
    if at > 1 and tokens[at] in sets.seen:
        at -= 1
    bases = either(sets.base_unit, sets.base)
    if at > 0 and tokens[at] in sets.stand_ins:
        return tokens[at - 1] in bases
    before = tokens[max(0, at + 1 - reach) : at]
    if at > 0 and tokens[at] in sets.valued:
        near = range(max(0, at - VALUED), at)
        return any(tokens[i] in sets.beyond or (tokens[i] in sets.upon and i and tokens[i - 1] in sets.on_after) for i in near)
    return at > 0 and tokens[at] in sets.levels and not bases.isdisjoint(before)


def one_year(time: TimeExpression) -> bool:
    """Whether a fiscal year is one, and no plan of several: "1985/86", "fiscal 1986"; not "1986-90"."""
    following = time.parts.get("next", "")
    return not following or following.endswith(str(int(time.parts["year"]) + 1)[-2:])


def of_the_whole(figure: Figure, moment: Moment, sets: Words) -> bool:
    """ "50 pct of its target for the year", "equal to 80 pct of the level of 2019": a time of what a share is a part of, or is measured by."""
    tokens, behind = figure.sentence.tokens, figure.behind
    if figure.money or tokens[behind : behind + 1] != ["of"] or moment.first <= behind:
        return False
    between = tokens[behind + 1 : moment.first]
    if "," in between or ";" in between or sets.whose.isdisjoint(between[:1]):
        return False  # "a 3 pct of GDP deficit target for 2010"
    after = tokens[moment.last + 1 : moment.last + 1 + AIM]
    return not (sets.aims - sets.sums).isdisjoint(between + after) or not (sets.levels - sets.sums).isdisjoint(between)
