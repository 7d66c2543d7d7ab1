"""A time that only says among which something ranks: "May's exports were the largest so far this year, at 5 million"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure, ranks
from pipeline.interpret.times.breath import sets_of
from pipeline.interpret.times.moment import Moment

RANKING, PARTS = frozenset({"relative", "year", "open", "bare"}), frozenset({"month", "quarter", "half"})
"""Kinds of times among whose parts something ranks, and those of such parts."""


def of_a_rank(moment: Moment, figure: Figure, moments: list[Moment]) -> bool:
    """ "May's exports were the largest so far this year, at 5 million": a time among whose parts the one told before it ranks."""
    tokens, at, sets = figure.sentence.tokens, moment.lead, sets_of(figure)
    if moment.time.kind not in RANKING or moment.first > figure.first or at < 1:
        return False
    if tokens[at] in sets.gone:
        at -= 2  # "so far this year"
    elif tokens[at] in sets.placed:
        at -= 1  # "in 1987"
    return ranks(tokens[at : at + 1], figure.story.language) and any(
        m.use == "own" and m.time.kind in PARTS and m.last < at for m in moments
    )
