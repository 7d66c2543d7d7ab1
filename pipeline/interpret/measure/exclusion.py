"""What a measure is told without: "excluding autos", "when food and energy are stripped out", "ex-transportation".

What is left out narrows the figures of its clause behind it, and the one right before it ("rose 0.2 pct excluding autos").
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Clue, Sentence, tokenise
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.around import Governor
from pipeline.interpret.measure.marks import marked
from pipeline.interpret.measure.phrase import Phrase

LONG = 12
"""Tokens of what is left out."""

BEHIND = 6
"""Tokens between a figure and the word that tells what is left out of it."""


MANY = 5
"""Words of what is left out from which they say no more what that is."""


class LeftOut(NamedTuple):
    """What is left out at tokens `first`..`last`, the variant that it makes, and whether that has a name ("core")."""

    first: int
    last: int
    variant: str
    known: bool


@cache
def _forms(name: str, language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("exclusion", language)[name]["forms"])


@cache
def _openers(name: str, language: str) -> dict[str, list[tuple[str, ...]]]:
    """By its first token: the tokens of each form, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in lexicon.entries("exclusion", language)[name]["forms"]:
        tokens = tuple(tokenise(form))
        found.setdefault(tokens[0], []).append(tokens)
    for rows in found.values():
        rows.sort(key=len, reverse=True)
    return found


def read(sentence: Sentence, figures: dict[int, int], verbs: set[int], language: str) -> list[LeftOut]:
    """What a sentence leaves out, from left to right; `figures` and `verbs` hold the tokens of its figures and verbs."""
    tokens = sentence.tokens
    openers, passives = _openers("openers", language), _openers("passives", language)
    found: list[LeftOut] = []
    if openers.keys().isdisjoint(tokens) and passives.keys().isdisjoint(tokens):
        return found
    for i, token in enumerate(tokens):
        if token in openers and (not found or i > found[-1].last):
            form = next((f for f in openers[token] if tuple(tokens[i : i + len(f)]) == f), None)
            if form is None or (form == ("ex",) and tokens[i - 1 : i] == ["-"]):
                continue
            left = _reach(tokens, i + len(form), figures, verbs, language)
            weak = form in _openers("weak", language).get(token, ())
            if left is not None and (out := _variant(tokens, (i + len(form), left), (i, left), language, weak)):
                found.append(out)
        if token in passives and any(tuple(tokens[i : i + len(f)]) == f for f in passives[token]):
            opens = next((k for k in range(i - 1, max(-1, i - LONG), -1) if tokens[k] in _forms("clauses", language)), None)
            last = i + len(passives[token][0]) - 1
            if opens is not None and (out := _variant(tokens, (opens + 1, i - 2), (opens, last), language, False)):
                found.append(out)
    return found


def _reach(tokens: list[str], at: int, figures: dict[int, int], verbs: set[int], language: str) -> int | None:
    """The last token of what is left out from token `at` on: a list may hold commas before its "and"."""
    ends, last = _forms("ends", language), at - 1
    for i in range(at, min(len(tokens), at + LONG)):
        if i in figures or (i in verbs and i > at):
            return None if last < at else last
        if tokens[i] in ends:
            if tokens[i] != "," or not _listed(tokens, i, ends):
                break
        last = i
    return last if last >= at else None


def _listed(tokens: list[str], comma: int, ends: frozenset[str]) -> bool:
    """ "autos, parts and gasoline,": whether a comma parts what is left out, before an "and" and the comma that closes it."""
    for i in range(comma + 1, min(len(tokens), comma + 6)):
        if tokens[i] == "and":
            return any(tokens[k] == "," for k in range(i + 1, min(len(tokens), i + 4)))
        if tokens[i] in ends:
            return False
    return False


def told_without(figure: Figure, found: Governor | None, left: list[LeftOut], nouns: list[Clue]) -> Governor | None:
    """ "producer prices excluding energy costs rose": the noun before what is left out, where a noun in that was read as governing; not
    "excludes dividends of 2 mln dlrs", which tells how much of it there is."""
    if found is None or found.clue is None or figure.money:
        return found
    out = next((each for each in left if each.first < found.clue.first and found.clue.last <= each.last), None)
    noun = next(
        (clue for clue in nouns if out is not None and marked(clue.key, "released", figure.story.language) and clue.last == out.first - 1),
        None,
    )
    return found if noun is None else replace(found, clue=noun, phrase=Phrase(noun.first, noun.last))


def names(language: str) -> dict[str, dict[str, list[str]]]:
    """The variants that have a name, with the words that make them."""
    found: dict[str, dict[str, list[str]]] = lexicon.entries("exclusion", language)["variant"]
    return found


def _variant(tokens: list[str], span: tuple[int, int], variant_at: tuple[int, int], language: str, weak: bool) -> LeftOut | None:
    """The variant that the words of `span` make, said at the tokens `variant_at`."""
    said = [t for t in tokens[span[0] : span[1] + 1] if t[0].isalpha() and t not in _forms("neutral", language)]
    for variant, entry in names(language).items():
        known = [w for w in said if w in entry["any"]] or (said if set(entry["all"]) <= set(said) and entry["all"] else [])
        if known:
            rest = [t for t in said if t not in known and t not in entry["all"]]
            return LeftOut(*variant_at, " ".join([variant, *rest]) if len(rest) < MANY and not weak else variant, True)
    return None if weak or not 0 < len(said) < MANY else LeftOut(*variant_at, "excluding " + " ".join(said), False)


def of(figure: Figure, found: list[LeftOut]) -> LeftOut | None:
    """What is left out of a figure: told before it in its clause, else right behind it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    parts = _forms("parts", language)
    breaks = figure.words("clause_breaks")
    before = None
    for left in found:
        if left.last < figure.first:
            if breaks.isdisjoint(tokens[left.last + 1 : figure.first]) and not _fresh(figure, left) and _of_noun(figure, left):
                before = left
        elif left.first > figure.last and left.first - figure.last <= BEHIND:
            between = tokens[figure.behind : left.first]
            if parts.isdisjoint(between) and not any(figure.last < a < left.first for a, _ in figure.spans) and _closes(figure, left):
                return left
    return before


def _fresh(figure: Figure, left: LeftOut) -> bool:
    """Whether a clause with a measure of its own begins between what is left out and the figure, behind another figure."""
    clue = figure.clue
    return clue is not None and any(left.last < a < clue.first for a, _ in figure.spans if a < figure.first)


def _of_noun(figure: Figure, left: LeftOut) -> bool:
    """Whether what is left out before a noun opens its clause, and does not hang on another ("data on orders excluding autos, …")."""
    if figure.clue is None or figure.clue.first < left.first or not left.first:
        return True
    before = figure.sentence.tokens[left.first - 1]
    return not before[0].isalnum() or before in _forms("may_precede", figure.story.language)


def _closes(figure: Figure, left: LeftOut) -> bool:
    """Whether what is left out behind a figure is not rather left out of what comes next ("0.2 pct, excluding autos sales fell")."""
    follows = [c for c in figure.sentence.clues if c.first > left.last and c.first - left.last <= 3]
    return not any(c.kind == "indicator" for c in follows) or figure.sentence.tokens[left.last + 1 : left.last + 2] not in ([","],)
