"""Indices of the shares of one branch, which are called as what the branch sells, makes or thinks: "the S&P retail index .RLX fell"."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import marked

TICKER = 4
"""Tokens behind a noun within which the point before a ticker stands: "the retail index .RLX", "steel companies .GSPSTEEL"."""

LISTED = 8
"""Tokens before "index" within which an exchange or a house that reckons such indices is named."""


def of(figure: Figure, clue: Clue, indicator: str) -> tuple[str, str] | None:
    """What an index of shares is, and the rule; None where it is none."""
    language, tokens = figure.story.language, figure.sentence.tokens
    if figure.money or clue.last >= figure.first or not (indicator == "other" or marked(indicator, "released", language)):
        return None
    if not (_ticker(figure, clue) or _listed(figure, clue)):
        return None
    phrase = tokens[max(0, clue.first - LISTED) : clue.last + TICKER]
    if not closed("fear_gauges", language).isdisjoint(phrase):
        return "other", "an index of how far shares move"
    if not closed("raw_indices", language).isdisjoint(phrase):
        return "commodity_price", "an index of raw materials"
    return "share_price", "an index of shares"


def _ticker(figure: Figure, clue: Clue) -> bool:
    """Whether the sign of an index stands behind the noun: a point with a space before it and none behind it, and capitals."""
    sentence, text = figure.sentence, figure.story.text
    for at in range(clue.last + 1, min(clue.last + TICKER, figure.first - 1)):
        if sentence.tokens[at] == ".":
            start, end = sentence.ends[at], sentence.starts[at + 1]
            return start == end and text[sentence.starts[at] - 1].isspace() and text[end : end + 2].isupper()
    return False


def _listed(figure: Figure, clue: Clue) -> bool:
    """ "the Dow Jones home construction index": whether an index, and no gauge of prices, is named by who reckons those of shares."""
    tokens, language = figure.sentence.tokens, figure.story.language
    ends = tokens[clue.last] in closed("share_indices", language)
    if not ends and tokens[clue.last + 1 : clue.last + 2] and tokens[clue.last + 1] in closed("share_indices", language):
        ends = True
    before = tokens[max(0, clue.first - LISTED) : clue.last]
    return ends and not closed("index_houses", language).isdisjoint(before) and closed("gauged", language).isdisjoint(before)
