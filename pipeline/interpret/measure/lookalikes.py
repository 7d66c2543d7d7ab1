"""What only looks like a measure of markets: parts of those out of work and of what is invested, how far two prices are apart."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.counted import counted
from pipeline.interpret.measure.instrument import central_bank

APART = 9
"""Tokens between a spread and the last of what it is between."""


def of(figure: Figure, clue: Clue, indicator: str, organised: bool) -> tuple[str, str] | None:
    """What it is, and the rule; None where the noun means what it names."""
    if indicator == "deal_value" and _of_futures(figure, clue):
        return "commodity_price", "a contract in a good that moved"
    if indicator == "bond_yield" and clue.key != indicator and _allotted(figure):
        return "other", "a part of what is invested"
    if indicator == "commodity_price" and figure.money and _spread(figure, clue):
        return "other", "how far two prices are apart"
    if indicator == "money_market" and organised and _own_liquidity(figure, clue):
        return "assets", "what a firm may spend"
    if indicator == "unemployment" and _of_jobless(figure, clue):
        return "other", "a part of those out of work"
    return None


def _spread(figure: Figure, clue: Clue) -> bool:
    """ "the spread between petrol and crude shrank to $3": the subject is no price."""
    tokens = figure.sentence.tokens[max(0, clue.first - APART) : clue.first]
    at = next((i for i, token in enumerate(tokens) if token in closed("apart", figure.story.language)), None)
    return at is not None and "," not in tokens[at:]


def _own_liquidity(figure: Figure, clue: Clue) -> bool:
    """ "the airline has $5 billion of liquidity", where no central bank provides it."""
    tokens, language = figure.sentence.tokens, figure.story.language
    return tokens[clue.last] in closed("liquidities", language) and central_bank(tokens, language) is None


def _of_jobless(figure: Figure, clue: Clue) -> bool:
    """ "40 percent of the unemployed have looked for a year": a part of them, and no rate."""
    tokens, jobless = figure.sentence.tokens, closed("jobless", figure.story.language)
    return (
        not figure.money
        and tokens[figure.last + 1 : figure.last + 2] == ["of"]
        and tokens[clue.last] in jobless
        and clue.first > figure.last
    )


def _allotted(figure: Figure) -> bool:
    """ "allocations to bonds rose to 41 percent", "bonds fell to 34 percent and cash to 5 percent": what investors hold of them."""
    return not closed("allotted", figure.story.language).isdisjoint(figure.sentence.tokens)


def _of_futures(figure: Figure, clue: Clue) -> bool:
    """ "the zinc contract firmed $11": what is traded in a good, no deal that is made."""
    sentence, contracts = figure.sentence, closed("futures_contracts", figure.story.language)
    if sentence.tokens[clue.last] not in contracts or counted(figure).isdisjoint({"small", "piece", "step"}):
        return False
    behind = clue.last + 2 if sentence.tokens[clue.last + 1 : clue.last + 2] == ["for"] else -1  # "the May contract for WTI"
    beside = any(c.role == "thing" and (clue.first - c.last == 1 or c.first == behind) for c in sentence.of("indicator"))
    return figure.frame.move is not None and beside
