"""What somebody makes or carries more or less of: "pumped 6 percent less crude", "handled 7 percent more boxes"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed

VERB = 6
"""Tokens before a percentage in which the verb stands."""

NOUN = 4
"""Tokens that what is made may be called by."""


def settle(figure: Figure) -> None:
    """Take a growth of what is made, and of what is carried, for one of output."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if figure.money or fact.statistic != "growth" or tokens[figure.last + 1 : figure.last + 2] == []:
        return
    if tokens[figure.last + 1] not in closed("comparatives", language) or fact.indicator in ("output", "industrial_production"):
        return
    if closed("makers", language).isdisjoint(tokens[max(figure.clause[0], figure.first - VERB) : figure.first]):
        return
    if tokens[figure.last + 2 : figure.last + 3] == ["than"] and figure.lead[-1:] == [","] and len(figure.lead) > 1:
        first = figure.first - 2  # "built 26,150 vehicles, 4 percent more than"
        _name(figure, first, first + 1)
        return
    stops = closed("prepositions", language) | closed("small_words", language) | closed("verbs", language)
    first = last = figure.last + 2
    while last < len(tokens) and last - first < NOUN and tokens[last] not in stops and tokens[last][0].isalpha():
        last += 1
    if last > first:
        _name(figure, first, last)


def _name(figure: Figure, first: int, last: int) -> None:
    """Call the output by the tokens from `first` to before `last`."""
    fact, noun = figure.fact, figure.story.text[figure.sentence.starts[first] : figure.sentence.ends[last - 1]]
    fact.indicator, fact.measure, fact.variant = "output", noun, noun.casefold()
    figure.because("indicator: what is made more or less of", 0.8)
