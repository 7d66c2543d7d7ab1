"""What a firm's word means where a figure turned out to be a state's: a state seldom has deals, never sells shares of its own, and spends.

"We purchased $300 billion" in a story of a central bank is help to the market, "China sold $500 billion of goods to the United States" is
exports, "investors bought $115 billion of foreign securities" nothing that has a name, and the cost of a plan is government spending.
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import BESIDE, Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.instrument import central_bank
from pipeline.lexicon import Sets

DEAL, SHARES, COSTS, SPENDING = "deal_value", "share_issue", "costs", "government_spending"

RULE = "indicator: what is no deal of a state"

DEAR = 10_000_000
"""Below this is what a household pays at once."""

PLAN = 5
"""Tokens behind "the cost" in which the plan stands."""

THING = 9
"""Tokens behind a sum, or between a verb and it, in which stands what is bought."""


def settle(figure: Figure) -> None:
    """Read a deal, an issue of shares or a cost that is a state's as what it is; what is set beside a figure follows it."""
    fact, clue = figure.fact, figure.clue
    if fact.indicator not in (DEAL, SHARES, COSTS) or clue is None or fact.entity not in lexicon.entries("places", figure.story.language):
        return
    if figure.story.is_organisation(fact.entity):
        return  # "MDA" is a firm, and Moldova
    words, anchor = sets(figure.story.language), figure.frame.anchor
    if anchor is not None and anchor.clue is clue:
        found = anchor.fact.indicator if RULE in anchor.fact.rules else None
    elif fact.indicator != COSTS and figure.money and not words["wiped_off"].isdisjoint(figure.sentence.tokens[slice(*figure.clause)]):
        found = "market_value"
    elif fact.indicator == DEAL:
        found = _deal(figure, clue, words)
    elif fact.indicator == COSTS:
        found = _cost(figure, clue, words) if figure.money else None
    else:
        tokens = [*figure.sentence.tokens, *(figure.story.sentence(figure.number - 1).tokens if figure.number else ())]
        sold = not words["raising_shares"].isdisjoint(tokens) and not words["shares_sold"].isdisjoint(tokens)
        found = None if sold or not words["issues_of_many"].isdisjoint(tokens) else "other"
    if found is not None:
        fact.indicator = found
        figure.because(RULE, 0.6)


def _deal(figure: Figure, clue: Clue, words: Sets) -> str | None:
    """What a state buys, sells, pays or offers; None where it is a firm, a part of one, a contract or all deals of its market."""
    tokens = figure.sentence.tokens
    low, high = figure.clause
    if not words["deals_of_states"].isdisjoint(tokens[low:high]):
        return None
    said = tokens[clue.first : clue.last + 1]
    if (
        figure.fact.quantity.unit == "percent"
        and figure.fact.statistic == "level"
        and not words["rates_dealt_at"].isdisjoint(tokens[low:high])
    ):
        return "interest_rate"
    near = (
        *tokens[max(low, clue.first - THING) : clue.first],
        *tokens[clue.last + 1 : clue.last + 1 + THING],
        *tokens[figure.behind : figure.behind + THING],
    )
    bought, private = not words["buying_of_states"].isdisjoint(said), not words["private_buyers"].isdisjoint(tokens[low:high])
    if (bought or not words["supplying_funds"].isdisjoint(near)) and not private and _of_bank(figure):
        return "money_market"
    if not words["papers_of_states"].isdisjoint(near):
        return "other" if bought or private or not figure.money else "debt_issue"
    goods = figure.fact.statistic == "level" and figure.fact.quantity.high >= DEAR and not words["wares_of_states"].isdisjoint(near)
    if goods and not private:
        return "imports" if bought or not words["paying_of_states"].isdisjoint(said) else "exports"
    if not words["paying_of_states"].isdisjoint(said) and clue.role == "verb" and figure.fact.quantity.high >= DEAR:
        return SPENDING
    return "other"


def _cost(figure: Figure, clue: Clue, words: Sets) -> str | None:
    """What is a cost to a firm and none to a state: what it takes, and what it spends."""
    tokens = figure.sentence.tokens
    if tokens[clue.last] in words["taxes_taken"] and figure.fact.quantity.high >= DEAR and figure.frame.role not in BESIDE:
        if words["taxed_nouns"].isdisjoint(tokens[clue.last + 1 : clue.last + 2]):
            return "tax_revenue"  # "proposed a $9 billion tax on banks"; but "tax abuses"
    return SPENDING if _outlay(figure, clue, words) else None


def _outlay(figure: Figure, clue: Clue, words: Sets) -> bool:
    """ "the cost of their plan", "$9 billion in savings" of a budget, "its interest payments": what a state spends or saves of what it would."""
    tokens = figure.sentence.tokens
    said = tokens[clue.first : clue.last + 1]
    if " ".join(said) in words["wage_bills"]:
        return True
    if said[-1] in words["savings_called"]:
        if not words["private_savers"].isdisjoint(tokens) or not words["saved_at"].isdisjoint(tokens[clue.last : figure.first]):
            return False  # "save consumers", "savings fell to an annual rate of"
        return not words["budgets_called"].isdisjoint((*tokens, *figure.story.heads()))
    paid = tokens[max(0, clue.first - 2) : clue.last + 1]
    if not words["state_payments"].isdisjoint(paid) and not words["paid_on_debt"].isdisjoint(paid):
        return True
    behind = tokens[clue.last + 1 : clue.last + 1 + PLAN]
    if said[-1] in words["paid_on_debt"] and behind[:1] == ["on"]:
        return not words["debts_called"].isdisjoint(behind)  # "Interest on the public debt"
    return behind[:1] == ["of"] and not words["plans_of_states"].isdisjoint(behind)


def _of_bank(figure: Figure) -> bool:
    """Whether a sentence or the head of its story tells of a central bank."""
    return central_bank([*figure.sentence.tokens, ".", *figure.story.heads()], figure.story.language) is not None
