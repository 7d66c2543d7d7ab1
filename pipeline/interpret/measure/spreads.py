"""How far the yield of bonds is above another, and what bonds are said to yield, where no noun of a yield stands.

"The premium investors demand to hold Spanish debt over German bunds", "Ten-year gilts yielded 4 pct", "paid 6 pct to sell its bonds".
"""

from __future__ import annotations

from pipeline.interpret import movement
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.lexicon import Sets

TAKEN = frozenset({"other", "interest_rate", "costs", "deal_value", "lending", "debt_issue", "public_debt", "foreign_debt", "stake"})
"""What a distance between yields is taken for by what stands around it."""

UNNAMED = frozenset({"other", "costs", "profit", "debt_issue", "stake", "assets", "deal_value", "investment", "share_price"})
"""What a rate that bonds are said to yield is taken for."""

BORROWED = 6
"""Tokens behind a rate in which it is told what it is paid for: "paid 6 percent to borrow for six months"."""

DEMANDED = 3
"""Tokens behind a premium in which it is told who demands it."""


def settle(figure: Figure) -> None:
    """Take such a distance, and such a rate, for a yield."""
    fact = figure.fact
    if figure.money:
        return
    words = sets(figure.story.language)
    if fact.quantity.unit in movement.POINTS:
        if fact.indicator in TAKEN and (noun := _apart(figure, words)) is not None:
            fact.indicator, fact.measure = "bond_yield", noun
            figure.because("indicator: how far a yield is above another", 0.8)
    elif fact.indicator in UNNAMED and not figure.mention.optional and (_yielded(figure, words) or _paid(figure, words)):
        fact.indicator, fact.measure, fact.variant = "bond_yield", "yield", ""
        fact.statistic, fact.direction = "level", None
        figure.because("indicator: what bonds are said to yield", 0.8)


def _apart(figure: Figure, words: Sets) -> str | None:
    """The noun of a distance told before points, where it is one of bonds and nothing else is told in between that moves by points."""
    tokens = figure.sentence.tokens
    at = next((i for i in range(figure.first - 1, -1, -1) if tokens[i] in words["spreads_called"]), None)
    if (
        at is None
        or not words["spread_stops"].isdisjoint(tokens[at + 1 : figure.first])
        or not words["spreads_of_money"].isdisjoint(tokens)
    ):
        return None
    demanded = tokens[at] in words["premiums"] and not words["demanding"].isdisjoint(tokens[at + 1 : at + 1 + DEMANDED])
    return tokens[at] if demanded or not words["bonds_apart"].isdisjoint(tokens) else None


def _yielded(figure: Figure, words: Sets) -> bool:
    """ "Ten-year gilts yielded 4 pct": a verb of yielding right before a rate, and bonds before the verb."""
    lead = figure.bare_lead(words["hedges"])
    return not words["yields_so"].isdisjoint(lead[-1:]) and not words["bonds_apart"].isdisjoint(figure.sentence.tokens[: figure.first])


def _paid(figure: Figure, words: Sets) -> bool:
    """ "Italy paid 6 percent to borrow for six months", "had to pay 5 percent to sell ten-year bonds"."""
    tokens = figure.sentence.tokens
    if words["paid_to_borrow"].isdisjoint(figure.bare_lead(words["hedges"])[-1:]):
        return False
    behind = tokens[figure.behind : figure.behind + BORROWED]
    if behind[:1] != ["to"] or len(behind) < 2:
        return False
    return behind[1] in words["borrows"] or (behind[1] in words["sells_paper"] and not words["bonds_apart"].isdisjoint(behind))
