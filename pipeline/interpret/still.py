"""Growths of zero in words: "consumer prices were unchanged in May" is news, "shares were flat" a word in passing."""

from __future__ import annotations

from itertools import pairwise

from pipeline import lexicon
from pipeline.interpret.clue import coded
from pipeline.interpret.figure import Figure
from pipeline.recognise.percent import STILL

AHEAD = 10
"""Tokens behind the word in which what stayed has its level: "was unchanged in April from March at 48.6"."""


def passing(figure: Figure) -> bool:
    """Whether a word that says that nothing moved tells no growth of a statistic."""
    return figure.mention.rule == STILL and not (_of_statistic(figure) and _itself(figure))


def _of_statistic(figure: Figure) -> bool:
    """A statistic of a place that is told for a period; "inflation was unchanged" is one of a rate."""
    fact, words = figure.fact, lexicon.sets("statistic", figure.story.language)
    return (
        fact.period is not None
        and fact.indicator in words["still.indicators"]
        and fact.entity is not None
        and coded(fact.entity)
        and words["still.rates"].isdisjoint(fact.measure.casefold().split())
    )


def _itself(figure: Figure) -> bool:
    """Whether what did not move is the statistic: no growth that was told before, no level, nothing of a week."""
    words, sentence = lexicon.sets("statistic", figure.story.language), figure.sentence
    ahead = sentence.tokens[figure.behind : min(figure.behind + AHEAD, len(sentence.tokens))]
    if any(word in words["still.at"] and after[:1].isdigit() for word, after in pairwise(ahead)):
        return False
    if not words["still.weeks"].isdisjoint(ahead):
        return False
    return not any(other.first >= figure.clause[0] for other in figure.earlier)
