"""What is told of no time in particular: what somebody owns, what makes up a whole, what has come about by now."""

from __future__ import annotations

from itertools import pairwise

from pipeline.interpret.figure import Figure
from pipeline.interpret.times.breath import PERFECT, come_about
from pipeline.interpret.times.placing import words


def lasts(figure: Figure) -> bool:
    """ "accounts for 90 pct of exports", "has bought 1.4 billion of them": what is told of no time in particular."""
    if figure.fact.statistic not in ("level", "share"):
        return False
    lead, sets = figure.sentence.tokens[max(figure.clause[0], figure.first - PERFECT) : figure.first], words(figure.story.language)
    if come_about(figure) or not sets.lasting.isdisjoint(lead):
        return True
    if any(a in sets.making_up and b in sets.up_to for a, b in pairwise(lead)):
        return True
    return figure.fact.statistic == "share" and figure.fact.status == "actual" and _makes_up(figure)


def _makes_up(figure: Figure) -> bool:
    """ "which fuels two-thirds of the economy", "own or guarantee half of all loans": a verb of what is so at any time, right before a share."""
    tokens, sets, at = figure.sentence.tokens, words(figure.story.language), figure.first - 1
    while at > 1 and (tokens[at] in figure.words("before_figure") or tokens[at] in sets.particles):
        at -= 1
    return tokens[at] in sets.lasting_shares and tokens[at - 1] not in sets.infinitive
