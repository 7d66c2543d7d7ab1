"""What a country pays back to those abroad who lent to it: "repaid the $5 million it owed to the IMF", "handed over $5 million to the Paris Club"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.counted import SUM
from pipeline.interpret.measure.doings import of_country
from pipeline.lexicon import Sets

TAKEN_FOR = frozenset({"other", "costs", "deal_value", "government_spending", "fine", "wages", "debt_issue"})
"""What such a sum is taken for by the verb alone."""

VERB = 6
"""Tokens before a sum in which the verb stands."""

TO = 8
"""Tokens behind a sum in which whom it is paid to stands."""

CALLED = 5
"""Tokens behind "to" in which a lender is named."""


def settle(figure: Figure) -> None:
    """Take such a sum for foreign debt."""
    fact, words = figure.fact, sets(figure.story.language)
    if not figure.money or fact.indicator not in TAKEN_FOR or fact.quantity.high < SUM or fact.statistic != "level":
        return
    if not words["unpaid_called"].isdisjoint(figure.lead) and figure.clue is None and of_country(figure):
        _is(figure, "what a country is behind with")
        return
    if _serviced(figure, words):
        _is(figure, "what a country pays on its debt abroad")
        return
    paying = words["paying_back"] | words["handing_over"]
    low = max(figure.clause[0], figure.first - VERB)
    verb = next((i for i in range(figure.first - 1, low - 1, -1) if figure.sentence.tokens[i] in paying), None)
    if verb is None:
        return
    behind = figure.sentence.tokens[verb : figure.first]
    back = behind[0] in words["paying_back"] or "back" in behind
    if fact.indicator == "debt_issue" and not (back and _owed(figure, words)):
        return  # "repaid $5 million of bonds"
    if (_to_lender(figure, words, behind[1:]) or (back and _owed(figure, words))) and of_country(figure):
        _is(figure, "what a country pays back abroad")


def _is(figure: Figure, rule: str) -> None:
    figure.fact.indicator, figure.fact.measure, figure.fact.variant = "foreign_debt", "debt", ""
    figure.because(f"indicator: {rule}", 0.8)


def _to_lender(figure: Figure, words: Sets, object_: list[str]) -> bool:
    """ "$5 million to the IMF", "to foreign creditors", or right behind the verb: "repay the IMF $5 million"."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + TO]
    to = behind[behind.index("to") :][:CALLED] if "to" in behind else []
    return _lender(to, words) or _lender(object_, words)


def _lender(called: list[str], words: Sets) -> bool:
    """Whether those who lend to states are named, by one word or by two."""
    pairs = (f"{one} {other}" for one, other in pairwise(called))
    return not words["state_lenders"].isdisjoint([*called, *pairs]) or not words["creditors_called"].isdisjoint(called)


def _serviced(figure: Figure, words: Sets) -> bool:
    """ "spends $5 million a year servicing its foreign debt"."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + TO]
    at = next((i for i, token in enumerate(behind) if token in words["servicing"]), None)
    return at is not None and not words["owed_abroad"].isdisjoint(behind[at:]) and not words["owing_words"].isdisjoint(behind[at:])


def _owed(figure: Figure, words: Sets) -> bool:
    """ "repaid $5 million that it owed to Norway", "paid back $5 million of foreign debt"."""
    behind = figure.sentence.tokens[figure.behind : figure.behind + TO]
    return not (words["owing_words"] | words["owing_verbs"]).isdisjoint(behind)
