"""Whether who gave a figure is the statistic's own publisher: an office of the country, or the company whose figure it is."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import tokenise


@cache
def _bodies(place: str, indicator: str, language: str) -> tuple[str, ...]:
    """The offices of a country that publish an indicator, each as its tokens between spaces: all of them where the lexicon names none for it."""
    entry = lexicon.entries("places", language).get(place, {})
    bodies = entry.get("publishes", {}).get(indicator) or entry.get("bodies", ())
    return tuple(f" {' '.join(tokenise(body))} " for body in bodies)


def own_source(attribution: str | None, entity: str | None, entity_id: str | None, indicator: str, language: str) -> bool:
    """True where the attribution of a fact names the body of its country that publishes it, or its own entity."""
    if attribution is None or entity_id is None:
        return False
    if attribution in (entity, entity_id):
        return True
    said = f" {' '.join(tokenise(attribution))} "
    return any(body in said for body in _bodies(entity_id, indicator, language))
