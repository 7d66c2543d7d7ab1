"""What part of those who could work does not: "7 percent of the workforce were out of work", "40 percent of young people are jobless"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

WORKLESS = "unemployment"

FAR = 14
"""Tokens between such a percentage and the word that says so."""

ADVERBS = 2
"""Tokens between the verb and that word: "are still officially jobless"."""


def settle(figure: Figure) -> None:
    """Take such a part for the rate of those out of work; a part of the unemployed themselves is none."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if fact.statistic != "share" or fact.quantity.unit != "percent" or tokens[figure.behind : figure.behind + 1] != ["of"]:
        return
    until = min([figure.last + FAR, *(first for first, _ in figure.spans if first > figure.last)])
    named = next((c for c in figure.sentence.of("indicator") if c.key == WORKLESS and figure.last < c.first <= until), None)
    if named is None or closed("are", language).isdisjoint(tokens[max(figure.last, named.first - ADVERBS - 1) : named.first]):
        return
    fact.indicator, fact.measure, fact.variant, fact.statistic = WORKLESS, WORKLESS, "", "level"
    figure.clue = named
    figure.because("indicator: a part of those who could work that does not", 0.85)
