"""Of which market a share is one: "a third of the U.S. beer market", "its search market share". It narrows the share, and so do the shares
told behind it: a firm's part of one market is another series than its part of the next."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import areas
from pipeline.interpret.measure.closed import sets
from pipeline.interpret.measure.wording import printed
from pipeline.lexicon import either

SHARE = "market_share"

CARRY = 2
"""Sentences over which a bare share is one of the market told of before."""

BEHIND, BEFORE = 12, 20
"""Tokens behind a figure and before it in which its market stands."""

LONG = 6
"""Tokens of the name of a market."""

INSIDE = frozenset({"-", "&", "/"})
"""Marks between the words of its name."""

CAPITALS = range(2, 100)
"""Letters of the words that stay in capitals: a company's, not an article's."""

JOINS = frozenset({"and"})
"""What joins two of them."""


class Markets:
    """Adds to the variant of a share its market; remembers the last one."""

    def __init__(self) -> None:
        self.last: tuple[int, str] | None = None

    def settle(self, figure: Figure) -> None:
        fact = figure.fact
        if fact.indicator != SHARE or fact.statistic == "growth":
            return
        market = _market(figure)
        if market:
            name, area = market
            if set(name.split()) <= set(fact.variant.casefold().split()):
                name = ""  # told in full
            told = {word for part in (name, area) for word in part.casefold().split()}
            parts = [part for part in fact.variant.split(", ") if not set(part.casefold().split()) <= told]
            variant = ", ".join(filter(None, (name, *parts, area)))
            if variant != fact.variant:
                fact.variant = variant
                figure.because(f"variant: {variant}, the market")
        elif not fact.variant and self.last is not None and figure.number - self.last[0] <= CARRY and not _of_all(figure):
            fact.variant = self.last[1]
            figure.because("variant: the market told of before")
        if fact.variant:
            self.last = figure.number, fact.variant


def _of_all(figure: Figure) -> bool:
    """Whether a share is told to be one of all markets: "its global market share"."""
    clue, sentence = figure.clue, figure.sentence
    if clue is None or not sentence.start <= clue.start < sentence.end:
        return False
    return not lexicon.sets("scope", figure.story.language)["of_all"].isdisjoint(sentence.tokens[max(0, clue.first - 2) : clue.last + 1])


def _market(figure: Figure) -> tuple[str, str] | None:
    """The name and the area of the market behind a figure, else of the nearest before it."""
    tokens, words = figure.sentence.tokens, lexicon.sets("scope", figure.story.language)
    heads = either(words["market_heads"], words["market_heads.goods"])
    firsts = {first for first, _ in figure.spans}
    low = max(figure.lead_first, figure.first - BEFORE)
    behind: list[int] = []
    for i in range(figure.behind, min(len(tokens), figure.behind + BEHIND)):
        if i in firsts or tokens[i] in ",;:(":
            break
        behind.append(i)
    for i in (*behind, *range(figure.first - 1, low - 1, -1)):
        if tokens[i] in heads and (told := _name(figure, i)) is not None:
            return told
    return None


def _name(figure: Figure, head: int) -> tuple[str, str] | None:
    """The words of a market that name it, and where it is; None of one that is told by neither."""
    sentence, words, known = figure.sentence, lexicon.sets("scope", figure.story.language), sets(figure.story.language)
    tokens = sentence.tokens
    behind = tokens[head + 1 : head + 2]
    if not words["market_compounds"].isdisjoint(behind):
        return None
    stops = either(known["prepositions"], known["small_words"], known["verbs"], known["sayers"], known["determiners"], GENITIVE)
    first = head
    taken = {i for a, b in figure.spans for i in range(a, b + 1)}
    while first and head - first < LONG and first - 1 not in taken:
        word = tokens[first - 1]
        joined = word in JOINS and first < head and tokens[first - 2].isalpha() and tokens[first - 2] not in stops
        if (word in stops and not joined and areas.until(figure, first - 1) is None) or not (word[0].isalpha() or word in INSIDE):
            break
        first -= 1
    plain = either(words["market_plain"], known["time_units"])
    kept = _kept(figure, first, head, plain)
    if not kept and behind == ["for"]:
        end = head + 2
        while end < len(tokens) and end - head < LONG and tokens[end] not in stops and (tokens[end][0].isalpha() or tokens[end] in INSIDE):
            end += 1
        kept = _kept(figure, head + 2, end, plain) if known["counts"].isdisjoint(tokens[head + 2 : end]) else []
    if tokens[head] in words["market_heads.goods"]:
        kept.append(head)
    area = areas.hung(figure, head + 1) or next((a for i in range(first, head) if (a := areas.at(figure, i)) is not None), None)
    if not kept and area is None:
        return None
    return printed(figure, kept, CAPITALS).strip(" -&/"), "" if area is None else area.name


def _kept(figure: Figure, first: int, end: int, plain: frozenset[str]) -> list[int]:
    """The tokens of a phrase that name what is sold: neither an area nor the size of the market."""
    found, i = [], first
    while i < end:
        area = areas.at(figure, i)
        if area is not None:
            i = area.last + 1
            continue
        if figure.sentence.tokens[i] not in plain and not areas.named(figure.story, figure.sentence, i, i):
            found.append(i)
        i += 1
    return found[1:] if found and figure.sentence.tokens[found[0]] in JOINS else found
