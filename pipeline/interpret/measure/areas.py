"""In what part of the world a firm sells: the area that a token begins or ends, under its one name ("U.S.", "Latin America")."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Sentence, tokenise
from pipeline.interpret.figure import Figure
from pipeline.interpret.story import WORLD, Story


class Area(NamedTuple):
    """An area at tokens `first`..`last`, and its name."""

    name: str
    first: int
    last: int


@cache
def _areas(language: str) -> dict[tuple[str, ...], str]:
    table: dict[str, list[str]] = lexicon.entries("scope", language)["areas"]
    return {tuple(tokenise(form)): name for name, forms in table.items() for form in forms}


@cache
def _longest(language: str) -> int:
    """Tokens of the longest name of an area."""
    return max(len(form) for form in _areas(language))


@cache
def _nation(code: str, language: str) -> str:
    called: dict[str, str] = lexicon.entries("scope", language)["called"]
    return called.get(code) or str(lexicon.entries("places", language)[code]["names"][0])


def named(story: Story, sentence: Sentence, first: int, last: int) -> bool:
    """Whether tokens are part of the name of an organisation: "Bank of America" sells in no America."""
    start, end = sentence.starts[first], sentence.ends[last]
    return any(o.start <= start and end <= o.end for o in story.organisations_in(sentence.start, sentence.end))


def at(figure: Figure, first: int) -> Area | None:
    """The area that begins at a token."""
    sentence, language = figure.sentence, figure.story.language
    tokens, known = sentence.tokens, _areas(language)
    for n in range(min(_longest(language), len(tokens) - first), 0, -1):
        name = known.get(tuple(tokens[first : first + n]))
        if name is not None:
            return None if named(figure.story, sentence, first, first + n - 1) else Area(name, first, first + n - 1)
    for clue in sentence.of("place"):
        if clue.first == first and clue.role in ("names", "people") and clue.key != WORLD:
            return None if named(figure.story, sentence, first, clue.last) else Area(_nation(clue.key, language), first, clue.last)
    return None


def until(figure: Figure, last: int) -> Area | None:
    """The area that ends at a token."""
    found = (at(figure, first) for first in range(max(0, last - _longest(figure.story.language) + 1), last + 1))
    return next((area for area in found if area is not None and area.last == last), None)


def hung(figure: Figure, at_token: int) -> Area | None:
    """The areas that a link hangs on what stands before it: "in Asia", "outside the United States", "in the U.S. and Canada"."""
    tokens, words = figure.sentence.tokens, lexicon.sets("scope", figure.story.language)
    if at_token >= len(tokens):
        return None
    if tokens[at_token] in words["bare_areas"]:
        return at(figure, at_token)
    if tokens[at_token] not in words["area_links"]:
        return None
    i = at_token + 1
    while i < len(tokens) and tokens[i] in words["before_areas"] and at(figure, i) is None:
        i += 1
    first = at(figure, i) if i < len(tokens) else None
    if first is None:
        return None
    names, last = [first.name], first.last
    while (more := _joined(figure, last + 1)) is not None:
        names.append(more.name)
        last = more.last
    if last + 1 < len(tokens) and (tokens[last + 1] in GENITIVE or tokens[last + 1] in words["area_stops"]):
        return None
    name = " and ".join(dict.fromkeys(names))
    if tokens[at_token] in words["outside"]:
        name = "international" if name == "domestic" else f"outside {name}"
    return Area(name, first.first, last)


def _joined(figure: Figure, i: int) -> Area | None:
    """The area that goes on a list of areas at a token: ", Mexico and China"; but "in Europe, U.S. sales fell"."""
    sentence = figure.sentence
    tokens = sentence.tokens
    comma = tokens[i : i + 1] == [","]
    i += comma
    ends = tokens[i : i + 1] == ["and"]
    i += ends
    i += tokens[i : i + 1] == ["the"]
    if not (comma or ends) or i >= len(tokens) or (found := at(figure, i)) is None:
        return None
    behind = found.last + 1
    if any(c.first == behind for c in sentence.of("indicator")):
        return None
    return found if ends or tokens[behind : behind + 1] in ([","], ["and"]) else None
