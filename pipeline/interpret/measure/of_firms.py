"""What a measure of a nation is once a firm is known to have it: its sales are no retail trade, its taxes no revenue of a state."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.instrument import central_bank
from pipeline.interpret.owners.known import is_firm

LOANS = frozenset({"budget_balance", "public_debt"})
"""What a state borrows and owes, where a word of it is a firm's as well."""


def of(figure: Figure, role: str, tokens: set[str]) -> str | None:
    """What the indicator of a figure becomes that a firm owns; `tokens` are those of the noun or verb that names it."""
    indicator, language = figure.fact.indicator, figure.story.language
    if not is_firm(figure.fact.entity or "", language):
        return None
    words = sets(language)
    if indicator == "retail_sales":
        told = {*tokens, *figure.fact.measure.casefold().split()}
        whole = not told.isdisjoint(words["whole_trade"]) or not words["whole_markets"].isdisjoint(figure.sentence.tokens)
        return None if whole else "revenue"
    if indicator == "housing" and not tokens.isdisjoint(words["firms_sign"]):
        return "orders"
    if indicator == "housing" and role == "loose" and not tokens.isdisjoint(words["firms_sell"]):
        return "revenue"
    if indicator == "industrial_production" and not tokens.isdisjoint(words["firms_made"]):
        return "output"
    if not words["states_beside"].isdisjoint(figure.sentence.tokens):
        return None
    if indicator == "government_spending" and figure.money and not tokens.isdisjoint(words["firms_spend"]):
        beside = {*figure.fact.measure.casefold().split(), *figure.sentence.tokens[figure.behind :]}
        return "costs" if beside.isdisjoint(words["firms_invest"]) else "investment"
    if indicator == "tax_revenue":
        return "revenue" if tokens.isdisjoint(words["firms_taxed"]) else "costs"
    if indicator in LOANS and role != "noun":
        return "other"
    if indicator == "money_market" and figure.money and central_bank(figure.sentence.tokens, language) is None:
        return "deal_value" if tokens & words["bids_made"] else "lending" if tokens & words["advances_made"] else None
    return None
