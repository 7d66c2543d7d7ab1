"""What a deal saves, told beside it: "expects synergies from its merger with Arden of $5 million" is no price."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

PRICE = "deal_value"

BEFORE = 14
"""Tokens between what is saved and how much: "synergies from the purchase of Arden by its Penwith unit of"."""

BEHIND = 9
"""Tokens between how much and what is saved: "$5 million a year in general and administrative savings"."""


def settle(figure: Figure) -> None:
    """Read such a sum as one of costs."""
    fact = figure.fact
    if fact.indicator != PRICE or not figure.money or fact.quantity.per in ("share", "barrel"):
        return
    tokens, language = figure.sentence.tokens, figure.story.language
    nouns = closed("savings_of_deals", language)
    if nouns.isdisjoint(tokens):
        return
    noun = _behind(figure, tokens, nouns) or _before(figure, nouns)
    if noun is not None:
        fact.indicator, fact.measure, fact.variant = "costs", noun, ""
        figure.because("indicator: what a deal saves", 0.8)


def _behind(figure: Figure, tokens: list[str], nouns: frozenset[str]) -> str | None:
    """ "$5 million a year in cost savings": no comma and no price stands between."""
    language = figure.story.language
    until = next((a for a, _ in figure.spans if a > figure.last), len(tokens))
    behind = tokens[figure.behind : min(until, figure.behind + BEHIND)]
    at = next((i for i, token in enumerate(behind) if token in nouns), None)
    if at is None or behind[0] == "and" or not closed("savings_stops", language).isdisjoint(behind[:at]):
        return None
    return None if not closed("savings_kept", language).isdisjoint(behind[at + 1 : at + 2]) else behind[at]


def _before(figure: Figure, nouns: frozenset[str]) -> str | None:
    """ "synergies from the deal of at least $5 million", "savings of the merger totaled $5 million"."""
    language = figure.story.language
    lead = figure.bare_lead(closed("hedges", language))[-BEFORE:]
    at = next((i for i in range(len(lead) - 1, -1, -1) if lead[i] in nouns), None)
    if at is None or lead[-1] not in closed("savings_links", language) or lead[at + 1] in closed("savings_kept", language):
        return None
    return lead[at] if closed("savings_stops", language).isdisjoint(lead[at + 1 :]) else None
