"""What may have been: a guess of the past, or a fact whose effect is guessed ("may have cost $5 million", "a 5 pct rise may have helped")."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among

ADVERBS = 2
"""Tokens between a modal verb and its "have": "may well have"."""

BEEN = 4
"""Tokens between "has been" and what a forecast was."""

NEAR = 14
"""Tokens between the participle and the figure that it is said of."""

BY = 12
"""Tokens between "by" and a figure of what was done: "by reporting a record"."""


def participle(figure: Figure, op: Operator) -> int | None:
    """ "may well have cost": where the participle of a modal perfect stands."""
    tokens, at = figure.sentence.tokens, op.last + 1
    while at <= op.last + ADVERBS and among(figure, "in_modals", tokens[at : at + 1]):
        at += 1
    if not among(figure, "perfect", tokens[at : at + 1]):
        return None
    at += 1
    while at < len(tokens) and among(figure, "in_modals", tokens[at : at + 1]):
        at += 1
    done = tokens[at] if at < len(tokens) else ""
    regular = done.endswith("ed") and not done.startswith("un")  # "may have unintended consequences"
    return at if regular or among(figure, "participles_done", [done]) else None


def told_by(figure: Figure, op: Operator) -> tuple[str, str] | None:
    """What a modal perfect makes of a figure, and why: before its verb a fact, where it is what may have done something."""
    tokens = figure.sentence.tokens
    word = tokens[op.first]
    if not among(figure, "maybe", [word]) or (done := participle(figure, op)) is None:
        return None
    if figure.first < op.first:
        undergoes = tokens[done] == "been" or among(figure, "gone_by_itself", tokens[done : done + 1])
        return ("estimate", f"by {word!r} of what was") if undergoes else ("actual", f"it {word} have done something")
    lead = tokens[max(done, figure.first - BY) : figure.first]
    if figure.first - done > NEAR:
        return None  # "he may have gone too far when he said that it pays $65"
    by = next((n for n in range(len(lead) - 1) if lead[n] == "by" and lead[n + 1].endswith("ing")), None)
    return ("estimate", f"by {word!r} of what was") if by is None else ("actual", "by doing it")


def has_been(figure: Figure, op: Operator) -> bool:
    """ "the average forecast had been for $1.09 billion", "the target has been set at": what a noun of expectation is, behind "has been"."""
    behind = figure.sentence.tokens[op.first + 1 : figure.first]
    if behind[:1] != ["been"]:
        return False
    if among(figure, "been_set", behind[1:2]):
        return among(figure, "moved_to", figure.lead[-1:])
    hedges = figure.words("before_figure")
    return len(behind) <= BEEN and all(t in hedges or among(figure, "predicted_for", [t]) for t in behind[1:])
