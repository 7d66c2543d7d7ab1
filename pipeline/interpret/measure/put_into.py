"""What is put into something to be worked with: "is putting $4 billion into electric cars", "put $100 million into Arden"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

MEANT = frozenset({"other", "costs"})
"""What such a sum is taken for, for the verb alone says nothing."""

LEAST = 1_000_000
"""A sum below which people put by what they have."""

VERB = 5
"""Tokens between the verb and the sum."""

PURPOSE = 6
"""Tokens behind "into" in which it is told what the sum goes into."""


def settle(figure: Figure) -> None:
    """Take a sum that is put into a firm or its goods for an investment; into a fund, an account or a market it only flows."""
    fact, language, tokens = figure.fact, figure.story.language, figure.sentence.tokens
    if fact.indicator not in MEANT or not figure.money or fact.statistic != "level" or fact.quantity.high < LEAST:
        return
    before = tokens[max(figure.clause[0], figure.first - VERB) : figure.first]
    into = tokens[figure.behind + 1 : figure.behind + 1 + PURPOSE]
    link = tokens[figure.behind : figure.behind + 1]
    built = link == ["in"] and not closed("plants_built", language).isdisjoint(into)  # "to put $4 billion in plants"
    if closed("poured_links", language).isdisjoint(link) and not built:
        return
    if closed("pourers", language).isdisjoint(before) or not closed("put_by", language).isdisjoint(into):
        return
    fact.indicator, fact.variant = "investment", ""
    figure.because("indicator: what is put into something", 0.75)
