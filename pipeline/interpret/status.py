"""How firmly a figure is said: actual, estimate, forecast, target, plan or hypothetical; and whether it revises another."""

from __future__ import annotations

from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.story import Story
from pipeline.lexicon import words

REACH = {"target": 13, "plan": 12, "forecast": 14, "estimate": 6, "hypothetical": 10}
ORDER = ("hypothetical", "target", "forecast", "plan", "estimate")


class Status:
    """Settles `status` and `revision`."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def settle(self, figure: Figure) -> None:
        fact, anchor = figure.fact, figure.frame.anchor
        if figure.frame.role == "converted" and anchor is not None:
            fact.status, fact.revision = anchor.fact.status, anchor.fact.revision
            return
        fact.status, rule = status(figure.sentence, figure.first, figure.last, figure.start, self.story.language)
        figure.because(f"status: {rule}")
        fact.revision = revision(figure.sentence, figure.first, figure.last)


def status(sentence: Sentence, first: int, last: int, start: int, language: str) -> tuple[str, str]:
    """The status of the figure at tokens `first`..`last`, with the rule; cues before token `start` belong to another figure."""
    best: tuple[float, str, str] | None = None
    for clue in sentence.clues:
        if not clue.kind.startswith("status."):
            continue
        kind = clue.kind.partition(".")[2]
        if clue.last < first:
            distance, limit = first - clue.last, REACH[kind]
            if clue.first < start:
                distance += 6
            between = sentence.tokens[clue.last + 1 : first]
            if ";" in between or not words("actual_between", language).isdisjoint(between):
                continue
        else:
            distance, limit = clue.first - last + 1, 4
            if "," in sentence.tokens[last + 1 : clue.first]:
                continue
        if distance > limit or (
            kind == "forecast"
            and sentence.tokens[max(0, clue.first - 1)] in words("measured_by_expectation", language)
            and clue.last < first
        ):
            continue
        score = distance + ORDER.index(kind) * 0.5
        if best is None or score < best[0]:
            best = (score, kind, " ".join(sentence.tokens[clue.first : clue.last + 1]))
    return (best[1], f"status by {best[2]!r}") if best else ("actual", "stated as fact")


def revision(sentence: Sentence, first: int, last: int) -> str | None:
    """`from` for a figure that another supersedes, `to` for the one that replaces it."""
    for clue in sentence.clues:
        if clue.kind == "revision.from" and (0 < first - clue.last <= 6 or 0 < clue.first - last <= 3):
            return "from"
    for clue in sentence.clues:
        if clue.kind != "revision.to":
            continue
        between = sentence.tokens[clue.last + 1 : first] if clue.last < first else None
        if between is not None and len(between) <= 5 and "," not in between:
            return "from" if "from" in between else "to"
    return None
