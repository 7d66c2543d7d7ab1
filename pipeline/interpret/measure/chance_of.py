"""What may come about, of which a chance is told: "a 40 percent chance of a recession", "the odds that it cuts rates". It narrows the chance."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.wording import printed
from pipeline.lexicon import either

NEAR = 3
"""Tokens between a percentage and the chance behind it."""

FAR = 30
"""Tokens between a chance and the percentage behind it."""

TOLD = 14
"""Tokens behind a chance in which what may come about is told."""

GOING = "ing"
"""What a verb ends with that goes on a phrase."""

LONG = 7
"""Tokens of its phrase."""


@cache
def _events(language: str) -> dict[str, str]:
    """What may come about by the words that tell it."""
    table: dict[str, list[str]] = lexicon.entries("measure", language)["events"]
    return {word: name for name, words in table.items() for word in words}


def event(figure: Figure) -> str:
    """What the chance is of, "" where the sentence does not tell."""
    noun = _noun(figure)
    if noun is None:
        return ""
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[noun + 1 : noun + 2] == ["of"] and (phrase := _phrase(figure, noun + 2)):
        return phrase
    return next((_events(language)[t] for t in tokens[noun + 1 : _until(figure, noun)] if t in _events(language)), "")


def _until(figure: Figure, noun: int) -> int:
    """The token at which what is told behind a chance ends: that of its figure, where this comes later."""
    end = min(len(figure.sentence.tokens), noun + 1 + TOLD)
    return min(end, figure.first) if noun < figure.first else end


def _noun(figure: Figure) -> int | None:
    """Where the chance stands: right behind its figure, else the nearest before it."""
    tokens, chances = figure.sentence.tokens, closed("chances", figure.story.language)
    behind = (i for i in range(figure.behind, min(len(tokens), figure.behind + NEAR)) if tokens[i] in chances)
    before = (i for i in range(figure.first - 1, max(-1, figure.first - FAR), -1) if tokens[i] in chances)
    return next(behind, next(before, None))


def _phrase(figure: Figure, first: int) -> str:
    """The words of a noun phrase as printed, without its article and the names before it; "" of one that goes on with a verb."""
    sentence, language, known = figure.sentence, figure.story.language, sets(figure.story.language)
    tokens, until = sentence.tokens, min(_until(figure, first - 2), first + LONG)
    stops = either(known["prepositions"], known["small_words"], known["verbs"], known["sayers"])
    outside = {i for c in sentence.of("place") for i in range(c.first, c.last + 1)}
    moving = {c.first for c in sentence.of("direction") if c.role == "verbs"}
    while first < until and (tokens[first] in known["determiners"] or tokens[first] in figure.words("comparatives")):
        first += 1
    last = first
    while last < until and tokens[last] not in stops and last not in moving and (tokens[last][0].isalnum() or tokens[last] == "-"):
        last += 1
    dropped = either(known["determiners"], GENITIVE, frozenset(lexicon.entries("periods", language)["months"]))
    kept = [i for i in range(first, last) if i not in outside and tokens[i] not in dropped]
    if not kept or any(tokens[i].endswith(GOING) for i in (*kept, min(last, len(tokens) - 1))):
        return ""  # "of the economy going into recession"
    own = [_events(language)[t] for t in (tokens[i] for i in kept) if t in _events(language)]
    if len(kept) == 1 and own:
        return own[0]
    return printed(figure, kept, range(0))
