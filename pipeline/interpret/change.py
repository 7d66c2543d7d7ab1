"""Whether a figure is a level, a growth, a change or a share, and which way it went."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.interpret.clue import Clue, Sentence
from pipeline.lexicon import words

REACH = 9


class Statistic(NamedTuple):
    """statistic, direction, and the rule that told."""

    statistic: str
    direction: str | None
    rule: str


def _direction(clue: Clue) -> str:
    return clue.kind.partition(".")[2]


def statistic(sentence: Sentence, first: int, last: int, unit: str, previous_end: int, language: str) -> Statistic:
    """The statistic of the figure at tokens `first`..`last` in `unit`; tokens before `previous_end` belong to another figure."""
    relative = "growth" if unit == "percent" else "change"
    tokens = sentence.tokens
    before = tokens[first - 1] if first else ""
    after = tokens[last + 1] if last + 1 < len(tokens) else ""
    moves = [c for c in sentence.clues if c.kind.startswith("direction.")]
    noun = next(
        (
            c
            for c in moves
            if c.role != "verbs" and 0 < c.first - last <= 3 and words("noun_stops", language).isdisjoint(tokens[last + 1 : c.first])
        ),
        None,
    )
    if noun is not None and noun.kind != "direction.flat":
        return Statistic(relative, _direction(noun), "noun of movement after")
    comparative = next(
        (c for c in moves if c.first == last + 1 and c.role != "nouns" and tokens[c.first] in words("comparatives", language)), None
    )
    if comparative is not None and (tokens[comparative.first] not in words("steps_without_comparison", language) or not unit.isupper()):
        return Statistic(relative, _direction(comparative), "comparative after")
    if unit == "percent" and (after in words("whole_after", language) or (after == "-" and tokens[last + 2 : last + 3] == ["owned"])):
        if not _move_before(sentence, first, previous_end, moves, language):
            return Statistic("share", None, "percentage of a whole")
    if unit == "percent" and any(c.kind == "share" and c.last < first and first - c.last <= 3 for c in sentence.clues):
        return Statistic("share", None, "part of a whole")
    if before == "to":
        return Statistic("level", None, "value reached")
    move = _move_before(sentence, first, previous_end, moves, language)
    if move is not None:
        return Statistic(relative, _direction(move), "verb of movement before")
    return Statistic("level", None, "value stated")


def _move_before(sentence: Sentence, first: int, previous_end: int, moves: list[Clue], language: str) -> Clue | None:
    """A movement word whose step the figure is: only hedges, "by" and a period may stand between."""
    for clue in reversed(moves):
        if clue.last >= first or clue.first < previous_end or first - clue.last > REACH:
            continue
        between = sentence.tokens[clue.last + 1 : first]
        if sentence.tokens[clue.first] in words("after_only", language):
            continue
        if (
            between[-1:] == ["of"]
            and between[-2:-1]
            and between[-2] in words("pace", language)
            and "to" not in between
            and clue.role != "nouns"
        ):
            return clue
        if clue.role == "nouns" and not ({"of", "by"} & set(between)):
            continue
        if (
            between
            and between[-1] in words("value_reached", language)
            and not (between[-1] == "of" and clue.role == "nouns")
            and between[-3:] != ["up", "to"]
        ):
            continue
        free = [t for t in between if t not in words("step_words", language) and not t.isdigit()]
        if len(free) <= 3 and words("step_stops", language).isdisjoint(between[:-1] if between[-2:] == ["up", "to"] else between):
            return clue
    return None
