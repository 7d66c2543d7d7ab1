"""Which noun or verb says what a figure measures: of those behind it and those before it the one that governs it most surely."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import leftward, rightward
from pipeline.interpret.measure.around import Around, Governor
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.phrase import Phrase, Phrases

ECONOMY = "gdp"
WORKFORCE = "employment"
MEASURES = {ECONOMY: "", WORKFORCE: "unemployment"}
"""What others are measured by: an economy what there is, the workforce those out of work."""


def governor(figure: Figure, phrases: Phrases) -> Governor | None:
    """The governor; None where no noun or verb around the figure names anything."""
    around = Around(figure, phrases)
    opens = around.at > 0 and around.tokens[around.at - 1] in around.closed["opening_marks"]
    if (0 <= around.at <= 1 or opens) and (fronted := rightward.fronted(around)) is not None:
        return fronted
    if figure.first <= 1 and (told := rightward.explained(around)) is not None:
        return told
    behind = rightward.noun(around)
    label = leftward.label(around)
    if label is not None:
        return label
    before = leftward.of(around)
    if behind is not None and behind.rule.endswith(("by in", "by on")):
        for_it = around.tokens[around.at] in around.closed["purpose_links"]  # "a deal with its creditors for $5m in loans"
        if before is not None and before.clue is not None and before.clue.last >= around.at - 1 and _balance(around, before) and not for_it:
            return before  # "a shortage of $5m in the money market"
        if (spent := leftward.spent(around)) is not None:
            return spent
    if behind is not None and (behind.weight > 0.9 or (behind.clue is None and around.agent())):
        return _measured_by(around, behind) if behind.clue is not None and behind.clue.key == WORKFORCE else behind
    if before is not None and before.clue is not None:
        return before
    if behind is not None and behind.clue is not None and (_shares(figure) or around.held(behind.clue) or _of_staff(around, behind)):
        return _measured_by(around, behind)
    verb = rightward.passive(around) or leftward.verb(around)
    if verb is not None and not (behind is not None and behind.clue is not None and behind.weight > verb.weight):
        return verb
    left = leftward.left(around)
    if behind is not None and behind.clue is not None and (left is None or left.clue is None):
        return _measured_by(around, behind)
    if left is not None and left.clue is not None:
        return left
    if figure.mention.optional:
        return left or before  # "twice that number": a share or multiple in words is of what it stands at, or of nothing told
    return (
        leftward.antecedent(around)
        or leftward.verb(around, nouns_too=True)
        or rightward.purpose(around)
        or leftward.nearest(around, left is None)
        or behind
        or left
        or before
    )


def _of_staff(around: Around, behind: Governor) -> bool:
    """ "it is cutting 10 pct of its workforce", whatever its sales did before."""
    if behind.clue is None or behind.clue.key != "employment" or around.figure.money:
        return False
    own = around.tokens[around.figure.behind : around.figure.behind + 2]
    return own[:1] == ["of"] and not around.closed["own"].isdisjoint(own[1:])


def _balance(around: Around, before: Governor) -> bool:
    """Whether what stands before a figure names a measure, or what a budget is short of: "a shortfall of $5m in this year's budget"."""
    if before.clue is None or before.clue.role == "noun":
        return before.clue is not None
    return around.tokens[before.clue.last] in around.closed["balances"]


def _measured_by(around: Around, behind: Governor) -> Governor:
    """ "the deficit, which swelled to 7 percent of GDP": an economy is what others are measured by."""
    if behind.clue is None or behind.clue.key not in MEASURES or not behind.rule.endswith("by of"):
        return behind
    before = leftward.antecedent(around) or leftward.nearest(around, False)
    if behind.clue.key != ECONOMY:  # "unemployment rose to 10.9 percent of the workforce"
        if before is not None and before.clue is not None and before.clue.key == MEASURES[behind.clue.key]:
            return before
        told = around.before(MEASURES[behind.clue.key])
        return behind if told is None else Governor(told, "noun before the figure", 0.7, Phrase(told.first, told.last))
    if before is None or before.clue is None or before.clue.key == ECONOMY:
        return behind
    named = before.clue.role in ("noun", "loose") and before.clue.key != "other"
    return before if named or not _shares(around.figure) else behind  # "tourism makes up 6 percent of GDP": a part of it


def _shares(figure: Figure) -> bool:
    """Whether a cue before the figure says that it is a part of a whole ("accounts for"), or before the one that it is joined to."""
    if figure.frame.role == "step" and figure.fact.statistic == "share":
        return True  # "will cut 10 percent of its workforce"
    cues = figure.sentence.of("share")
    if any(figure.start <= c.first and c.last < figure.first for c in cues):
        return True
    before = figure.previous
    if (
        before is None
        or figure.money
        or before.fact.statistic != "share"
        or figure.sentence.tokens[figure.first - 1] not in closed("joints", figure.story.language)
    ):
        return False
    return any(before.start <= c.first and c.last < before.first for c in cues)
