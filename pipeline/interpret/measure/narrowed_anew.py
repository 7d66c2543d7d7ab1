"""By what the subject of its own part of a sentence narrows a figure of prices that names no measure anew, or only by a bare word:
"the core reading stood 1.8 pct higher", "overall prices rose 2.4 pct" behind core ones."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.cued import variants
from pipeline.interpret.measure.exclusion import LeftOut

REACH = 3
"""Tokens from what narrows to the word that it narrows: "core 12-month reading"."""


def settle(figure: Figure, left_out: list[LeftOut]) -> None:
    """Take the variant that stands nearest before the figure; what a bare word was said to be in full before holds no more behind "overall"."""
    fact, words = figure.fact, lexicon.sets("measure", figure.story.language)
    if fact.indicator not in words["narrowed_anew"]:
        return
    tokens, start = figure.sentence.tokens, figure.start
    joints = figure.words("clause_joins")  # "core and headline inflation" are told at once
    alone = (i for i in range(start, figure.first) if tokens[i] in words["narrowed_anew.whole"] and tokens[i - 1] not in joints)
    whole = _last(figure, list(alone))
    known = variants(fact.indicator, figure.story.language)
    told = [clue for clue in figure.sentence.of("variant") if clue.key in known and start <= clue.first and clue.last < figure.first]
    out = {i for left in left_out for i in range(left.first, left.last + 1)}
    part = _last(figure, [clue.last for clue in told if clue.first not in out])
    clue = figure.clue
    if clue is not None and clue.start > figure.sentence.starts[figure.last]:
        return  # "a rise in overall prices and a 0.2 pct gain in core ones"
    named = clue is not None and clue.start >= figure.sentence.start and start <= clue.first < figure.first
    if whole > part and fact.variant in words["narrowed_anew.core"] and (clue is None or not named or clue.first - whole <= REACH):
        fact.variant = ""
        fact.measure = " ".join(figure.story.text[figure.sentence.starts[whole] : figure.sentence.ends[_head(figure, whole)]].split())
        figure.because("variant: none, it is told of all of it")
    elif part > whole and not named and figure.frame.anchor is None and _opens(figure, start, part):
        key = next(clue.key for clue in told if clue.last == part)
        if fact.variant != key:
            fact.variant = key
            figure.because(f"variant: {key}, by the subject of its own part of the sentence")


def _opens(figure: Figure, start: int, at: int) -> bool:
    """Whether what narrows stands in the subject of its part: no link hangs it on something else ("fell on lower energy costs")."""
    return closed("prepositions", figure.story.language).isdisjoint(figure.sentence.tokens[start:at])


def _last(figure: Figure, places: list[int]) -> int:
    """The last of some tokens that narrow what follows; -1 where none does."""
    return max((at for at in places if _head(figure, at) > at), default=-1)


def _head(figure: Figure, at: int) -> int:
    """The token of the word that token `at` narrows; -1 where none follows before a link or a verb."""
    tokens, heads = figure.sentence.tokens, lexicon.sets("measure", figure.story.language)["narrowed_anew.heads"]
    for i in range(at + 1, min(figure.first, at + 1 + REACH)):
        if tokens[i] in heads:
            return i
        if not (tokens[i].isalnum() or tokens[i] == "-"):
            break
    return -1
