"""What a good is told at by the barrel, the ounce or the tonne: "crude slid to $60 a barrel", "$4-a-gallon gasoline", "lost 90 cents to
settle at $59 a barrel" are its price, whatever else the clause measures."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.lexicon import either

PRICE = "commodity_price"

NO_PRICES = frozenset({PRICE, "subsidy", "tariff", "tax_rate", "tax_revenue", "fine", "profit", "dividend", "deal_value", "eps", "aid"})
"""What is told by weight and is no price of a good, or one already."""

NOT_WEIGHED = frozenset(
    {
        "share_issue", "share_price", "debt_issue", "debt_relief", "bond_yield", "interest_rate", "exchange_rate", "current_account",
        "trade_balance", "trade_turnover", "exports", "imports",
    }
)  # fmt: skip
"""What is never told by weight: "the grade was raised $1.35 a barrel", "dealings were within 1,408 to 1,411 dlrs a tonne"."""

BEFORE = 12
"""Tokens before a figure in which its good stands."""

FAR = 18
"""The same where nothing else is measured."""

GOOD = 3
"""Tokens behind a figure and what it is counted by in which its good stands."""


def settle(figure: Figure) -> None:
    """Read such a sum as the price of the good that stands beside it."""
    fact = figure.fact
    if not figure.money or fact.quantity.per not in closed("weighed", figure.story.language):
        return
    if fact.indicator in NOT_WEIGHED:
        fact.indicator, fact.measure, fact.variant = PRICE, "price", ""
        figure.because("indicator: what is told by weight can be nothing but a price", 0.7)
        return
    if fact.statistic != "level":
        return
    if duty := _duty(figure):
        fact.indicator, fact.measure, fact.variant = "tariff", duty, ""
        figure.because("indicator: what is charged by weight", 0.8)
        return
    if fact.indicator in NO_PRICES:
        return
    if _of_good(figure) or (_moved(figure) and fact.indicator != "costs") or (fact.indicator in ("loss", "other") and _closed_at(figure)):
        fact.indicator, fact.measure = PRICE, "price"
        figure.because("indicator: what a good is told at by weight", 0.8)


def _duty(figure: Figure) -> str:
    """ "a 3.50 dlr a barrel tariff": what is charged on goods, right behind a sum told by weight, as it is called."""
    names = (c for c in figure.sentence.of("indicator") if c.key == "tariff" and 0 <= c.first - figure.behind <= GOOD)
    clue = next(names, None)
    if clue is None or figure.fact.indicator == "tariff":
        return ""
    between = figure.sentence.tokens[figure.behind : clue.first]
    words = sets(figure.story.language)
    counted = either(words["denominator_words"], words["weighed"], words["per_words"], words["told_by_weight"])
    return figure.story.text[clue.start : clue.end] if counted.issuperset(between) else ""


def _of_good(figure: Figure) -> bool:
    """ "at $150-a-barrel crude", "$4 per gallon gasoline": the good stands right behind."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    counted, goods = either(words["denominator_words"], words["weighed"], words["per_words"]), words["priced_goods"]
    at = figure.behind
    while at < len(tokens) and (tokens[at] in counted or tokens[at] in words["told_by_weight"]):
        at += 1
    if not words["not_prices"].isdisjoint([*figure.lead, *tokens[at + 1 : at + 2]]):
        return False  # "valued the fields at $19 per barrel of oil equivalent"
    return at > figure.behind and any(token in goods for token in tokens[at : at + 1])


def _moved(figure: Figure) -> bool:
    """ "lifted crude off lows below $33", "gasoline prices topping $4": the good stands before it with how high or low it is."""
    words, tokens = sets(figure.story.language), figure.sentence.tokens
    begin = figure.clause[0] if figure.fact.indicator == "other" else figure.start  # "Wheat with 12.5% protein was quoted at $238 a tonne"
    low = max(begin, figure.first - (BEFORE if begin == figure.start else FAR))
    lead = tokens[low : figure.first]
    goods = [n for n, token in enumerate(lead) if token in words["priced_goods"]]
    behind = tokens[figure.behind : figure.behind + GOOD + GOOD]
    if not goods or not words["not_prices"].isdisjoint([*figure.lead, *behind]):
        return False
    quoted = figure.fact.indicator == "other" and not words["quoted_at"].isdisjoint(lead[goods[-1] :])
    return quoted or not words["price_heights"].isdisjoint(lead[goods[-1] :])


def _closed_at(figure: Figure) -> bool:
    """ "lost 86 cents to settle at $51 a barrel"."""
    words, lead = sets(figure.story.language), figure.lead
    return not words["price_links"].isdisjoint(lead[-1:]) and not words["settling"].isdisjoint(lead[-GOOD:])
