"""What a result is told without: "excluding items, Arden earned 4 dlrs a share", "a loss before special charges of 3 mln dlrs".

A firm tells two results for one time, as reported and without what it holds to come but once; they are two series.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline import lexicon
from pipeline.interpret.clue import Sentence, tokenise
from pipeline.interpret.figure import Figure
from pipeline.lexicon import either

RESULTS = frozenset({"profit", "loss", "eps"})
"""What is told with items and without."""

LONG = 24
"""Tokens to the comma that closes what opens a sentence."""

NAMED = 10
"""Tokens behind its opener in which it is said what is left out."""

BEHIND = 12
"""Tokens between a figure and what it is told without."""

CONTINUING = "continuing operations"
"""What is left without those that are discontinued."""

MANY = 4
"""Words that name what is left out."""


class Told(NamedTuple):
    """What is left out at tokens `first`..`last`, the variant it makes, whether it opens its clause, and what narrows its own amount."""

    first: int
    last: int
    variant: str
    opens: bool
    item: str
    named: bool = False
    """Whether it is part of a name where it stands at a noun: "income from continuing operations"."""


class Without:
    """Narrows a result by what it is told without; reads each sentence once."""

    def __init__(self, language: str) -> None:
        self.language, self.sets = language, lexicon.file("exclusion")[language]
        self.sentence: Sentence | None = None
        self.told: list[Told] = []

    def settle(self, figure: Figure) -> None:
        fact = figure.fact
        if fact.indicator not in RESULTS or fact.statistic == "share":
            return
        if self.sentence is not figure.sentence:
            self.sentence, self.told = figure.sentence, self._read(figure)
        if not self.told or not (variant := self._of(figure)) or variant in fact.variant:
            return
        fact.variant = ", ".join(filter(None, (fact.variant, variant)))
        figure.because(f"variant: {variant}")

    def _read(self, figure: Figure) -> list[Told]:
        """What the sentence leaves out, from left to right."""
        tokens, openers, bases = figure.sentence.tokens, _openers(self.language), _bases(self.language)
        if openers.keys().isdisjoint(tokens) and bases.keys().isdisjoint(tokens):
            return []
        found: list[Told] = []
        for i, token in enumerate(tokens):
            base = next(((f, name) for f, name in bases.get(token, ()) if tuple(tokens[i : i + len(f)]) == f), None)
            if base is not None:
                found.append(
                    Told(i, i + len(base[0]) - 1, base[1], i == 0 or not tokens[i - 1][0].isalnum(), "", token in self.sets["result_names"])
                )
            if token not in openers or (found and i <= found[-1].last):
                continue
            form = next((f for f in openers[token] if tuple(tokens[i : i + len(f)]) == f), None)
            if form is not None and (told := self._one(figure, i, i + len(form), form)) is not None:
                found.append(told)
        return found

    def _one(self, figure: Figure, first: int, at: int, form: tuple[str, ...]) -> Told | None:
        tokens, sets = figure.sentence.tokens, self.sets
        spans = {i for a, b in figure.spans for i in range(a, b + 1)}
        said: list[str] = []
        end = at
        ends = either(sets["result_ends"], sets["result_verbs"])
        while end < min(len(tokens), at + NAMED) and (end == at or tokens[end] not in ends) and (end not in spans or not said):
            if tokens[end][0].isalpha() and end not in spans and tokens[end] not in sets["result_neutral"]:
                said.append(tokens[end])
            end += 1
        known = sets["result_items"] if form[0] in sets["result_weak"] else either(sets["result_items"], sets["result_costs"])
        items = (
            "discontinued" in said or not known.isdisjoint(said) or not (said or form[0] in sets["result_weak"] or end in (at, len(tokens)))
        )
        if not items and (form[0] in sets["result_weak"] or not 0 < len(said) <= MANY):
            return None
        before = tokens[first - 1] if first else "."
        opens = not before[0].isalnum() or before in sets["may_precede"]
        last = end - 1
        if opens:
            comma = next((i for i in range(at, min(len(tokens), at + LONG)) if tokens[i] == "," and not self._listed(tokens, i)), None)
            last = comma if comma is not None and sets["result_verbs"].isdisjoint(tokens[end:comma]) else last
        if "discontinued" in said:
            return Told(first, last, CONTINUING, opens, "")
        item = next((word for word in said if word in known), "")
        return Told(first, last, "excluding items" if items else "excluding " + " ".join(said), opens, item)

    def _listed(self, tokens: list[str], comma: int) -> bool:
        """Whether a comma parts what is left out: "special items, including a charge of 3 mln dlrs, Arden"."""
        behind = tokens[comma + 1 : comma + 2]
        return not behind or behind[0] in self.sets["result_listing"]

    def _of(self, figure: Figure) -> str | None:
        """What a figure is told without: before it, or right behind it."""
        found = None
        for told in self.told:
            if told.last < figure.first and told.named and not told.opens:
                continue
            if told.last < figure.first:
                found = told.variant if self._reaches(figure, told) else None
            elif told.first > figure.last:
                return told.variant if self._closes(figure, told) else found
            else:
                return None if figure.fact.variant else told.item  # "excluding a gain of 3 cts a share"
        return found

    def _reaches(self, figure: Figure, told: Told) -> bool:
        """Whether what is left out before a figure is left out of it: no break stands between, and no result with all that it holds."""
        tokens = figure.sentence.tokens
        between = tokens[told.last + 1 : figure.first]
        if not self.sets["result_breaks"].isdisjoint(between):
            return False
        previous = max((b for a, b in figure.spans if b < figure.first and not told.first <= a <= told.last), default=None)
        if previous is None:
            return told.opens or len(between) <= BEHIND
        return self.sets["result_whole"].isdisjoint(tokens[max(previous, told.last) + 1 : figure.first])

    def _closes(self, figure: Figure, told: Told) -> bool:
        """Whether what is left out behind a figure is left out of it, and not of what comes next."""
        tokens, first = figure.sentence.tokens, figure.behind
        between = tokens[first : told.first]
        if len(between) > BEHIND or not self.sets["result_parts"].isdisjoint(between):
            return False
        if "," in between[:-1] and figure.fact.indicator == "eps":
            return False
        later = [(a, b) for a, b in figure.spans if figure.last < a < told.first]
        if later and figure.fact.indicator == "eps":  # "30 cents a share, or 35 cents excluding items", but "30 cents to 35 cents"
            return tokens[later[0][0] - 1] in self.sets["result_ranges"]
        if len(later) > 1 or (later and self.sets["result_restating"].isdisjoint(tokens[first : later[0][0]])):
            return False
        behind = tokens[told.last + 1 : told.last + 2] if tokens[told.last] != "," else tokens[told.last :]
        follows = next((c for c in figure.sentence.of("indicator") if told.last < c.first <= told.last + NAMED and c.key in RESULTS), None)
        if behind != [","] or follows is None or not self.sets["result_parts"].isdisjoint(tokens[told.last : follows.first]):
            return True
        return all(a < follows.last for a, _ in figure.spans)  # "30 cents a share; excluding items, it earned 35 cents"


@cache
def _bases(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By its first token: the tokens of each basis on which a result is told, and the name of its series."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, forms in lexicon.entries("exclusion", language)["result_bases"].items():
        for tokens in map(tuple, map(tokenise, forms)):
            found.setdefault(tokens[0], []).append((tokens, name))
    return found


@cache
def _openers(language: str) -> dict[str, list[tuple[str, ...]]]:
    """By its first token: the tokens of each form, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    sets = lexicon.file("exclusion")[language]
    for form in sets["result_openers"] | sets["result_weak"]:
        tokens = tuple(tokenise(form))
        found.setdefault(tokens[0], []).append(tokens)
    for rows in found.values():
        rows.sort(key=len, reverse=True)
    return found
