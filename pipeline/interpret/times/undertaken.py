"""Whether what is a plan was undertaken in a month that is over: "agreed in March to sell", told in December, is of the last March."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import lexicon
from pipeline.interpret.times.placing import words

if TYPE_CHECKING:
    from pipeline.interpret.figure import Figure
    from pipeline.interpret.times.moment import Moment

FRONTED = 10
"""Tokens behind a month that opens its sentence within which stands the verb of what was done in it."""

BEFORE = 14
"""Tokens before a month in which stands the verb of what was done in it."""


def done(figure: Figure, moment: Moment) -> bool:
    """ "In March it agreed to buy", "the plan passed in February", "launched a bid for 5 million in May": whether a verb tells what was done in a month.

    A month more than half a year ago would else be the next one of its name, as that of what is planned.
    """
    if figure.fact.status != "plan" or moment.time.kind != "month" or moment.ahead or moment.through:
        return False
    tokens, sets, deeds = (
        figure.sentence.tokens,
        words(figure.story.language),
        lexicon.sets("periods", figure.story.language)["undertaken.words"],
    )
    if moment.lead <= 0 and moment.last < figure.first:
        behind = tokens[moment.last + 1 : moment.last + FRONTED]
        return not deeds.isdisjoint(behind) and sets.to_come.isdisjoint(behind)
    if not deeds.isdisjoint(tokens[moment.last + 1 : moment.last + 3]):
        return True  # "the government in January passed a plan"
    before = tokens[max(0, moment.first - BEFORE) : max(moment.lead, 0)]
    deed, aim = _last(before, deeds), max(_last(before, sets.infinitive), _last(before, sets.to_come))
    return deed > aim + 1 or deed > aim == -1  # not "agreed to sell in March", "will cut in March": when it is to be done


def _last(tokens: list[str], closed: frozenset[str]) -> int:
    """Where the last of the tokens stands that is one of a set, -1 where none is."""
    return next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n] in closed), -1)
