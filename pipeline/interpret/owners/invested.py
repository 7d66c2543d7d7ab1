"""What is put into a firm: "Arden invested $2 billion in Penwith" is money of Penwith's, whoever gives it."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.owners import acting
from pipeline.interpret.owners.parties import Party, words

MEASURES = frozenset({"investment", "share_issue", "debt_issue", "deal_value"})

LEAD = 8
"""Tokens between the verb of investing and its sum."""

INTO = 3
"""Tokens between a sum and the name of the firm: "in the lender Penwith"."""


def settle(figure: Figure, found: list[Party]) -> bool:
    """Settle the owner of a sum that one firm puts into another."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if not figure.money or figure.fact.indicator not in MEASURES:
        return False
    if words("invests", language).isdisjoint(tokens[max(figure.clause[0], figure.first - LEAD) : figure.first]):
        return False
    if tokens[figure.behind : figure.behind + 1] not in (["in"], ["into"]):
        return False
    into = next((p for p in found if p.organisation and 0 < p.first - figure.behind <= INTO), None)
    if into is None or into.says or not words("invested_in_goods", language).isdisjoint(tokens[into.last + 1 : into.last + 3]):
        return False
    giver = acting.organisation(figure, found)
    if giver is None or giver.key == into.key:
        return False  # what a state puts in is the state's
    figure.fact.entity = figure.fact.entity_id = into.key
    figure.because("entity: whom it is invested in", 0.8)
    figure.fact.partner = giver.key
    figure.because("partner: who invests it")
    return True
