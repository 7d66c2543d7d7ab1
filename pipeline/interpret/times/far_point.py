"""The words that tell from when a step is told: "since the merger", "from their 52-week high", "since then"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure, ranks
from pipeline.interpret.times.breath import PERFECT, in_aside, sets_of
from pipeline.lexicon import either

REACH = 12
"""Tokens from a figure to the words that tell from when."""

NOUN = 9
"""Tokens from "from" to the noun of an extreme ("from its record closing high")."""

FRONT = 6
"""The token up to which a sentence puts a high or a low in front."""

HEDGES = 2
"""Tokens of hedges between "and" and the figure that it joins."""


class Words(NamedTuple):
    """The closed sets of words that tell from when a step is told (periods.toml)."""

    bases: frozenset[str]
    beyond: frozenset[str]
    bids: frozenset[str]
    moving: frozenset[str]
    owned: frozenset[str]
    of_day: frozenset[str]
    told: frozenset[str]
    unseen: frozenset[str]
    then: frozenset[str]
    opens: frozenset[str]
    closes: frozenset[str]
    respective: frozenset[str]
    beside: frozenset[str]
    alike: frozenset[str]
    parts: frozenset[str]
    within: frozenset[str]
    units: frozenset[str]
    those: frozenset[str]
    again: frozenset[str]
    spans: frozenset[str]
    standing: frozenset[str]
    before: frozenset[str]
    gerund: frozenset[str]
    events: frozenset[str]
    is_now: frozenset[str]
    begun: frozenset[str]


@cache
def words(language: str) -> Words:
    entries = lexicon.entries("periods", language)["from_then"]
    return Words(**{key: frozenset(forms) for key, forms in entries.items()})


class Point(NamedTuple):
    """Where the words for a point begin and end, and whether it is a high or a low."""

    first: int
    last: int
    extreme: bool = False


def behind(figure: Figure) -> Point | None:
    """The words behind a figure: no comma and no other figure stands between, but one of the same step ("24 pct and 16 pct respectively")."""
    tokens, sets, onwards = figure.sentence.tokens, words(figure.story.language), sets_of(figure).onwards
    last, growth, breaks = figure.last, figure.fact.statistic == "growth", either(figure.words("clause_breaks"), sets.closes)
    figures = dict(reversed(figure.spans))
    for i in range(figure.behind, min(len(tokens), figure.last + REACH)):
        token = tokens[i]
        if i in figures:
            if not _joined(tokens[last + 1 : i], figure):
                return None
            last = figures[i]
        if i <= last:
            continue
        if tokens[i : i + 2] == ["-", "-"]:
            return None
        if token in onwards:
            found = Point(i, i, _extreme(i, figure) is not None)
            unseen = ranks(tokens[figure.behind : i], figure.story.language) or not sets.unseen.isdisjoint(tokens[figure.behind : i])
            return None if unseen else found
        if token in sets.moving and not sets_of(figure).edge.isdisjoint(tokens[i + 1 : i + 1 + HEDGES]):
            return Point(i, i)  # "from the start of 2008"
        if token in sets.bases and (growth or token in sets.moving) and (at := _extreme(i, figure)) is not None:
            return Point(i, at, True)
        if token in breaks or (tokens[i] == "," and not _listed(i, figure)):
            return None
        if token in figure.words("clause_joins") and not any(a <= i + 1 + HEDGES and a > i for a, _ in figure.spans):
            return None
    return None


def _listed(comma: int, figure: Figure) -> bool:
    """Whether a comma parts figures of a list: "45 pct, 41 pct and 7 pct, respectively"."""
    tokens = figure.sentence.tokens
    return any(comma < a <= comma + 1 + HEDGES for a, _ in figure.spans) or not words(figure.story.language).respective.isdisjoint(
        tokens[comma + 1 : comma + 2]
    )


def _joined(between: list[str], figure: Figure) -> bool:
    """Whether a figure is told of the same step as the one before it."""
    hedged = figure.words("before_figure") | figure.words("clause_joins") | {",", "to"}
    return hedged.issuperset(between)


def before(figure: Figure) -> Point | None:
    """The words before a figure: "Since Larsen took over in 2003, the shares are up 20 pct", "has since doubled"."""
    tokens, sets, perfect = figure.sentence.tokens, words(figure.story.language), sets_of(figure).perfect
    if (peak := _fronted(figure)) is not None:
        return peak
    for i in range(figure.first - 1, -1, -1):
        if tokens[i] in sets.closes:
            return None
        if tokens[i] not in sets_of(figure).onwards or in_aside(tokens, i, figure.first, figure.story.language):
            continue
        opens = not i or tokens[i - 1] in sets.opens or tokens[i - 1] in figure.words("clause_breaks") | figure.words("clause_joins")
        closes = next((j for j in range(i, figure.first) if tokens[j] == ","), None)
        inside = any(i < a < figure.first for a, _ in figure.spans)
        if tokens[i - 1 : i] and tokens[i - 1] in perfect:
            return Point(i, i) if figure.first - i <= PERFECT and not inside else None
        if not opens:
            return None
        if tokens[i + 1] in sets.then:
            return Point(i, i + 1) if not inside else None
        if closes is None or any(closes < a < figure.first for a, _ in figure.spans):
            return None
        now = either(sets_of(figure).perfect, sets.is_now)
        return Point(i, i, _extreme(i, figure) is not None) if not now.isdisjoint(tokens[closes : figure.first]) else None
    return None


def _fronted(figure: Figure) -> Point | None:
    """The high or the low that a sentence puts in front: "Compared with its peak in 2006, the index is down 30 pct"."""
    tokens, sets = figure.sentence.tokens, words(figure.story.language)
    if (
        tokens[0] in sets.moving
        and figure.previous is None
        and (at := _extreme(0, figure)) is not None
        and "," in tokens[at : figure.first]
    ):
        return Point(0, at, True)  # "From its peak in 2006, the index is down 30 pct"
    for i in range(1, min(FRONT, figure.first)):
        if tokens[i] in sets_of(figure).base_with and tokens[i - 1] in sets.alike and not sets.owned.isdisjoint(tokens[i + 1 : i + 2]):
            at = _extreme(i, figure)
            return Point(i, at, True) if at is not None and "," in tokens[at : figure.first] else None
    return None


def _extreme(at: int, figure: Figure) -> int | None:
    """The noun of a high or a low behind a word at `at`: "from its record closing high", "since the lows"; none of the day."""
    tokens, sets, extremes = figure.sentence.tokens, words(figure.story.language), sets_of(figure).extremes
    stops = figure.words("clause_breaks") | sets_of(figure).reaching | figure.words("clause_joins") | {"."}
    stops |= {tokens[c.first] for c in figure.sentence.of("finite") if c.first > at}
    for i in range(at + 1, min(len(tokens), at + NOUN)):
        if tokens[i] in sets.of_day or tokens[i] in stops or any(a <= i <= b for a, b in figure.spans):
            return None
        if tokens[i] in extremes:
            return i if sets.of_day.isdisjoint(tokens[i : i + 2]) and tokens[i - 1] not in sets.parts else None
    return None


def owned(point: Point, figure: Figure) -> bool:
    """Whether a high or a low is the one of its kind: "its 52-week high", not "a two-week high"."""
    owned = words(figure.story.language).owned | GENITIVE
    return not owned.isdisjoint(figure.sentence.tokens[point.first + 1 : point.last]) or point.first == point.last
