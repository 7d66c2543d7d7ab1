"""What a figure measures: the noun or verb that governs it, and the indicator that the noun names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence
from pipeline.lexicon import words

NEAR = 5


class Governor(NamedTuple):
    """The clue that says what a figure measures, which rule chose it, and how sure that rule is (0 to 1)."""

    clue: Clue
    rule: str
    weight: float


@cache
def _entries(language: str) -> lexicon.Entries:
    return lexicon.entries("indicators", language)


def owner(indicator: str, language: str) -> str:
    """Whose figure the indicator is: "place", "organisation" or "thing"."""
    entry = _entries(language).get(indicator)
    return entry["owner"] if entry else "any"


def marked(indicator: str, mark: str, language: str) -> bool:
    """Whether the lexicon marks an indicator with `flow`, `money`, `company`, `released`, `monthly` or `part` (said at its head)."""
    entry = _entries(language).get(indicator)
    return bool(entry and entry.get(mark))


def variants(indicator: str, language: str) -> tuple[str, ...]:
    """The variants that may narrow an indicator."""
    entry = _entries(language).get(indicator)
    return tuple(entry.get("variants", ())) if entry else ()


def governor(sentence: Sentence, first: int, last: int, figures: list[tuple[int, int]], language: str) -> Governor | None:
    """The indicator clue that governs the figure at tokens `first`..`last`; `figures` are the other figures' tokens."""
    best: Governor | None = None
    for clue in sentence.clues:
        if clue.kind != "indicator" or any(a <= clue.last and clue.first <= b for a, b in [(first, last), *figures]):
            continue
        found = _right(sentence, clue, last, figures, language) if clue.first > last else _left(sentence, clue, first, figures, language)
        if found is not None and (best is None or found.weight > best.weight):
            best = found
    return best


def _right(sentence: Sentence, clue: Clue, last: int, figures: list[tuple[int, int]], language: str) -> Governor | None:
    between = sentence.tokens[last + 1 : clue.first]
    if len(between) > NEAR or clue.role == "verb" or any(last < a < clue.first for a, _ in figures):
        return None
    if not words("clause_breaks", language).isdisjoint(between) or not words("no_noun_beyond", language).isdisjoint(between):
        return None
    linking = sum(token in words("noun_links", language) for token in between)
    moves = sum(c.kind.startswith("direction") and c.role == "nouns" and last < c.first < clue.first for c in sentence.clues)
    if "of" in between or ("in" in between and moves):
        return Governor(clue, "noun after the figure, by of", 0.9 - 0.02 * (len(between) - linking - moves))
    if len(between) - linking - moves <= 2:
        return Governor(clue, "noun after the figure", 0.88 - 0.06 * (len(between) - moves))
    return None


def _left(sentence: Sentence, clue: Clue, first: int, figures: list[tuple[int, int]], language: str) -> Governor | None:
    between = sentence.tokens[clue.last + 1 : first]
    weight = 0.9 - 0.012 * len(between)
    weight -= 0.1 * sum(clue.last < a < first for a, _ in figures)
    weight -= 0.25 * sum(token in words("clause_breaks", language) for token in between)
    weight -= 0.05 * between.count(",")
    weight -= 0.1 if clue.role == "verb" and len(between) > 3 else 0.0
    weight -= 0.06 if clue.role == "loose" else 0.0
    return Governor(clue, f"{'verb' if clue.role == 'verb' else 'noun'} before the figure", weight) if weight > 0.1 else None


def settle(clue: Clue, named: list[str], owned_by_organisation: bool, language: str) -> tuple[str, str]:
    """The indicator of a clue, and the rule; a loose word means what the story named last, else what fits the owner."""
    if clue.role != "loose":
        return clue.key, "named"
    choices: list[str] = _entries(language)["loose"][clue.key]
    for name in named:
        if name in choices:
            return name, "loose word, named before"
    if len(choices) == 1:
        return choices[0], "loose word"
    wanted = "organisation" if owned_by_organisation else "place"
    fitting = [c for c in choices if owner(c, language) == wanted]
    if fitting and clue.key in _entries(language)["loose"]["by_owner"]:
        return fitting[0], "loose word, by owner"
    if clue.key in _entries(language)["loose"]["by_default"]:
        return choices[0], "loose word, by default"
    return "other", "loose word, open"
