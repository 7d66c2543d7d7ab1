"""How large a market or a fund of the state is: "the $600 trillion market for swaps" is no loan and no asset of a country."""

from __future__ import annotations

from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.lexicon import either

LARGE = 10_000_000
"""From here on a sum may be the size of a market."""

NEAR = 10
"""Tokens between a sum and the market that it is the size of."""

BEFORE = 4
"""Tokens of hedges between an article and the sum."""


def settle(figure: Figure) -> None:
    """Take a sum that only describes a market for its size, and a fund that rescues for aid."""
    fact = figure.fact
    if not figure.money or fact.quantity.high < LARGE or fact.statistic != "level":
        return
    if (market := _market(figure)) is not None:
        said = figure.sentence.tokens[figure.behind : market]
        indicator = next((of for of, words in KINDS if not closed(words, figure.story.language).isdisjoint(said)), "other")
        if fact.indicator != indicator:
            fact.indicator, fact.measure, fact.variant = indicator, *_called(figure, market)
            figure.because("indicator: the size of a market", 0.8)
    elif fact.indicator == "assets" and _rescues(figure):
        fact.indicator = "aid"
        figure.because("indicator: a fund of the state that rescues", 0.7)


KINDS = (("other", "papers"), ("lending", "lent"), ("assets", "returning"))
"""What a market is one of, and the words that say so; the first counts."""


def _market(figure: Figure) -> int | None:
    """Where the market stands that a sum describes: "the $5 trillion market", "its $80 billion-a-year office lending industry"."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if figure.words("describing").isdisjoint(tokens[max(0, figure.first - BEFORE) : figure.first]):
        return None
    stops = either(closed("prepositions", language), closed("small_words", language), closed("verbs", language))
    for at in range(figure.behind, min(len(tokens), figure.behind + NEAR)):
        here, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
        if here in closed("industries", language):
            return at if behind not in closed("of_markets", language) else None
        joined = "-" in (tokens[at - 1], behind)
        if not joined and (here in stops or not (here[0].isalnum() or here in QUOTES)):
            return None
    return None


QUOTES = frozenset("\"'-&/")


def _called(figure: Figure, market: int) -> tuple[str, str]:
    """What the market is called, and what narrows it."""
    sentence, text, first = figure.sentence, figure.story.text, figure.behind
    while first < market and sentence.tokens[first] in QUOTES | closed("denominator_words", figure.story.language):
        first += 1
    narrow = text[sentence.starts[first] : sentence.starts[market]].strip(" -\"'")
    return " ".join(f"{narrow} {sentence.tokens[market]}".split()), " ".join(narrow.casefold().split())


def _rescues(figure: Figure) -> bool:
    """ "the $700 billion fund to bail out lenders": a fund of which the sentence says that it rescues, or that a parliament made it."""
    clue, tokens, language = figure.clue, figure.sentence.tokens, figure.story.language
    if clue is None or clue.first != clue.last or tokens[clue.last] not in closed("returning", language) or clue.first <= figure.last:
        return False
    if any(c.last == clue.first - 1 for c in figure.sentence.of("indicator")):
        return False
    return not closed("rescuing", language).isdisjoint(tokens)
