"""Whose debt is insured at a price in points: "Arden's five-year CDS rose to 240 basis points", "the cost to insure Peru's debt"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import Party, places_of, sets
from pipeline.lexicon import Sets

KINDS = 7
"""Tokens between whose it is and the swap: "Greek five-year sovereign credit default swaps"."""

NAMED = 6
"""Tokens between a preposition or "to insure" and the name: "on the senior debt of Arden"."""


def settle(figure: Figure, found: list[Party], beside: bool) -> bool:
    """Settle the owner of a price of insurance; of one set beside another (`beside`) only by what stands right behind it."""
    fact = figure.fact
    if fact.indicator != "other" or fact.quantity.unit not in ("basis_point", "percent"):
        return False
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    name = _behind(figure, found, words)
    if name is None and not beside:
        at = next((i for i in range(figure.first - 1, -1, -1) if tokens[i] in words["insured_debt"]), None)
        if at is None or (
            fact.quantity.unit == "percent" and words["insured_percent"].isdisjoint(tokens[figure.behind : figure.last + NAMED])
        ):
            return False
        name = _around(figure, found, at, words)
        if name is None:
            name = places_of("debt_indices", figure.story.language).get(tokens[at])
    if name is None:
        return False
    fact.entity = fact.entity_id = name
    figure.because("entity: whose debt is insured", 0.8)
    return True


def _behind(figure: Figure, found: list[Party], words: Sets) -> str | None:
    """ "9.8 basis points on German five-year CDS", "38.9 basis points for the United States", where swaps are told of."""
    tokens, at = figure.sentence.tokens, figure.behind
    if figure.fact.quantity.unit != "basis_point" or words["insured_debt"].isdisjoint(tokens) or tokens[at : at + 1] == []:
        return None
    if tokens[at] not in words["insured_links"]:
        return None
    party = next((p for p in found if at < p.first <= at + 2), None)
    return party.key if party is not None else None


def _around(figure: Figure, found: list[Party], at: int, words: Sets) -> str | None:
    """Whose the swaps or the debt are that stand before a price: who else is told of since, behind a preposition, else right before."""
    tokens = figure.sentence.tokens
    later = [p for p in found if at < p.first and p.last < figure.first and p.subject and not p.says]
    if later and tokens[at] not in words["insuring_debt"] and words["insured_links"].isdisjoint(tokens[at + 1 : later[-1].first]):
        return later[-1].key  # "Arden's CDS widened 31 bps to 68 bps; Penwith is 18 bps wider"
    low = next((i for i in range(at, max(-1, at - KINDS), -1) if tokens[i] in words["insuring_debt"]), None)
    begins = [i for i in (low, at) if i is not None]
    for begin in begins:
        for p in found:  # of a pair the first
            if not begin < p.first <= begin + NAMED or p.first >= figure.first:
                continue
            if begin == low or not words["insured_links"].isdisjoint(tokens[begin + 1 : p.first]):
                return p.key
    before = [
        p
        for p in found
        if not p.says and p.last < at <= p.last + KINDS and (p.owns or p.role in ("people", "names") or at - p.last <= KINDS - 2)
    ]
    if len(before) > 1 and tokens[before[-2].last + 1 : before[-1].first] == ["and"]:
        return before[-2].key  # of a pair the first
    return before[-1].key if before else None
