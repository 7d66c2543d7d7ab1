"""A step that stands right behind the price that it is of: "raised the contract price it pays for crude 50 cents a barrel"."""

from __future__ import annotations

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure

OBJECT = 6
"""Tokens between the verb and the noun of the price."""

NEAR = 3
"""Tokens between an article and the figure that it describes."""

FAR = 16
"""Tokens between that noun and the step."""


def verb(figure: Figure) -> Clue | None:
    """The verb that moves such a price, with no preposition before the step."""
    if not figure.money or figure.fact.quantity.per is None:
        return None
    tokens, words = figure.sentence.tokens, lexicon.sets("statistic", figure.story.language)
    last = figure.first - 1
    while last > figure.start and tokens[last] in figure.words("before_figure"):
        last -= 1
    if not tokens[last].isalpha() or tokens[last] in words["repriced.links"]:
        return None
    moves = [c for c in figure.sentence.of("direction") if figure.start <= c.first < last and tokens[c.first] in words["repriced"]]
    if not moves:
        return None
    move = moves[-1]
    noun = next((i for i in range(move.last + 1, last + 1) if tokens[i] in words["repriced.prices"]), None)
    if noun is None or noun - move.last > OBJECT or last - noun > FAR or not words["repriced.breaks"].isdisjoint(tokens[move.last : last]):
        return None
    return (
        move if figure.words("describing").isdisjoint(tokens[max(noun + 1, figure.first - NEAR) : figure.first]) else None
    )  # "of its new $70 offer"
