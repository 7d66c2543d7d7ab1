"""A step in points by which a central bank moves its rate, told without the rate: "a half-point cut", "a 70 percent chance of a 25
basis point move", "the quarter-point easing to 4.75 percent"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.instrument import central_bank
from pipeline.interpret.measure.memory import Memory
from pipeline.lexicon import Sets

RATE = "interest_rate"
KEPT = frozenset({RATE, "reserve_requirement", "tax_rate", "tax_revenue", "budget_balance", "lending", "tariff"})
"""What else a state moves by points."""

BESIDE = 3
"""Tokens between a step and its noun: "a half percentage point, pre-emptive cut"."""

STEP = "indicator: a step of a central bank's rate"


def settle(figure: Figure, memory: Memory) -> None:
    """Take such a step for one of an interest rate, and the rate that it led to for that rate."""
    fact, words = figure.fact, sets(figure.story.language)
    if figure.money or fact.indicator in KEPT:
        return
    if fact.quantity.unit == "percent":
        _led_to(figure, memory, words)
        return
    if _moves(figure, memory, words):
        _name(figure, memory)


def _moves(figure: Figure, memory: Memory, words: Sets) -> bool:
    """Whether a noun for such a step stands right behind, of nothing else, where a central bank or its rates are spoken of."""
    tokens = figure.sentence.tokens
    behind = tokens[figure.last + 1 : figure.last + 1 + BESIDE]
    at = next((n for n, token in enumerate(behind) if token in words["rate_steps"]), None)
    if at is None or any(token not in words["step_kinds"] for token in behind[:at]):
        return False
    noun = figure.last + 1 + at
    if not words["attaching"].isdisjoint(tokens[noun + 1 : noun + 2]) and words["step_of"].isdisjoint(tokens[noun + 2 : noun + 7]):
        return False  # "a half-point cut in its margin", but "in January"
    return RATE in (*memory.named, *memory.theme) or central_bank(tokens, figure.story.language) is not None


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
