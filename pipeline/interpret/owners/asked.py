"""Whose an answer in a survey is: the people's who were asked, never the polling house's that tells it."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.owners.parties import Party

NEAR = 7
"""Tokens between a percentage and the people whom it counts: "28 percent of the 400 U.S. consumers"."""


def of_those_asked(figure: Figure, found: list[Party], place: str | None) -> bool:
    """Whether a figure counts those asked, and whose they are can be told; `place` is that of the story."""
    if not figure.polled:
        return False
    tokens, language = figure.sentence.tokens, figure.story.language
    counted = tokens[figure.behind : figure.behind + NEAR]
    if not closed("staff", language).isdisjoint(counted):
        return False
    of = tokens[figure.behind : figure.behind + 1] == ["of"]
    people = next((p for p in found if of and not p.organisation and 0 < p.first - figure.last <= NEAR), None)
    before = next((other for other in reversed(figure.earlier) if other.polled), None)
    name = people.key if people is not None else before.fact.entity if before is not None else place
    if name is None:
        return False
    figure.fact.entity = figure.fact.entity_id = name
    figure.because("entity: those who were asked", 0.8)
    return True
