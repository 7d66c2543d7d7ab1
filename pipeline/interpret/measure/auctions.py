"""What is sold of bonds where a noun tells of the sale, what is registered to be sold, and what buyers ask for.

"A sale of $4 billion in three-year notes", "a $9 billion auction of bonds", "a shelf offering of 130 mln dlrs of notes",
"orders of 9 billion euros for its ten-year bond".
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM
from pipeline.lexicon import Sets

TAKEN = frozenset({"other", "deal_value", "money_market", "orders", "assets", "aid", "lending", "costs", "public_debt", "share_issue"})
"""What such a sum is taken for by what stands around it."""

PAPER = 7
"""Tokens behind a sum, or behind the noun of its sale, in which the paper is named."""

SALE = 3
"""Tokens between a sum and the noun of its sale: "a $21 billion Treasury auction of notes"."""

REGISTERED = 14
"""Tokens before a sum in which it is told that it is registered to be sold."""

ASKED = 8
"""Tokens between a sum and what tells that buyers asked for it."""


def settle(figure: Figure) -> None:
    """Take such a sum for an issue of debt."""
    fact = figure.fact
    if not figure.money or fact.indicator not in TAKEN or fact.quantity.high < SUM or fact.statistic not in ("level", "change"):
        return
    words = sets(figure.story.language)
    if _sold(figure, words):
        measure, rule = "sale", "a sale of bonds"
    elif _registered(figure, words):
        measure, rule = "debt securities", "paper that is registered to be sold"
    elif _asked(figure, words):
        measure, rule = "orders", "what buyers of bonds ask for"
    elif (fact.indicator == "other" or _with_coupon(figure)) and _of_paper(figure, words):
        measure, rule = "notes", "a sum of a firm's paper"
    else:
        return
    fact.indicator, fact.measure, fact.variant, fact.statistic, fact.direction = "debt_issue", measure, "", "level", None
    figure.because(f"indicator: {rule}", 0.8)


def _named(tokens: list[str], words: Sets) -> bool:
    """Whether bonds are named, and no share or stake before them."""
    at = next((i for i, token in enumerate(tokens) if token in words["bonds_apart"] or token in words["debts_sold"]), None)
    return at is not None and words["no_bonds"].isdisjoint(tokens[:at])


def _sold(figure: Figure, words: Sets) -> bool:
    """ "a sale of $4 billion in notes", "a $4 billion auction of notes": the noun of a sale right before the sum, or behind it."""
    tokens, low = figure.sentence.tokens, figure.behind
    lead = figure.bare_lead(words["hedges"])
    if lead[-1:] in (["of"], ["in"]) and not words["sales_called"].isdisjoint(lead[-2:-1]):
        return not words["paper_links"].isdisjoint(tokens[low : low + 1]) and _named(tokens[low + 1 : low + 1 + PAPER], words)
    sale = next((i for i in range(low, min(low + SALE, len(tokens))) if tokens[i] in words["sales_called"]), None)
    return sale is not None and tokens[sale + 1 : sale + 2] == ["of"] and _named(tokens[sale + 2 : sale + 2 + PAPER], words)


def _registered(figure: Figure, words: Sets) -> bool:
    """ "filed a shelf registration covering 300 mln dlrs of debt securities"."""
    tokens, low = figure.sentence.tokens, figure.behind
    if tokens[low : low + 1] != ["of"] or not _named(tokens[low + 1 : low + 1 + PAPER], words):
        return False
    near = tokens[max(0, figure.first - REGISTERED) : figure.first] + tokens[low : low + PAPER]
    return not words["registers"].isdisjoint(near)


def _asked(figure: Figure, words: Sets) -> bool:
    """ "orders of 9 billion euros for the bond", "its bond drew $9 billion in bids"."""
    tokens = figure.sentence.tokens
    if words["bonds_apart"].isdisjoint(tokens):
        return False
    behind = tokens[figure.behind : figure.behind + ASKED]
    if behind[:1] in (["in"], ["of"]) and not words["asks_for_paper"].isdisjoint(behind[1:3]):
        return True
    if figure.fact.indicator not in ("orders", "money_market"):
        return False
    return not words["asks_for_paper"].isdisjoint(figure.lead) and not words["bonds_apart"].isdisjoint([*figure.lead, *behind])


def _with_coupon(figure: Figure) -> bool:
    """ "80 mln dlrs of 15 pct notes": whether the rate of the paper stands before it, so that no other noun is of the sum."""
    return any(first == figure.behind + 1 for first, _ in figure.spans)


def _of_paper(figure: Figure, words: Sets) -> bool:
    """ "its outstanding 80 mln dlrs of 15 pct notes", "called for redemption $5 million of its bonds": the paper itself, and nobody who buys it."""
    tokens, low = figure.sentence.tokens, figure.behind
    if tokens[low : low + 1] != ["of"] or not words["no_paper_of"].isdisjoint(tokens[figure.clause[0] : figure.first]):
        return False
    behind = tokens[low + 1 : low + 1 + PAPER]
    debts, papers = words["debts_named"], words["papers_named"]
    securities = (i for i, token in enumerate(behind) if token in debts and not papers.isdisjoint(behind[i + 1 : i + 2]))
    at = min((*securities, *(i for i, token in enumerate(behind) if token in words["bonds_apart"])), default=None)
    if at is None or not debts.isdisjoint(behind[at + 1 : at + 2]):
        return False  # a firm's "debt" may be owed to anybody, and "bond debt" is to be shed
    return words["no_bonds"].isdisjoint(behind[:at])
