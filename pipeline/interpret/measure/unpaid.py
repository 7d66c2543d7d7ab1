"""What a country no longer pays interest on: "suspended interest payments on $5 billion of debt", which is what it owes abroad."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.doings import of_country
from pipeline.interpret.measure.memory import Memory

LARGE = 10_000_000
"""A sum that a country owes."""

DEBT = "foreign_debt"

RULE = "indicator: what a country pays no interest on"

TAKEN_FOR = frozenset(
    {DEBT, "other", "costs", "lending", "deal_value", "debt_issue", "money_market", "public_debt", "interest_rate", "government_spending"}
)
"""What such a sum is taken for by what is paid, or by what stands behind it."""

PAID = 4
"""Tokens before "on" in which the payments stand."""

OWED = 8
"""Tokens behind the sum in which it is told that it is owed."""


def settle(figure: Figure, memory: Memory) -> None:
    """Take such a sum for foreign debt, in a sentence of a country or a story of its debts."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if not figure.money or fact.indicator not in TAKEN_FOR or fact.quantity.high < LARGE or fact.statistic != "level":
        return
    bare = figure.bare_lead(closed("owing_hedges", language))
    if bare[-1:] != ["on"] or closed("debt_payments", language).isdisjoint(bare[-1 - PAID : -1]):
        return
    if closed("owing_words", language).isdisjoint(tokens[figure.behind : figure.behind + OWED]):
        return
    begin, end = figure.sentence.starts[figure.clause[0]], figure.sentence.starts[figure.first]
    goes_on = tokens[0] in closed("its_pronouns", language) and of_country(figure)
    low = figure.clause[0] if fact.indicator == DEBT else 0  # "a firm of the world's, having guaranteed the interest on $5 billion of debt"
    of_state = goes_on or any(low <= place.first < figure.first for place in figure.sentence.of("place"))
    of_firm = bool(figure.story.organisations_in(begin, end))
    if (of_state and not of_firm) or DEBT in (*memory.named, *memory.theme):
        if fact.indicator != DEBT:
            fact.indicator, fact.measure, fact.variant = DEBT, "debt", ""
        figure.because(RULE, 0.8)
