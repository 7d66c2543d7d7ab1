"""What a verb of the past tells that hangs on a word of guessing, or of seeing ahead: "estimates it lost", "saw exports falling"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import Operator
from pipeline.interpret.standing.reach import among, attribute, measures

ADVERBS = 3
"""Tokens in which the main verb follows its auxiliary."""

HAD_SEEN, WHO = 6, 8
"""Tokens from "had" to "seen", and before it those in which it is told who had."""

WHEN, WHO_DID = 4, 4
"""Tokens between a verb of estimate and its "that" ("estimated in March that"), and those of who did something, where it has none."""

UNDER_WAY = "ing"
"""The ending of a verb of what is under way."""


def guessed(figure: Figure, before: list[Operator], done: Operator) -> bool:
    """ "estimated that the loss was": the word of estimate that a clause about the past or the present hangs on."""
    tokens = figure.sentence.tokens
    if len(before) > 1 and among(figure, "have_done_it", [tokens[before[-1].first]]) and done.first - before[-1].last <= ADVERBS:
        done, before = before[-1], before[:-1]  # "estimated that growers had sold"
    op = before[-1] if before else None
    if op is None or op.role == "noun" or (op.first and figure.story.text[figure.sentence.starts[op.first]].isupper()):
        return False  # "according to Reuters Estimates"
    if not (op.kind == "estimate" or among(figure, "opinions", [tokens[op.first]])):
        return False
    between = tokens[op.last + 1 : done.first]
    if among(figure, "foretelling_stops", between):
        return False
    if among(figure, "guess_opens", between[:1]) or "that" in between[:WHEN]:
        return True
    if any(op.last < first < done.first for first, _ in figure.spans):
        return False
    return 0 < len(between) <= WHO_DID and not attribute(figure, op) and op.first > 0


def saw_coming(figure: Figure, op: Operator) -> str | None:
    """ "they saw exports falling by": who saw what was under way saw it coming; "saw exports fall" tells what came about."""
    tokens = figure.sentence.tokens
    if (seen_before := _had_seen(figure, op)) is not None:
        return seen_before
    if not among(figure, "seeing", [tokens[op.first]]):
        return None
    if figure.lead[-1:] == ["at"] and among(figure, "foreseers", tokens[max(0, op.first - ADVERBS) : op.first]):
        return tokens[op.first]  # "economists saw the year-end deficit at 3 billion"
    seen = tokens[op.last + 1 : figure.first]
    told_of = among(figure, "possessives", seen) or among(figure, "quoted", seen) or not figure.words("articles").isdisjoint(seen[:1])
    if measures(figure, "seen_at") and "at" in seen and not told_of:
        return tokens[op.first]  # "it saw revenue at $10 billion"
    moving = (c for c in figure.sentence.of("direction") if op.last < c.first < figure.first)
    return tokens[op.first] if any(tokens[c.last].endswith(UNDER_WAY) for c in moving) else None


def _had_seen(figure: Figure, op: Operator) -> str | None:
    """ "Analysts had on average seen profit at 3 million", "the median forecast had been for a rise": what they had reckoned with."""
    tokens = figure.sentence.tokens
    told, before = tokens[op.last + 1 : min(op.last + 1 + HAD_SEEN, figure.first)], tokens[max(0, op.first - WHO) : op.first]
    if not among(figure, "had_seen.auxiliaries", [tokens[op.first]]):
        return None
    was = among(figure, "had_seen.views", before) and among(figure, "had_seen.were", told)
    if among(figure, "relatives", before) and not (was and among(figure, "predicted_for", told)):
        return None
    seen = next((token for token in told if among(figure, "had_seen", [token])), None) if among(figure, "foreseers", before) else None
    return seen or (told[0] if was else None)
