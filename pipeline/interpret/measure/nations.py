"""What a nation does by so many percent, told without its economy: "China grew 9 percent", "the region is expected to shrink by 2 percent"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import marked
from pipeline.interpret.measure.memory import Memory
from pipeline.interpret.measure.phrase import Phrase

FASTEST = 20
"""Percent beyond which no economy grows in a year."""

NEAR = 3
"""Tokens from a figure to its noun of growth, and from that and its preposition to a time."""


def grows(figure: Figure, subject: Phrase, memory: Memory) -> bool:
    """Whether the subject of a verb of growing is a nation, and nothing that is sold or made there was told of right before."""
    fact, move, language = figure.fact, figure.frame.move, figure.story.language
    if figure.money or fact.statistic != "growth" or fact.quantity.high > FASTEST or figure.frame.role != "step" or move is None:
        return False
    tokens = figure.sentence.tokens
    if tokens[move.last] not in closed("grown_by_nations", language) or subject.last > move.first:
        return False
    joints = closed("list_joints", language)
    if tokens[subject.first - 1] in joints and not joints.isdisjoint(tokens[subject.first : subject.last]):
        return False  # "its businesses in Europe, Asia and Africa grew"
    place = any(c.first >= subject.first and c.last == subject.last for c in figure.sentence.of("place"))
    if not place and tokens[subject.last] not in closed("nations", language):
        return False
    last = memory.last
    beside = last is not None and figure.number - last.number <= 1 and last.fact.statistic == "growth"
    return not beside or last is None or not (marked(last.fact.indicator, "money", language) or last.fact.indicator in ("other", "output"))


def foreseen(figure: Figure) -> bool:
    """ "Italy expects 1.4 percent growth for the year", "after 3 percent growth in 2009, Peru": growth on which nothing but a time hangs,
    in a sentence that speaks of a state."""
    fact, move, sentence = figure.fact, figure.frame.move, figure.sentence
    if figure.money or fact.quantity.unit != "percent" or fact.quantity.high > FASTEST or figure.frame.role != "moved" or move is None:
        return False
    tokens, language = sentence.tokens, figure.story.language
    if tokens[move.last] not in closed("movements", language) or move.first - figure.last > NEAR:
        return False
    if not closed("attaching", language).isdisjoint(tokens[move.last + 1 : move.last + 2]):
        between = (tokens[move.last + 2 : time.first] for time in figure.story.times(sentence) if time.first > move.last + 1)
        if not any(closed("determiners", language).issuperset(words) or words[-1:] == ["of"] for words in between if len(words) <= NEAR):
            return False
    if figure.story.organisations_in(sentence.start, sentence.end) and not sentence.of("place"):
        return False
    return bool(sentence.of("place")) or not closed("states_called", language).isdisjoint(tokens)
