"""Money that banks must keep, where no requirement is named, money that is put into banks and taken out of them, and what a central bank
puts into the market.

"Cut the amount of cash that banks must hold in reserve by half a point", "Customers pulled $4 billion from the lender".
"""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM
from pipeline.interpret.measure.instrument import central_bank
from pipeline.lexicon import Sets

TAKEN = frozenset({"other", "deal_value", "assets", "costs", "investment", "stake", "lending", "aid", "market_value", "share_price"})
"""What such money is taken for by what stands around it."""

REQUIRED = TAKEN | {"interest_rate", "deposits", "house_prices", "money_market", "gdp", "bond_yield", "foreign_reserves"}
"""What a part that must be kept is taken for."""

INJECTED = frozenset({"aid", "investment", "other", "lending", "government_spending", "costs"})
"""What a sum that a central bank puts into the market is taken for."""

INJECTS = 4
"""Tokens between such a verb and its sum: "pumped a further 9 billion"."""

MARKET = 10
"""Tokens behind a sum in which it is told that it is one for the market: "allotted 31 billion euros in overnight funds"."""

MUST = 3
"""Tokens between banks and the verb of keeping: "banks are required to hold"."""

VERB = 3
"""Tokens between those who have money in banks and their verb, or the verb and the sum."""

WHERE = 6
"""Tokens behind a sum in which the bank stands that it is taken from."""


def settle(figure: Figure) -> None:
    """Take a part that must be kept for a requirement, and such a sum for deposits."""
    fact = figure.fact
    words = sets(figure.story.language)
    if not figure.money:
        if fact.indicator in REQUIRED and fact.statistic in ("level", "change", "share") and _required(figure, words):
            fact.indicator, fact.measure, fact.variant = "reserve_requirement", "reserve requirement", ""
            figure.because("indicator: what banks must keep", 0.8)
    elif fact.indicator in TAKEN and fact.quantity.high >= SUM and (_taken_out(figure, words) or _put_in(figure, words)):
        fact.indicator, fact.measure, fact.variant = "deposits", "deposits", ""
        figure.because("indicator: money in banks", 0.75)
    elif fact.indicator in INJECTED and fact.quantity.high >= SUM and _injected(figure, words):
        fact.indicator, fact.measure, fact.variant = "money_market", "liquidity", ""
        figure.because("indicator: what a central bank puts into the market", 0.75)


def _required(figure: Figure, words: Sets) -> bool:
    """ "the amount that lenders must set aside as reserves": an amount, banks, what they must and reserves before it, and no other figure."""
    start = figure.lead_first if figure.frame.role not in ("reached", "base") else 0
    tokens = figure.sentence.tokens
    for i in range(figure.first - 1, start, -1):
        if tokens[i] in words["banks_keep"] and not words["banks_called"].isdisjoint(tokens[max(0, i - 1 - MUST) : i]):
            must = not words["banks_must"].isdisjoint(tokens[max(0, i - MUST) : i])
            amount = not words["amounts_kept"].isdisjoint(tokens[start:i])
            return must and amount and not words["reserves_called"].isdisjoint(tokens[start : figure.first])
    return False


def _taken_out(figure: Figure, words: Sets) -> bool:
    """ "Savers withdrew more than $3 billion", "customers pulled $4 billion from the lender": who has money in a bank, or the bank, is told."""
    tokens = figure.sentence.tokens
    lead = figure.bare_lead(words["hedges"])
    if words["takes_out"].isdisjoint(lead[-VERB:]):
        return False
    who = lead[-2 * VERB :]
    if not words["depositors_called"].isdisjoint(who):
        return True
    behind = tokens[figure.behind : figure.behind + WHERE]
    return "from" in behind and not words["customers_called"].isdisjoint(who) and not words["banks_named"].isdisjoint(behind)


def _put_in(figure: Figure, words: Sets) -> bool:
    """ "Banks parked 90 billion euros overnight at the ECB": a bank of banks behind what they put there."""
    tokens, lead = figure.sentence.tokens, figure.bare_lead(words["hedges"])
    if words["parks"].isdisjoint(lead[-1:]) or words["banks_called"].isdisjoint(lead[-1 - VERB :]):
        return False
    behind = tokens[figure.behind : figure.behind + WHERE]
    return not words["banks_of_banks"].isdisjoint(behind) and not words["put_links"].isdisjoint(behind)


def _injected(figure: Figure, words: Sets) -> bool:
    """ "The ECB injected 61 billion euros", "allotted 31 billion in overnight funds": a central bank does, and in no bank's capital."""
    tokens, low = figure.sentence.tokens, max(figure.clause[0], figure.lead_first)
    verbs = words["injects"]
    if not words["deals_out_of"].isdisjoint(tokens[figure.behind : min(figure.clause[1], figure.behind + MARKET)]):
        verbs = verbs | words["deals_out"]
    verb = next((i for i in range(figure.first - 1, figure.first - 1 - INJECTS, -1) if i >= low and tokens[i] in verbs), None)
    if verb is None or not words["injected_elsewhere"].isdisjoint(tokens):
        return False
    behind = tokens[figure.behind : figure.behind + INJECTS]
    if not words["put_in_as"].isdisjoint(behind[:1]) and not words["credit_given"].isdisjoint(behind):
        return False  # "pumped 9 billion in cheap credit into farming"
    at = central_bank(tokens[figure.clause[0] : verb], figure.story.language)
    return at is not None and words["no_injectors"].isdisjoint(tokens[figure.clause[0] + at + 1 : verb])
