"""Whether who gave a figure is the statistic's own publisher: an office of the country, its government, or the company whose figure it is."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import tokenise


@cache
def _bodies(place: str, indicator: str, variant: str, language: str) -> tuple[str, ...]:
    """The offices of a country that publish a measure, each as its tokens between spaces: all of them where the lexicon names none for it."""
    entry = lexicon.entries("places", language).get(place, {})
    publishes = entry.get("publishes", {})
    narrowed = next((publishes[key] for word in variant.split() if (key := f"{indicator}/{word}") in publishes), None)
    bodies = narrowed or publishes.get(indicator) or entry.get("bodies", ())
    return tuple(f" {' '.join(tokenise(body))} " for body in bodies)


@cache
def _of_government(said: str, place: str, language: str) -> bool:
    """Whether a source is the government of a country, or a paper of it: "the Swiss government", "government data"."""
    words, entry = lexicon.sets("attribution", language), lexicon.entries("places", language).get(place)
    if entry is None:
        return False
    tokens = frozenset(said.split())
    own = frozenset(token for name in (*entry["names"], *entry.get("people", ())) for token in tokenise(name))
    beside = lexicon.either(words["official"], words["papers"], words["definite"], words["possessive"], own)
    return not tokens.isdisjoint(words["official"]) and tokens <= beside


def own_source(attribution: str | None, entity: str | None, entity_id: str | None, indicator: str, variant: str, language: str) -> bool:
    """True where the attribution of a fact names the body of its country that publishes it, its government, or its own entity."""
    if attribution is None or entity_id is None:
        return False
    if attribution in (entity, entity_id):
        return True
    said = f" {' '.join(tokenise(attribution))} "
    return any(body in said for body in _bodies(entity_id, indicator, variant, language)) or _of_government(said, entity_id, language)
