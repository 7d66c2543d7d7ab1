"""What paper a yield is of, told away from it: "two-year notes were flat to yield 0.6 pct", "Its yield was 3 pct"; and how far two are
apart."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Sentence
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.instrument import words
from pipeline.interpret.movement import POINTS

CALLED = 5
"""Tokens behind a term in which its paper stands: "10-year U.S. Treasury note"."""


YIELD = "bond_yield"


def apart(figure: Figure) -> None:
    """Call a yield that is told in points what it is, how far it is above another: "at 160 basis points over Treasuries".

    The word for it stands last, whatever else narrows it: "10-year spread".
    """
    fact = figure.fact
    if fact.indicator != YIELD or fact.quantity.unit not in POINTS:
        return
    known = lexicon.entries("variants", figure.story.language)["spreads"]
    parts = fact.variant.split(", ")
    others = [part for part in parts if part.casefold() not in known["called"]]
    if len(others) == len(parts):
        told = not set(fact.variant.casefold().replace(",", "").split()).isdisjoint(known["forms"])
        if told or fact.statistic != "level":
            return
        figure.because("variant: how far a yield is above another")
    fact.variant = f"{', '.join(others)} {known['called'][0]}".strip()


def of_yield(figure: Figure, first: int) -> str:
    """The term of the paper named last before a yield's noun at token `first`, which only goes by "the yield" or "it" behind a full stop."""
    sentence, language = figure.sentence, figure.story.language
    if (term := _last(sentence, first, figure.clause[0], language)) or not figure.number:
        return term
    if words("of_it", language).isdisjoint(sentence.tokens[:1]) or not words("termed_paper", language).isdisjoint(
        sentence.tokens[: figure.first]
    ):
        return ""
    before = figure.story.sentence(figure.number - 1)
    return _last(before, len(before.tokens), len(before.tokens), language)


def _last(sentence: Sentence, end: int, clause: int, language: str) -> str:
    """The last term of paper before token `end`; from `clause` on the paper itself need not be named."""
    tokens, years, counts = sentence.tokens, words("years", language), closed("counts", language)
    for i in range(end - 1, 0, -1):
        if tokens[i] not in years:
            continue
        hyphened = tokens[i - 1] == "-"
        number = tokens[i - 1 - hyphened] if i > hyphened else ""
        if not (number.isdigit() or number in counts or (hyphened and number[:1].isdigit())):
            continue
        if (hyphened and i > clause + 1) or _paper(tokens, i, language):
            return f"{number}-{tokens[i]}"
    return ""


def _paper(tokens: list[str], at: int, language: str) -> bool:
    """Whether paper of a term that ends at a token is named there: no record of so many years, and no auction."""
    last = next((i for i in range(at + 1, min(len(tokens), at + CALLED)) if tokens[i] in words("termed_paper", language)), None)
    if last is None or not all(token[0].isalnum() for token in tokens[at + 1 : last]):
        return False
    return words("paper_sales", language).isdisjoint(tokens[last + 1 : last + 2])
