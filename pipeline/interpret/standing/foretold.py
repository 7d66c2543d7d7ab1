"""The word of expectation that a finite verb hangs on: "predicted that orders rose", "expected to show that orders fell"."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import BREAK, Operator
from pipeline.interpret.standing.reach import among, reaches

SOURCE = 14
"""Tokens at the head of a sentence in which it is told according to whom."""


def foretold(figure: Figure, before: list[Operator], done: Operator) -> str | None:
    """The word of expectation that the finite verb `done` hangs on, None where it tells what was."""
    tokens = figure.sentence.tokens
    for op in reversed(before):
        between = _without_aside(tokens[op.last + 1 : done.first])
        if op.kind in (BREAK, "says") or among(figure, "foretelling_stops", between):
            return _to_show(figure, before, done) or _by_forecast(figure, before, done)
        shown = op.kind in ("will", "may") and among(figure, "shows", between[:2])
        named = op.role == "noun" or among(figure, "nouns_too", [tokens[op.first]])
        clause = not named or among(figure, "opens_clauses", between[:1])  # "predictions that it grew"
        if shown or (op.kind == "forecast" and clause and reaches(figure, op)):
            infinitive = between[:1] == ["to"] and not among(figure, "shows", between[:2])
            attribute = tokens[op.first - 1 : op.first] == ["-"] or (not between and op.role != "verb")
            return None if infinitive or attribute else tokens[op.first]
    return _by_forecast(figure, before, done)


def _without_aside(between: list[str]) -> list[str]:
    """What stands between a verb of expectation and a finite one without an aside: "forecast GDP, the broadest gauge, grew"."""
    opens = between.index(",") if "," in between else 0
    subject = between[:opens]
    if not subject or between[-1] != "," or opens == len(between) - 1 or any(token[0].isdigit() for token in subject):
        return between  # "Arden, which had forecast sales of $5 million, the most in years, lost"
    return subject


def _to_show(figure: Figure, before: list[Operator], done: Operator) -> str | None:
    """ "expect the report to show that orders fell and the jobless rate rose": what is shown goes on behind "and"."""
    tokens = figure.sentence.tokens
    op = next((o for o in reversed(before) if o.kind == "forecast" and o.role != "noun"), None)
    if op is None:
        return None
    between = tokens[op.last + 1 : done.first]
    shows = next((n for n, pair in enumerate(pairwise(between)) if pair[0] == "to" and among(figure, "shows", [pair[1]])), None)
    if shows is None or among(figure, "shown_stops", between[shows + 2 :]):
        return None
    return tokens[op.first]


def _by_forecast(figure: Figure, before: list[Operator], done: Operator) -> str | None:
    """ "According to the median forecast of economists, it grew", "According to a poll of analysts, sales fell": what they think has come about."""
    tokens = figure.sentence.tokens
    if tokens[:2] != ["according", "to"] or "," not in tokens[2 : min(done.first, SOURCE)]:
        return None
    source = tokens[2 : tokens.index(",")]
    foreseen = any(op.kind == "forecast" and op.role != "verb" and op.first < len(source) + 2 for op in before)
    asked = among(figure, "polls", source) and among(figure, "foreseers", source)
    return source[-1] if foreseen or asked else None
