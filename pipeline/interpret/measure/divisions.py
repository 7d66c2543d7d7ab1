"""Which division of a firm is told of: the phrase whose head is "unit", "segment" and their kin, without that head ("ground delivery")."""

from __future__ import annotations

from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure import areas
from pipeline.interpret.measure.closed import sets
from pipeline.lexicon import either

LONGEST = 7
"""Tokens of the longest name of a division."""

INSIDE = frozenset({"-", "/", "&"})
"""Marks between the words of its name."""

BACK = 2
"""Sentences back to which "the unit" points."""


class Division(NamedTuple):
    """A division at tokens `first`..`last`, the head of its phrase the last, and its name, "" where it is only pointed at."""

    name: str
    first: int
    last: int


def _words(figure: Figure) -> lexicon.Sets:
    return lexicon.sets("scope", figure.story.language)


def headed(figure: Figure, sentence: Sentence, head: int) -> Division | None:
    """The division whose head is a token of a sentence; None where the token heads none."""
    tokens, words, language = sentence.tokens, _words(figure), figure.story.language
    grouped = tokens[head] in words["division_groups"]
    if not grouped and tokens[head] not in words["divisions"]:
        return None
    if areas.named(figure.story, sentence, head, head):
        return None  # "Penwith Stores"
    follows = tokens[head + 1 : head + 2]
    if follows == ["of"] or any(c.first == head + 1 and c.role != "verb" for c in sentence.of("indicator")):
        return None  # "the U.S. unit of Penwith", "unit sales"
    if not words["no_heads"].isdisjoint(follows):
        return None  # "in the past business year"
    known = sets(language)
    stops = either(known["prepositions"], known["small_words"], known["verbs"], known["sayers"])
    first = head
    while first and head - first < LONGEST:
        token = tokens[first - 1]
        joins = token in ("and", "&") and first - 2 >= 0 and tokens[first - 2].isalpha() and first < head
        if token in GENITIVE or token in known["determiners"] or (token in stops and not joins):
            break
        if not (token[0].isalpha() or token in INSIDE) or tokens[first - 2 : first] == ["-", "-"]:
            break
        first -= 1
    before = tokens[first - 1] if first else ""
    owned = before in GENITIVE or before in known["possessives"]
    if first and not (owned or before in known["determiners"] or before in known["prepositions"]):
        return None
    if before in known["prepositions"] and first < head and areas.named(figure.story, sentence, first, head - 1):
        return None  # "in Penwith subsidiary Arden"
    if grouped and not words["ranks"].isdisjoint(tokens[first:head]):
        return None  # "the world's largest grocery chain" is the firm
    if (grouped and not owned) or not words["no_divisions"].isdisjoint(tokens[first:head]):
        return None
    return Division(_name(figure, sentence, first, head), first, head)


def _name(figure: Figure, sentence: Sentence, first: int, head: int) -> str:
    """What a division is called: its words but those that only rank it and those of the firm's own name; areas under their one name."""
    tokens, words, text = sentence.tokens, _words(figure), figure.story.text
    owner = {
        i
        for o in figure.story.organisations_in(sentence.starts[first], sentence.ends[head])
        if o.name == figure.fact.entity
        for i in range(sentence.token_at(o.start), sentence.token_at(o.end - 1) + 1)
    }
    if head - 1 in owner:
        return ""  # "its Penwith unit", of Penwith's own
    kept: list[str] = []
    i = first
    while i < head:
        area = areas.at(figure, i) if sentence is figure.sentence else None
        if area is not None and area.last < head:
            kept.append(area.name)
            i = area.last + 1
            continue
        if i not in owner and tokens[i] not in words["plain"]:
            word = text[sentence.starts[i] : sentence.ends[i]]
            word = word if word.isupper() and len(word) > 1 else word.lower()
            glued = bool(kept) and i > first and sentence.ends[i - 1] == sentence.starts[i]
            if glued:
                kept[-1] += word
            else:
                kept.append(word)
        i += 1
    return " ".join(kept).strip(" -&/").removeprefix("and ").removesuffix(" and")


def pointed(figure: Figure) -> str:
    """The division that was told of last before the figure's sentence: what "the unit" is."""
    for number in range(figure.number - 1, max(-1, figure.number - 1 - BACK), -1):
        sentence = figure.story.sentence(number)
        heads = _words(figure)["divisions"]
        for i in range(len(sentence.tokens) - 1, -1, -1):
            if sentence.tokens[i] in heads and (found := headed(figure, sentence, i)) is not None and found.name:
                return found.name
    return ""
