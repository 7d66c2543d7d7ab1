"""A step in points by which a central bank moves its rate, told without the rate: "a half-point cut", "a 70 percent chance of a 25
basis point move", "the quarter-point easing to 4.75 percent"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.instrument import central_bank
from pipeline.interpret.measure.memory import Memory
from pipeline.lexicon import Sets

RATE = "interest_rate"
YIELD = "bond_yield"
KEPT = frozenset({RATE, "reserve_requirement", "tax_rate", "tax_revenue", "budget_balance", "lending", "tariff"})
"""What else a state moves by points."""

BESIDE = 3
"""Tokens between a step and its noun: "a half percentage point, pre-emptive cut"."""

FAR = 8
"""Tokens before a step within which its verb stands."""

STEP = "indicator: a step of a central bank's rate"


def settle(figure: Figure, memory: Memory) -> None:
    """Take such a step for one of an interest rate, and the rate that it led to for that rate."""
    fact, words = figure.fact, sets(figure.story.language)
    if figure.money or fact.indicator in KEPT or (fact.indicator == YIELD and figure.clue is not None):
        return
    if fact.quantity.unit == "percent":
        if fact.indicator == "other" and _stays(figure, words):
            fact.statistic, fact.direction = "level", None
            _name(figure, memory)
        else:
            _led_to(figure, memory, words)
        return
    if (_moves(figure, words) or _moved_by(figure, words)) and _of_bank(figure, memory):
        _name(figure, memory)


def _of_bank(figure: Figure, memory: Memory) -> bool:
    """Whether a central bank or its rates are spoken of."""
    return RATE in (*memory.named, *memory.theme) or central_bank(figure.sentence.tokens, figure.story.language) is not None


def _stays(figure: Figure, words: Sets) -> bool:
    """ "The central bank stood pat at 6 percent": where a bank that does nothing leaves its rate."""
    lead = figure.lead
    at = next((n for n in range(len(lead) - 1, max(0, len(lead) - 1 - BESIDE), -1) if lead[n] == "at"), None)
    if at is None or lead[at - 1] not in words["rate_stays"]:
        return False
    return central_bank(figure.sentence.tokens[figure.clause[0] : figure.first], figure.story.language) is not None


def _moved_by(figure: Figure, words: Sets) -> bool:
    """ "expect it to cut again by 50 basis points", "a move of a quarter point": a verb or a noun of such a step before, of nothing else."""
    lead = figure.bare_lead()[-FAR:]
    if not words["points_of"].isdisjoint(lead[-1:]):
        return not words["rate_steps"].isdisjoint(lead[-2:-1])
    at = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] not in words["steps_between"]), None)
    return at is not None and lead[at] in words["rate_moved"]


def _moves(figure: Figure, words: Sets) -> bool:
    """Whether a noun for such a step stands right behind, of nothing else."""
    tokens = figure.sentence.tokens
    behind = tokens[figure.behind : figure.behind + BESIDE]
    at = next((n for n, token in enumerate(behind) if token in words["rate_steps"]), None)
    if at is None or any(token not in words["step_kinds"] for token in behind[:at]):
        return False
    noun = figure.behind + at
    # "a half-point cut in its margin", but "in January"
    return words["attaching"].isdisjoint(tokens[noun + 1 : noun + 2]) or not words["step_of"].isdisjoint(tokens[noun + 2 : noun + 7])


def _led_to(figure: Figure, memory: Memory, words: Sets) -> None:
    """ "ended with a half-point ease to 4.75 percent"."""
    before = figure.previous
    if before is None or STEP not in before.fact.rules or figure.frame.role != "reached" or len(figure.lead) > BESIDE + 1:
        return
    if not words["rate_steps"].isdisjoint(figure.lead) and figure.lead[-1:] == ["to"]:
        figure.fact.statistic, figure.fact.direction = "level", None
        _name(figure, memory)


def _name(figure: Figure, memory: Memory) -> None:
    figure.fact.indicator = RATE
    figure.fact.measure, figure.fact.variant = memory.said.rate()
    figure.because(STEP, 0.75)
