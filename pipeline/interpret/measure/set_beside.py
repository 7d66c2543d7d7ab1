"""Whether a figure that is set beside another has a noun of its own, or measures what the other does."""

from __future__ import annotations

from pipeline.interpret import gapped
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.around import Governor
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.governor import ECONOMY, MEASURES

OF_IT = 3
"""Tokens from a percentage to the economy that it is one of."""

UP_FROM = 5
"""Tokens between a comma and the base behind it: ", up sharply from"."""

WHY = 3
"""Tokens before a noun in which "as" opens a clause of why."""


def anchor(figure: Figure) -> Figure | None:
    """The figure that one is set beside: a sum that is paired beside a rate is one of the sums before it."""
    other = figure.frame.anchor
    if other is None or other.money == figure.money or figure.frame.role in ("converted", "restated", "step"):
        return other
    return next((o for o in reversed(figure.earlier) if o.money == figure.money), other)


def own_noun(figure: Figure, found: Governor, other: Figure | None) -> bool:
    """Whether the noun found for a figure is its own, and not that of the figure it is set beside."""
    clue = found.clue
    if clue is None or clue.first < figure.start or (other is not None and _whole_of(other, clue)):
        return False
    if figure.frame.role == "paired" and gapped.good(figure) is clue:
        return False
    if other is not None and figure.lead[-1:] == ["from"] and found.rule.endswith("by in"):
        return False  # "up from $3 billion in its last funding round": when it was so
    if figure.frame.role == "compared" and _aside(figure, clue):
        return False
    if figure.frame.role == "base" and _of_the_first(figure, clue):
        return False
    return figure.frame.role not in ("compared", "base") or not _only_rate(figure, clue)


def measures_it(figure: Figure, clue: Clue, last: Figure | None) -> bool:
    """ "The gap was $5bn. It now stands at 5 percent of output": an economy is what "it", the `last` that was told, is measured by."""
    if clue.key != ECONOMY or last is None:
        return False
    if figure.money and clue.last < figure.first:  # "reserves were $5bn, equivalent to 3 percent of GDP, against $4bn"
        return last.number == figure.number and last.fact.statistic == "share" and clue.first - last.last <= OF_IT
    if clue.first < figure.last or figure.fact.statistic != "share":
        return False
    it = figure.sentence.tokens[figure.clause[0]] in closed("carried_pronouns", figure.story.language) and figure.number - last.number <= 1
    return it and last.fact.indicator != ECONOMY and last.fact.entity is not None


def _only_rate(figure: Figure, clue: Clue) -> bool:
    """ "sales rose 5 percent, compared with rates of 9 percent": a bare "rates" says that it is of the same."""
    if figure.sentence.tokens[clue.last] not in closed("only_rates", figure.story.language) or clue.first != clue.last:
        return False
    beside = figure.last, figure.previous.last if figure.previous is not None else 0  # "than its 3 percent rate and down from 2"
    return clue.first == figure.first - 2 or clue.first - 1 in beside


def _whole_of(other: Figure, clue: Clue) -> bool:
    """ "The gap was 5 percent of output, down from 6 percent": what the first is a part of is not what the second measures."""
    between = other.sentence.tokens[other.last + 1 : clue.first]
    rate = MEASURES.get(clue.key) == other.fact.indicator
    held = closed("held_links", other.story.language)
    return (rate or other.fact.statistic == "share") and between[:1] != [] and between[0] in held and "," not in between


def _of_the_first(figure: Figure, clue: Clue) -> bool:
    """ "set aside $184 million for loan losses, up from $151 million": a noun before the comma is told of the first."""
    lead = figure.lead
    comma = next((n for n in range(len(lead) - 2, max(-1, len(lead) - UP_FROM), -1) if lead[n] == ","), None)
    if comma is None or lead[-1] != "from" or clue.last >= figure.first - len(lead) + comma:
        return False
    return any(c.first == figure.first - len(lead) + comma + 1 for c in figure.sentence.of("direction"))


def _aside(figure: Figure, clue: Clue) -> bool:
    """ "fell to 2 percent as food prices eased, compared with 3 percent": a clause of why, whose noun is not what is compared."""
    tokens = figure.sentence.tokens
    before, behind = tokens[max(figure.start, clue.first - WHY) : clue.first], tokens[clue.last + 1 : figure.first]
    if "as" not in before or "," not in behind:
        return False
    compares = figure.words("compares_with") | figure.words("compares_alone")
    return not compares.isdisjoint(behind[behind.index(",") + 1 :])
