"""What came to a firm or cost it but once, told as a part of its result: "a benefit of 38 cents a share", "included a 2-cent-a-share write-off".

It is no result: the result of the whole is told beside it for the same time.
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.counted import A_SHARE

RESULTS = frozenset({"costs", "eps", "profit", "loss", "other"})
"""What such an item is taken for."""

RULE = "indicator: an item of a result"

NEAR = 5
"""Tokens before an item in which stands who had it: "recorded an after-tax"."""

BEHIND = 6
"""Tokens behind a figure within which the item stands: "2 cents a share inventory write-off"."""


def settle(figure: Figure) -> None:
    """Take such a sum for what it is: a cost, or a part of a result under its own name."""
    fact = figure.fact
    if not figure.money or fact.indicator not in RESULTS or fact.statistic != "level" or figure.frame.role not in ("stated", "moved"):
        return
    item = _before(figure)
    if item is None:
        item = _behind(figure)
    if item is None:
        return
    language, noun = figure.story.language, figure.sentence.tokens[item]
    by_share = fact.quantity.per == "share" or (fact.quantity.per is None and abs(fact.quantity.high) < A_SHARE)
    if noun in closed("one_off_charges", language):
        if fact.indicator == "costs":
            return
        fact.indicator = "costs"
    else:
        fact.indicator = "eps" if by_share else "loss" if noun in closed("one_off_losses", language) else "profit"
    fact.variant = fact.measure = _called(figure, item)
    figure.clue = None
    figure.because(RULE, 0.8)


def told(figure: Figure) -> bool:
    """Whether a figure, or the one that it restates, is such an item: nothing is carried over from it."""
    anchor = figure.frame.anchor
    return RULE in figure.fact.rules or (anchor is not None and RULE in anchor.fact.rules)


def _called(figure: Figure, item: int) -> str:
    """The name of an item: its kind, and what else stands in it where it names the measure."""
    language, tokens, clue = figure.story.language, figure.sentence.tokens, figure.clue
    narrowed = figure.fact.variant if clue is not None and clue.last == item else ""
    if narrowed and closed("one_off_told", language).isdisjoint(narrowed.split()):
        return narrowed if tokens[item] in narrowed.split() else f"{narrowed} {tokens[item]}"
    kind, compound = tokens[item - 1], tokens[item - 2] == "-"  # "pre-tax charge"
    named = not compound and kind in closed("one_off_kinds", language) | closed("one_off_loss_kinds", language)
    return f"{kind} {tokens[item]}" if named else tokens[item]


def _before(figure: Figure) -> int | None:
    """ "a benefit of 38 cents a share": the item before "of"."""
    language, tokens = figure.story.language, figure.sentence.tokens
    lead = figure.bare_lead(closed("hedges", language))
    at = figure.first - 1
    while at > 1 and tokens[at] != "of" and tokens[at] in closed("hedges", language):
        at -= 1
    if lead[-1:] != ["of"] or at < 2 or tokens[at] != "of" or not _item(figure, at - 1):
        return None
    told = closed("one_off_told", language)
    return at - 1 if not told.isdisjoint(tokens[max(figure.clause[0], at - 1 - NEAR) : at - 1]) else None


def _behind(figure: Figure) -> int | None:
    """ "a 3 cent-per-share benefit", "included 2 cents a share inventory write-off": the item behind the figure, with nothing but its kind between."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if not figure.lead or figure.lead[-1] not in closed("one_off_told", language) | {"a", "an"}:
        return None
    known, by_share = sets(language), closed("by_the_share", language)
    for at in range(figure.behind, min(len(tokens), figure.behind + BEHIND)):
        if _item(figure, at):
            return at
        if tokens[at] not in by_share and (tokens[at] in known["prepositions"] or not tokens[at][0].isalpha()):
            return None
    return None


def _item(figure: Figure, at: int) -> bool:
    """Whether a token is such an item."""
    token, language = figure.sentence.tokens[at], figure.story.language
    if token in closed("one_off_losses", language):
        return figure.sentence.tokens[at - 1] in closed("one_off_loss_kinds", language)
    return token in closed("one_off_gains", language) or token in closed("one_off_charges", language)
