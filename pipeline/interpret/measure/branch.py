"""The branch whose shares an index is of, told behind the name of its house: "the S&P materials sector", "the S&P Financials .GSPF"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import marked
from pipeline.interpret.measure.phrase import Phrases

NAMED = 5
"""Words of the name of a branch, with the noun that ends it."""


def end(figure: Figure, clue: Clue, phrases: Phrases) -> int:
    """The last token of the name of an index whose clue is its house."""
    tokens, language = figure.sentence.tokens, figure.story.language
    houses = closed("branch_houses", language)
    if not marked(figure.fact.indicator, "placed", language) or houses.isdisjoint(tokens[clue.first : clue.last + 1]):
        return clue.last
    ends, small = closed("branch_ends", language), closed("no_modifiers", language)
    for at in range(clue.last + 1, min(len(tokens), clue.last + 1 + NAMED)):
        if tokens[at] in ends:
            return at
        if _sign(figure, at):
            return at - 1
        capital = figure.story.text[figure.sentence.starts[at]].isupper()  # "the S&P Managed Health Care index"
        if (at in phrases.verbs and not capital) or tokens[at] in small or not (tokens[at].isalpha() or tokens[at] == "&"):
            break
    return clue.last


def _sign(figure: Figure, at: int) -> bool:
    """Whether the sign of an index stands at a token: a point with a space before it and none behind it, and capitals."""
    sentence, text = figure.sentence, figure.story.text
    if sentence.tokens[at] != "." or at + 1 >= len(sentence.tokens):
        return False
    start, behind = sentence.starts[at], sentence.ends[at]
    return sentence.starts[at + 1] == behind and text[start - 1].isspace() and text[behind : behind + 2].isupper()
