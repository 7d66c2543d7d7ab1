"""Whose a figure is in a row of towns, each with what homes did there: "Atlanta -6.5 percent Boston -5.9 percent Composite 20 -14.4 percent"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.figure import Figure
from pipeline.interpret.owners.parties import words

HOMES = "house_prices"

ROW = 4
"""Figures of a row, at the least."""

NAME = 6
"""Tokens of a town's name, with its state before it ("CA-Los Angeles")."""

STATE = 2
"""Letters of a state before its town."""


def settle(figure: Figure) -> None:
    """Give a figure of homes the town right before it, or the cities of which it is the composite."""
    fact, sentence = figure.fact, figure.sentence
    if fact.indicator != HOMES or figure.money or len(figure.spans) < ROW:
        return
    begin = figure.spans[figure.index - 1][1] + 1 if figure.index else 0
    lead = sentence.tokens[begin : figure.first]
    if not 0 < len(lead) <= NAME or any(first > figure.spans[0][1] for first in _verbs(figure)):
        return
    printed = figure.story.text[sentence.starts[begin] : sentence.ends[figure.first - 1]]
    if lead[0] in words("composites", figure.story.language):
        cities = lexicon.entries("owner", figure.story.language)["composites"]["cities"].get(lead[-1])
        if cities is not None:
            fact.variant = cities
            figure.because(f"variant: {cities}, of which it is the composite", 0.9)
        return
    state, hyphen, town = printed.partition("-")
    name = town if hyphen and len(state) == STATE and state.isupper() else printed
    if not all(word[0].isupper() for word in name.split()) or not name.replace(" ", "").isalpha():
        return
    fact.entity = fact.entity_id = " ".join(name.split())
    figure.because("entity: the town of its row", 0.9)


def _verbs(figure: Figure) -> list[int]:
    """Where verbs stand in a sentence: a row has none."""
    return [c.first for kind in ("finite", "direction", "attribution") for c in figure.sentence.of(kind) if c.role != "nouns"]
