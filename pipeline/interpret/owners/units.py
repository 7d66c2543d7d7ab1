"""Of a unit that is held it is told how much: "its 50 pct unit Arden Airways" is Arden Airways', whoever holds it."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import unit

NAMED = 4
"""Characters between the word for a unit and its name: ", <"."""


def settle(figure: Figure) -> None:
    """Give a stake told right before the word for a unit to the unit, its parent on the other side."""
    fact, sentence = figure.fact, figure.sentence
    if fact.indicator != "stake" or (at := unit.noun(figure)) is None:
        return
    end = sentence.ends[at]
    before = [o.name for o in figure.story.organisations_in(sentence.start, sentence.starts[figure.first])]
    behind = figure.story.organisations_in(end, sentence.end)
    parted = sentence.tokens[at + 1 : at + 2] == ["of"]
    if not parted and behind and behind[0].start - end <= NAMED:
        held, parent = behind[0].name, before[-1] if before else None
    elif parted and before:
        held, parent = before[-1], behind[0].name if behind else None
    else:
        return
    fact.entity = fact.entity_id = held
    fact.partner = parent if parent != held else None
    figure.because("entity: the unit of which it is held", 0.85)
