"""Whether a word of modality governs a figure: what a noun is the value of, how far a verb goes, what is said of a market."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.interpret.figure import Figure
from pipeline.interpret.standing.modality import SETS, Operator, forms

BOUND = 12
"""Tokens between a noun of modality and the figure that is its value."""

AGAIN = 2
"""More tokens than these between a noun of expectation and "its" begin another noun: "its forecast for losses in its"."""

STEERED = 5
"""Tokens from a "target" to the rate that is steered by it."""

CLOSE = 4
"""Tokens between a word of expectation and the percentage of people that it is of."""

ATTRIBUTE = 6
"""Tokens over which an attribute governs a figure ("the projected surplus of").  Beyond, it is another's."""


YEAR = "1900"
"""From here on four digits are a year."""


def years_before(figure: Figure, tokens: Iterable[str]) -> bool:
    """Whether one of the tokens is a year before that of the story."""
    at = figure.story.at
    return at is not None and any(len(t) == len(YEAR) and t.isdigit() and YEAR < t < str(at[0]) for t in tokens)


def among(figure: Figure, name: str, tokens: list[str]) -> bool:
    """Whether one of the tokens is of a set of `status.toml`."""
    return not SETS[figure.story.language][name].isdisjoint(tokens)


def measures(figure: Figure, sort: str) -> bool:
    """Whether the figure's indicator is of a sort: `decided`, `market`, `deals` …"""
    return figure.fact.indicator in forms(f"indicators.{sort}", figure.story.language)


def of_market(figure: Figure, op: Operator) -> bool:
    """Whether a bid or an offer is one in a market, made and done; or paper has found its price: "has priced its $250 million offering"."""
    if (figure.money or measures(figure, "yields")) and among(figure, "priced_paper", figure.sentence.tokens[op.last : op.last + 1]):
        return True
    return measures(figure, "market") and figure.sentence.tokens[op.first] in forms("market_words", figure.story.language)


def bound(figure: Figure, op: Operator) -> bool:
    """Whether the figure is the value of a noun before it."""
    between = figure.sentence.tokens[op.last + 1 : figure.first]
    previous = figure.sentence.tokens[max(0, op.first - 2) : op.first]
    if previous[-1:] == ["-"] and among(figure, "compares", previous[:1]):
        return False  # "a lower-than-forecast 5 pct"
    part = figure.money or figure.fact.statistic == "share"
    if among(figure, "possessives", between[-1:]) and part and len(between) > AGAIN and figure.attributive:
        return False  # "its forecast for losses in its $12 billion portfolio"
    if "that" in between or len(between) > BOUND or "," in between or ("and" in between and "between" not in between):
        return False
    if among(figure, "granted", between) or among(figure, "set_beside", between):
        return False  # "a target for inflation after a rise of 5 pct", "the forecast compares with a deficit of"
    if among(figure, "existing", between[-1:]):
        return False  # "forecast a cut from the current nine pct"
    if not between:
        return op.role == "both" or among(figure, "valued_alone", [figure.sentence.tokens[op.first]])
    return among(figure, "value_links", between)


def reaches(figure: Figure, op: Operator) -> bool:
    """Whether a verb governs the figure: not as a measure of comparison ("than expected"), as an attribute only what is near."""
    previous = figure.sentence.tokens[op.first - 1] if op.first else ""
    if previous == "-" and op.first > 1:
        previous = figure.sentence.tokens[op.first - 2]  # "a bigger-than-expected 5 pct"
    if among(figure, "compares", [previous]) or of_market(figure, op) or kept_in_reserve(figure, op):
        return False
    if figure.frame.move is not None and figure.frame.move.first == op.last + 1:
        return True  # "a likely widening of the trade deficit to 3 billion"
    return not attribute(figure, op) or figure.first - op.last <= ATTRIBUTE


def kept_in_reserve(figure: Figure, op: Operator) -> bool:
    """ "cut the amount of cash that banks must hold in reserve to 9 pct": what must be kept is the measure itself, and in force."""
    tokens = figure.sentence.tokens
    if figure.fact.indicator != "reserve_requirement" or not among(figure, "requires", [tokens[op.first]]):
        return False
    return among(figure, "reserved", tokens[op.last + 1 : op.last + 3])


def attribute(figure: Figure, op: Operator) -> bool:
    """ "the projected", "its forecast": whether what stands before a form makes it a noun or an attribute; "on average" does not.

    "An option to" governs what is to be done, however far its value stands.
    """
    tokens = figure.sentence.tokens
    if "to" in tokens[op.first + 1 : op.last + 1]:
        return False
    before = tokens[max(0, op.first - 2) : op.first]
    if among(figure, "adverbs_too", before[-1:]) and not among(figure, "determiners", before[:-1]):
        return False  # "the chain earlier forecast"
    if among(figure, "attributed", before[-1:]) and among(figure, "determiners", before[:-1]):
        return True  # "the widely expected decision"
    return among(figure, "determiners", before[-1:]) and not among(figure, "by_average", before[:-1])


def expected(figure: Figure, found: list[Operator]) -> bool:
    """Whether a word of expectation or of guessing stands right before the figure: "expects 80 percent of shops to open"."""
    return any(op.kind in ("forecast", "estimate") and 0 < figure.first - op.last <= CLOSE for op in found)


def passive(figure: Figure, op: Operator) -> bool:
    """Whether a participle is governed from further left: "to be raised", "would have reached", "recommended paying"."""
    tokens = figure.sentence.tokens
    before = tokens[op.first - 1 : op.first]
    if among(figure, "passive", before) or among(figure, "perfect", before):
        return True
    if tokens[op.first].endswith("ing") and among(figure, "before_gerunds", before):
        return True
    return among(figure, "perfect", [tokens[op.first]]) and among(figure, "not_yet", before)


def noun(figure: Figure, op: Operator) -> str:
    """What a noun makes of its value: the estimates that are told with a figure are of what is to come, but for those of today and those
    that put something at it ("estimates the damage at", "a first estimate puts the cost at")."""
    if op.kind != "estimate" or measures(figure, "estimated"):
        return op.kind
    between = figure.sentence.tokens[op.last + 1 : figure.first]
    put = among(figure, "putting", between) or among(figure, "articles_of_guess", between[:1])
    if any(token.endswith("ing") for token in between if token not in forms("putting", figure.story.language)):
        return "forecast"  # "estimates the cost of integrating it at"
    return "estimate" if put and "at" in between and not measures(figure, "seen_at") else "forecast"


def foretells(figure: Figure, op: Operator) -> bool:
    """ "is forecast to rise": whether a word that is a noun too is the verb here."""
    tokens = figure.sentence.tokens
    return op.role == "both" and among(figure, "being", tokens[op.first - 1 : op.first]) and tokens[op.last + 1] == "to"


def no_aim(figure: Figure, op: Operator) -> bool:
    """ "raised its target range for the funds rate to 5 pct", "fell the daily limit of 3 cents": a rate that is set, a move that was made."""
    tokens = figure.sentence.tokens
    if op.kind == "plan":
        return measures(figure, "paid_to_staff") and among(figure, "pay_packages", [tokens[op.first]])  # "received a package of $3 million"
    if op.kind != "target":
        return False
    steered = figure.fact.indicator == "interest_rate" and among(figure, "steered", tokens[op.first + 1 : op.first + STEERED])
    steered = steered or (figure.fact.indicator == "interest_rate" and among(figure, "steered", tokens[op.first - 1 : op.first]))
    return steered or among(figure, "limits_of_trade", tokens[op.first - 1 : op.first])
