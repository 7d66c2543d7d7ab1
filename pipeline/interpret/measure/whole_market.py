"""What a whole market or a trade does, told among the results of a firm: "expects the handset market to shrink 10 percent" is none of them."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.lexicon import either

RESULTS = frozenset({"revenue", "profit", "loss", "eps", "costs"})
"""What such a growth is taken for where a firm's results are told before it."""

RULE = "indicator: what a whole market does"

NAME = 5
"""Tokens of what a market is called: "the global mobile phone market"."""

STOPS = ("prepositions", "determiners", "verbs", "sayers", "before_markets")
"""The sets of words of which none is part of such a name."""

VERBS = 4
"""Tokens of its verb: "is expected to shrink"."""


def settle(figure: Figure) -> None:
    """Take such a growth for no measure of the firm's."""
    fact, move = figure.fact, figure.frame.move
    unknown = fact.indicator == "other" and figure.clue is None
    if fact.statistic != "growth" or not (unknown or fact.indicator in RESULTS) or figure.frame.role != "step" or move is None:
        return
    noun = _subject(figure, move.first)
    if noun is None:
        return
    first = _begin(figure, noun)
    clue = figure.clue
    if first is None or (clue is not None and first <= clue.first <= noun):
        return  # "the market's sales fell"
    sentence = figure.sentence
    fact.indicator, fact.variant, fact.balance, figure.clue = "other", "", None, None
    fact.measure = " ".join(figure.story.text[sentence.starts[first] : sentence.ends[noun]].split())
    figure.because(RULE, 0.7)


def _subject(figure: Figure, verb: int) -> int | None:
    """The token of a word for a market or a trade right before a verb and its auxiliaries."""
    tokens, language = figure.sentence.tokens, figure.story.language
    acts = either(closed("verbs", language), closed("infinitive", language))
    finite = {c.first for c in figure.sentence.of("finite")}
    at = verb - 1
    while at > max(figure.clause[0], verb - VERBS) and (tokens[at] in acts or at in finite):
        at -= 1
    named = at - (at > 0 and tokens[at] in closed("volumes_of_markets", language))  # "market volumes would shrink"
    if at < 0 or tokens[named] not in closed("markets_that_move", language):
        return None
    sentence = figure.sentence
    of_a_name = any(o.end > sentence.starts[named] for o in figure.story.organisations_in(sentence.start, sentence.starts[named]))
    return None if of_a_name else at  # "Arden Industries grew"


def _begin(figure: Figure, noun: int) -> int | None:
    """Where the name of the market begins; None where it hangs on another noun: "sales in the U.S. market fell"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    stops = either(*(closed(name, language) for name in STOPS))
    first = noun
    while max(figure.clause[0], noun - NAME) < first and tokens[first - 1] not in stops and tokens[first - 1][0].isalpha():
        first -= 1
    led = first - 1
    while led >= 0 and tokens[led] in closed("determiners", language):
        led -= 1
    return None if led >= 0 and tokens[led] in closed("prepositions", language) else first
