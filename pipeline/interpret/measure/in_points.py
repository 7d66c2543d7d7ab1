"""Basis points of what is told in none: those of a central bank's step ("the market wants 50 basis points"), of what it costs to insure
debt ("the iTraxx index widened to 92 basis points")."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.instrument import central_bank

NEVER = frozenset(
    {"share_price", "gdp", "employment", "consumer_spending", "confidence", "commodity_price", "foreign_reserves", "output", "aid", "stake"}
    | {"unemployment", "orders", "wages", "deal_value", "consumer_prices", "money_market", "tax_rate", "other"}
)
"""What basis points are taken for by what is told around them."""

BALANCES = frozenset({"budget_balance", "trade_balance", "current_account", "investment", "assets"})
"""What the gap between two yields is taken for: none of these stands at so many of them, though it may move by some."""

LATE = frozenset({"bond_yield", "interest_rate", "revenue", "public_debt", "lending", "debt_issue", "costs"})
"""What they are taken for by the debt that is insured, where nothing since the insurance names a yield."""

INSURANCE = "credit default swaps"
"""What measures the price of insurance, however a story calls it."""

NEAR = 6
"""Tokens behind such points in which the step is named."""


def settle(figure: Figure) -> None:
    """Read such points again by the words of their sentence."""
    fact = figure.fact
    if fact.quantity.unit != "basis_point" or fact.indicator not in NEVER | LATE | BALANCES:
        return
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    late = fact.indicator in LATE
    insured = _of_insurance(figure) if late else not words["insured_by"].isdisjoint(tokens)
    if insured:
        indicator = "other"
    elif not late and _step(figure):
        indicator = "interest_rate"
    elif not late and fact.statistic == "level":
        indicator = "bond_yield" if not words["yields_told"].isdisjoint(tokens) else "other"  # "the gap between two yields narrowed to 230"
    else:
        return
    if fact.indicator != indicator:
        fact.indicator = indicator
        fact.measure = "" if indicator == "interest_rate" else INSURANCE if insured else fact.measure
        figure.because("indicator: points of what is told in them", 0.75)


def _of_insurance(figure: Figure) -> bool:
    """ "Swaps on ten-year Treasury debt widened to 26 basis points": whether points are what it costs to insure debt, told before, and no yield since."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    at = next((i for i in range(figure.first - 1, -1, -1) if tokens[i] in words["debt_insured_by"] and tokens[i - 1 : i] != ["-"]), None)
    return at is not None and words["yields_called"].isdisjoint(tokens[at : figure.first])


def _step(figure: Figure) -> bool:
    """ "another 50 basis points of easing", "if you don't get 50 basis points next week" where a bank is told of."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    behind = tokens[figure.behind : figure.behind + NEAR]
    at = next((n for n, token in enumerate(behind) if token in words["steps_of_rates"]), None)
    if at is not None and not words["amount_links"].isdisjoint(behind[:1]):
        return words["not_of_rates"].isdisjoint(behind[at + 1 :])
    if figure.fact.indicator == "other" or not words["not_of_rates"].isdisjoint(tokens):
        return False
    return central_bank(tokens, figure.story.language) is not None and not words["steps_of_rates"].isdisjoint(tokens)
