"""To whom a firm sells, and the ware whose own the sales are: "sales to retailers rose 2 pct", "Penwith's sales jumped 9 pct" of a pill.

Neither is all that the firm sells.
"""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import GENITIVE, Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.narrow import ACRONYMS
from pipeline.interpret.measure.wording import printed

SOLD = "revenue"
"""What is sold."""

REACH = 4
"""Tokens behind "to" in which those who buy stand."""


def settle(figure: Figure) -> None:
    """Narrow what a firm sells by who buys it, or by the ware."""
    fact, clue = figure.fact, figure.clue
    if fact.indicator != SOLD or clue is None or clue.role == "verb" or not figure.story.is_organisation(fact.entity):
        return
    if not figure.sentence.start <= clue.start < figure.sentence.end:
        return
    name = _clients(figure, clue) or _ware(figure, clue)
    if name and name.casefold() not in fact.variant.casefold():
        fact.variant = ", ".join(filter(None, (fact.variant, name)))
        figure.because(f"variant: {name}, as what is sold is told")


def _clients(figure: Figure, clue: Clue) -> str:
    """ "sales to fleet customers": who buys, without those who are told by where they are."""
    tokens, language = figure.sentence.tokens, figure.story.language
    first = clue.last + 2
    if tokens[clue.last + 1 : first] != ["to"]:
        return ""
    while first < len(tokens) and tokens[first] in sets(language)["determiners"]:
        first += 1
    for last in range(first, min(len(tokens), first + REACH)):
        if not tokens[last].isalpha() or any(a <= last <= b for a, b in figure.spans):
            return ""
        if tokens[last] in closed("clients", language):
            return printed(figure, list(range(first, last + 1)), ACRONYMS)
    return ""


def _ware(figure: Figure, clue: Clue) -> str:
    """ "allergy drug Penwith's sales": a name before the noun that is no firm's, no place's and no time's."""
    sentence, tokens = figure.sentence, figure.sentence.tokens
    last = clue.first - 2
    if last < 0 or tokens[clue.first - 1] not in GENITIVE or not figure.story.text[sentence.starts[last]].isupper():
        return ""
    times = lexicon.entries("periods", figure.story.language)
    if tokens[last] in times["months"] or tokens[last] in times["weekdays"] or any(c.first <= last <= c.last for c in sentence.of("place")):
        return ""
    if figure.story.organisations_in(sentence.starts[last], sentence.ends[last]) or tokens[last] in (figure.fact.entity or "").casefold():
        return ""
    if last == 0 or tokens[last - 1] not in closed("ware_kinds", figure.story.language):
        return ""
    return printed(figure, [last], ACRONYMS)
