"""Whether who gave a figure is the statistic's own publisher: an office of the country, or the company whose figure it is."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import tokenise
from pipeline.model import Fact


@cache
def _bodies(place: str, language: str) -> tuple[str, ...]:
    """The offices of a country ("Labor Department"), each as its tokens between spaces."""
    entry = lexicon.entries("places", language).get(place, {})
    return tuple(f" {' '.join(tokenise(body))} " for body in entry.get("bodies", ()))


def own_source(fact: Fact, language: str) -> bool:
    """True where the attribution names a body of the fact's country, or the fact's own entity."""
    if fact.attribution is None or fact.entity_id is None:
        return False
    if fact.attribution in (fact.entity, fact.entity_id):
        return True
    said = f" {' '.join(tokenise(fact.attribution))} "
    return any(body in said for body in _bodies(fact.entity_id, language))
