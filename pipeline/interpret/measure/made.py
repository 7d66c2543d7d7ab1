"""What somebody makes or carries more or less of: "pumped 6 percent less crude", "handled 7 percent more boxes"."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.lexicon import either

VERB = 6
"""Tokens before a percentage in which the verb stands."""

APART = 5
"""Tokens between a comma and a step behind it."""

COUNTED = 16
"""Tokens between a comma and the verb of what is counted before it."""

DONE = {"exports": ("exporters",), "imports": ("importers",), "revenue": ("sellers",), "output": ("makers",), "employment": ("employers",)}
"""What the verbs of a set do to what is counted."""

NOUN = 4
"""Tokens that what is made may be called by."""


def settle(figure: Figure) -> None:
    """Take a growth of what is made, and of what is carried, for one of output."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    if figure.money or fact.statistic != "growth" or _counted(figure) or tokens[figure.behind : figure.behind + 1] == []:
        return
    if tokens[figure.behind] not in closed("comparatives", language) or fact.indicator in ("output", "industrial_production"):
        return
    if closed("makers", language).isdisjoint(tokens[max(figure.clause[0], figure.first - VERB) : figure.first]):
        return
    if tokens[figure.last + 2 : figure.last + 3] == ["than"] and figure.lead[-1:] == [","] and len(figure.lead) > 1:
        first = figure.first - 2  # "built 26,150 vehicles, 4 percent more than"
        _name(figure, first, first + 1)
        return
    stops = either(closed("prepositions", language), closed("small_words", language), closed("verbs", language))
    stops = either(stops, closed("times_open", language), closed("times_now", language))  # "made 5 pct more last year"
    first = last = figure.last + 2
    while last < len(tokens) and last - first < NOUN and tokens[last] not in stops and tokens[last][0].isalpha():
        last += 1
    if last > first:
        _name(figure, first, last)
    elif not closed("factories", language).isdisjoint(tokens[figure.clause[0] : figure.first]):
        fact.indicator, fact.measure, fact.variant = "industrial_production", "output", ""
        figure.because("indicator: what factories make more or less", 0.8)


def _counted(figure: Figure) -> bool:
    """ "produced 90,000 cars in July, down 6 pct": a step behind a comma is one of what is counted before it, by what is done to it."""
    fact, tokens, language = figure.fact, figure.sentence.tokens, figure.story.language
    comma = next((i for i in range(figure.first - 1, max(0, figure.first - APART), -1) if tokens[i] == ","), None)
    told = figure.clue is not None and fact.indicator != "other" and not _of_weight(figure)
    if told or comma is None or figure.frame.move is None or figure.frame.move.first < comma:
        return False
    low = max(comma - COUNTED, figure.lead_first)
    at = next(
        (i for i in range(comma - 1, low, -1) if tokens[i][0].isdigit() and tokens[i - 1] not in closed("prepositions", language)), None
    )
    if at is None or at + 1 >= comma:
        return False
    done = {token: name for name, kinds in DONE.items() for kind in kinds for token in closed(kind, language)}
    verb = next((token for token in reversed(tokens[max(low, at - VERB) : at]) if token in done), None)
    if verb is None:
        return False
    first = at + 1 + (tokens[at + 1] in closed("count_scales", language) and at + 2 < comma)
    fact.indicator, fact.measure = done[verb], tokens[first]
    fact.variant = tokens[first]
    figure.because("indicator: what is counted before its step", 0.8)
    return True


def _of_weight(figure: Figure) -> bool:
    """ "to produce 650,000 tonnes of cocoa this season, 24% less": a good that is counted by weight, and not priced."""
    clue, tokens = figure.clue, figure.sentence.tokens
    if clue is None or figure.fact.indicator != "commodity_price" or tokens[clue.first - 1 : clue.first] != ["of"]:
        return False
    return not closed("counted_by", figure.story.language).isdisjoint(tokens[max(0, clue.first - 2) : clue.first - 1])


def _name(figure: Figure, first: int, last: int) -> None:
    """Call the output by the tokens from `first` to before `last`."""
    fact, noun = figure.fact, figure.story.text[figure.sentence.starts[first] : figure.sentence.ends[last - 1]]
    fact.indicator, fact.measure, fact.variant = "output", noun, noun.casefold()
    figure.because("indicator: what is made more or less of", 0.8)
