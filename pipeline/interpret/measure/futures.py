"""Contracts that are dealt in: "the July contract firmed to $8", "the benchmark gold contract was at $900", no deals that are made."""

from __future__ import annotations

from functools import cache

from pipeline import lexicon
from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import counted

VOLUME = "how much of a contract is dealt in"

PHRASE = 6
"""Tokens before a contract in which its month, its good or its market stands."""

DELIVERY = 3
"""Tokens behind a contract in which its month stands: "the contract for July"."""


def of(figure: Figure, clue: Clue) -> tuple[str, str] | None:
    """What the price of a contract that is dealt in is one of, and the rule; None where the contract is a deal."""
    tokens, language = figure.sentence.tokens, figure.story.language
    if tokens[clue.last] not in closed("futures_contracts", language):
        return None
    if not _dealt_in(figure, clue):
        return None
    if not closed("puts_and_calls", language).isdisjoint(tokens):
        return "other", "a price of options"
    if "sum" in counted(figure):  # a deal of July is worth as much
        return ("other", VOLUME) if tokens[clue.first - 1] in closed("dealt_contracts", language) else None
    if not figure.money and not closed("dealt_volumes", language).isdisjoint(figure.lead):
        return "other", VOLUME
    if not closed("index_futures", language).isdisjoint(tokens[max(0, clue.first - PHRASE) : clue.last + 1 + PHRASE]):
        return "share_price", "a contract in an index"
    return "commodity_price", "a contract in a good"


def _dealt_in(figure: Figure, clue: Clue) -> bool:
    """Whether a month, or a word for what is dealt in, stands in the phrase of a contract, or a month that it is for."""
    tokens, language = figure.sentence.tokens, figure.story.language
    months, kinds, stops = _months(language), closed("dealt_contracts", language), closed("prepositions", language)
    for i in range(clue.first - 1, max(-1, clue.first - 1 - PHRASE), -1):
        if tokens[i] in months or tokens[i] in kinds:
            return True
        if tokens[i] in stops or tokens[i] in closed("determiners", language) or not (tokens[i][0].isalnum() or tokens[i] in "-."):
            break
    if tokens[clue.last + 1 : clue.last + 2] == ["for"] and not months.isdisjoint(tokens[clue.last + 2 : clue.last + 1 + DELIVERY]):
        return True
    good = clue.last + 2 if tokens[clue.last + 1 : clue.last + 2] == ["for"] else -1  # "the May contract for WTI"
    beside = any(c.role == "thing" and (clue.first - c.last == 1 or c.first == good) for c in figure.sentence.of("indicator"))
    return figure.frame.move is not None and beside and not counted(figure).isdisjoint({"small", "piece", "step"})


@cache
def _months(language: str) -> frozenset[str]:
    return frozenset(lexicon.entries("periods", language)["months"])
