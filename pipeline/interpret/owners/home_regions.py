"""A part of the nation whose homes they are: "starts fell 12 percent in the West" narrows the nation's; what homes cost there is its own."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import words

BUILT, PRICES = "housing", "house_prices"

BEHIND = 5
"""Tokens behind a figure and what moves by it, within which the part of the nation is named: "12 percent in May in the West"."""


def settle(figure: Figure) -> None:
    """Name the part of the nation that a growth of homes is of."""
    fact, language = figure.fact, figure.story.language
    if fact.indicator not in (BUILT, PRICES) or fact.statistic != "growth":
        return
    nations: dict[str, list[str]] = lexicon.entries("owner", language)["home_regions"]
    nation = fact.entity or figure.story.main_place
    if nation not in nations:
        return
    regions = nations[nation]
    named = _by_turn(figure, regions) or _behind(figure, regions) or _of_subject(figure, regions)
    if fact.indicator == PRICES:
        if named:
            fact.entity = fact.entity_id = named
            figure.because("entity: the part of the nation whose homes they are", 0.85)
        return
    fact.variant = ", ".join(part for part in fact.variant.split(", ") if part.casefold() not in regions)  # of the figure before
    if named:
        fact.variant = ", ".join(filter(None, (fact.variant, named)))
        fact.entity = fact.entity_id = nation
        figure.because(f"variant: {named}, the part of the nation whose homes they are", 0.85)


def _of_subject(figure: Figure, regions: list[str]) -> str:
    """The part of the nation that stands before a figure, or before the one before it: "in the West, sales fell 2 percent but were 8 percent
    above those of last year"."""
    if found := _before(figure, regions):
        return found
    previous = figure.previous
    if previous is None or _behind(previous, regions) or not words("home_nation", figure.story.language).isdisjoint(figure.lead):
        return ""
    return _of_subject(previous, regions)


def _named(figure: Figure, at: int, regions: list[str]) -> str:
    """The part of the nation that a token names, as printed; "" for a word of direction ("west of", "West Coast", "the South Bronx")."""
    sentence, text = figure.sentence, figure.story.text
    token = sentence.tokens[at]
    if token not in regions or not text[sentence.starts[at]].isupper():
        return ""
    if at + 1 < len(sentence.tokens):
        following = sentence.tokens[at + 1]
        if following == "-" or (following.isalpha() and text[sentence.starts[at + 1]].isupper()):
            return ""
    return text[sentence.starts[at] : sentence.ends[at]]


def _by_turn(figure: Figure, regions: list[str]) -> str:
    """ "The South and West saw sales fall 2.7 percent and 0.9 percent, respectively": the part whose turn it is, where each has its figure."""
    tokens = figure.sentence.tokens
    if words("turn_marks", figure.story.language).isdisjoint(tokens):
        return ""
    named = [part for i in range(len(tokens)) if (part := _named(figure, i, regions))]
    return named[figure.index] if len(named) == len(figure.spans) and len(named) > 1 else ""


def _behind(figure: Figure, regions: list[str]) -> str:
    """ "12 percent in the West", "a 12 percent drop in starts in the West"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    move = figure.frame.move
    at = max(figure.last, move.last if move is not None and move.first > figure.last else 0) + 1
    until = min(len(tokens) - 2, at + BEHIND)
    stops = words("home_region_stops", language)
    for i in range(at, until):
        if tokens[i] in stops or any(a == i for a, _ in figure.spans):
            return ""
        if tokens[i] == "in":
            opens = i + 1 + (tokens[i + 1] == "both")
            if tokens[opens : opens + 1] == ["the"] and opens + 1 < len(tokens) and (found := _named(figure, opens + 1, regions)):
                return found
    return ""


def _before(figure: Figure, regions: list[str]) -> str:
    """ "In the West, starts fell 12 percent", "the West fell 12 percent", "Midwest starts fell 12 percent"; of two, the first."""
    tokens, language, previous = figure.sentence.tokens, figure.story.language, figure.previous
    low = figure.lead_first
    if previous is not None and _behind(previous, regions):
        low = next((i for i in range(low, figure.first) if tokens[i] in words("home_region_stops", language)), figure.first)
    for i in range(figure.first - 1, low - 1, -1):
        if tokens[i] in words("home_nation", language):
            return ""
        if not (found := _named(figure, i, regions)):
            continue
        if not words("home_region_without", language).isdisjoint(tokens[max(0, i - 3) : i]):
            return ""
        first = next((j for j in (i - 2, i - 3) if tokens[i - 1] in ("and", "the") and "and" in tokens[j + 1 : i] and j >= low), None)
        return (_named(figure, first, regions) if first is not None else "") or found
    return ""
