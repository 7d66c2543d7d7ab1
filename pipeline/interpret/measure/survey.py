"""What part of those asked in a survey looks forward to something: "59 pct of retailers expect higher sales", "six pct expecting"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.parts import counts
from pipeline.lexicon import either

ASKED = 14
"""Tokens between a percentage and what those asked expect."""

PEOPLE = 6
"""Tokens between a percentage and those whom it counts."""


def surveyed(figure: Figure) -> bool:
    """Whether a percentage counts people or firms by what they expect, which is their confidence."""
    if figure.money or figure.mention.quantity.unit != "percent":
        return False
    language, tokens, at = figure.story.language, figure.sentence.tokens, figure.behind
    outlooks = closed("outlooks", language)
    if at < len(tokens) and tokens[at] in (",", "-", "\u2013", "\u2014") and tokens[figure.first - 1] == tokens[at]:
        at += 2 if tokens[at : at + 2] == ["-", "-"] else 1  # "a strong majority -- 88 percent -- see"
    here = tokens[at] if at < len(tokens) else ""
    if here in outlooks:
        return here not in closed("passive_outlooks", language)
    if here == "said":
        return not outlooks.isdisjoint(tokens[at + 1 : at + 4])
    if here != "of":
        return False
    until = next((a for a, _ in figure.spans if a > at), len(tokens))
    behind = tokens[at + 1 : min(until, at + 1 + ASKED)]
    asked = people(behind, language)
    if asked is None:
        return False
    told = next((n for n in range(asked + 1, len(behind)) if behind[n] in outlooks), None)
    if told is None or behind[told - 1] in either(closed("be", language), closed("determiners", language)):
        return False  # "16 percent of the workers, due to an expected downturn"
    return "," not in behind[asked:told]


def people(behind: list[str], language: str) -> int | None:
    """Where those who are asked stand among the tokens behind "of"; None where the clause ends before."""
    asked, ends = closed("asked", language), closed("clause_ends", language)
    for n, token in enumerate(behind):
        if token in asked:
            return n
        if token in ends:
            return None
    return None


def those_asked(figure: Figure) -> bool:
    """Whether a percentage counts those whom a survey asks, told by what they are, not by their people ("54 pct of Swedes")."""
    tokens, at = figure.sentence.tokens, figure.behind
    if figure.clue is not None and counts(figure.clue, tokens, figure.story.language):
        return False  # "70 percent of S&P 500 companies beat estimates"
    return tokens[at : at + 1] == ["of"] and asked(figure) and not _people(figure, at)


def answered(figure: Figure) -> bool:
    """Whether a figure is a part of those who were asked, in a poll or at the polls."""
    return figure.polled or (figure.fact.statistic == "share" and asked(figure))


def asked(figure: Figure) -> bool:
    """Whether a percentage counts people or firms by what they say, do or mean to do: that they do is a fact, whatever it is."""
    if figure.money or figure.mention.quantity.unit != "percent":
        return False
    language, tokens, at = figure.story.language, figure.sentence.tokens, figure.behind
    if at < len(tokens) and tokens[at] in (",", "-", "\u2013", "\u2014") and tokens[figure.first - 1] == tokens[at]:
        at += 2 if tokens[at : at + 2] == ["-", "-"] else 1  # "a strong majority -- 88 percent -- see"
    here = tokens[at] if at < len(tokens) else ""
    if here in closed("answers", language):
        return figure.fact.statistic == "share" or here in closed("answers_alone", language)
    if here != "of":
        return False
    until = next((a for a, _ in figure.spans if a > at), len(tokens))
    behind = tokens[at + 1 : min(until, at + 1 + PEOPLE)]
    return people(behind, language) is not None or _people(figure, at)


def _people(figure: Figure, at: int) -> bool:
    """ "67 percent of the Swiss favour": a people, by what it answers."""
    tokens, language = figure.sentence.tokens, figure.story.language
    people = next((c for c in figure.sentence.of("place") if c.role == "people" and at < c.first <= at + 2), None)
    if people is None:
        return False
    return tokens[people.last + 1 : people.last + 2] != [] and tokens[people.last + 1] in closed("answers", language)
