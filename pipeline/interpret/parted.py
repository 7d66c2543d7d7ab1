"""A sum that is told as a part of another: "debt was $5 billion in May, of which $2 billion is owed abroad", "Of the stock, $2 billion is".

The whole says what its part measures, whose it is and when, wherever the part does not say it itself.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import BESIDE, Figure

OF_WHICH = ("of", "which")

OPENS = 4
"""Tokens between the "of" that opens a sentence and the comma behind what it names: "Of the total debt, $2 billion"."""

NEXT = 8
"""Tokens between two parts of one whole: "and foreign debt was"."""

BEHIND = 3
"""Tokens behind a part in which the noun stands that it is: "$4 billion was exports"."""

ROUNDED = 1.01
"""How much larger than its whole a part may be by rounding."""

LEAST = 1_000_000
"""Below this a sum is a price, and has no parts that are told so."""

MADE_UP = frozenset({"trade_turnover", "budget_balance"})
"""What is made up of things that have indicators of their own."""


def whole(figure: Figure, before: list[Figure]) -> Figure | None:
    """The sum of which a figure is a part; `before` holds the figures of the sentence before."""
    if not figure.money or figure.fact.quantity.per is not None:
        return None
    tokens, named = figure.lead, figure.words("part_of_sum")
    previous = figure.previous
    if previous is None:
        opens = tokens.index(",") if "," in tokens[: OPENS + 2] else 0
        if _of_it(figure):
            return next((f for f in reversed(before) if _holds(f, figure)), None)
        if not opens or tokens[0] != "of" or named.isdisjoint(tokens[1:opens]) or len(tokens) > opens + 1 + NEXT:
            return None
        return next((f for f in reversed(before) if _holds(f, figure)), None)
    if OF_WHICH in pairwise(tokens):
        return next((f for f in (previous, *_converted(previous)) if _holds(f, figure)), None)
    if _of_it(figure) and _holds(previous, figure):
        return previous
    joined = figure.words("clause_joins") | figure.words("clause_breaks") | {","}
    if previous.whole is not None and not joined.isdisjoint(tokens) and len(tokens) <= NEXT and _holds(previous.whole, figure):
        return previous.whole
    return None


def measured(figure: Figure) -> None:
    """Take for a part's measure that of its whole, unless a noun of its own says what it is."""
    total = figure.whole
    if total is None or total.fact.indicator == "other":
        return
    fact, clue = figure.fact, figure.clue
    own = noun(figure) if total.fact.indicator in MADE_UP else None
    if own is not None:
        fact.indicator, fact.measure, figure.clue = own.key, figure.story.text[own.start : own.end], own
        figure.because("indicator: what a part of trade is", 0.85)
    elif clue is None or clue.role == "verb" or clue.first < figure.start or clue.first > figure.last or figure.lead[:1] == ["of"]:
        fact.indicator, fact.measure, fact.variant = total.fact.indicator, total.fact.measure, total.fact.variant
        figure.clue = total.clue if total.number == figure.number else None
        figure.because("indicator: that of the whole of which it is a part", 0.8)


def of_whole(figure: Figure) -> bool:
    """Whether a part's measure is that of its whole, or one that the whole is made up of: it is then the same owner's."""
    whole = figure.whole
    if whole is None:
        return False
    return figure.clue in (None, whole.clue) or whole.fact.indicator in MADE_UP


def noun(figure: Figure) -> Clue | None:
    """ "of which $4 billion was exports and $3 billion imports": the noun right behind a part."""
    near = (c for c in figure.sentence.of("indicator") if c.role == "noun" and 0 < c.first - figure.behind < BEHIND)
    return next(near, None) or next((c for c in figure.sentence.of("indicator") if c.role == "noun" and c.first == figure.behind), None)


def _of_it(figure: Figure) -> bool:
    """ "Gold accounts for $12 billion of them", "of that": a part of the sum told before."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + 3]
    if behind[:1] != ["of"] or figure.words("part_pronouns").isdisjoint(behind[1:2]):
        return False
    return not behind[2][:1].isalpha() if len(behind) > 2 else True


def _holds(whole: Figure, figure: Figure) -> bool:
    """Whether a sum may have the figure for a part: one in the same money, not smaller, and set beside no other."""
    quantity, part = whole.mention.quantity, figure.mention.quantity
    if not whole.money or quantity.high < LEAST or quantity.unit != part.unit or quantity.per is not None or whole.frame.role in BESIDE:
        return False
    return part.high <= quantity.high * type(quantity.high)(ROUNDED)


def _converted(figure: Figure) -> tuple[Figure, ...]:
    """The sum that a figure says anew in another money."""
    return (figure.frame.anchor,) if figure.frame.role == "converted" and figure.frame.anchor is not None else ()
