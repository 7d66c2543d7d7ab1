"""What a share did, told behind the name of its firm, whatever the sentence is about: "on deal news, Arden Corp (ARD.N) rose 3 percent to
$7.72"."""

from __future__ import annotations

from pipeline.interpret.clue import GENITIVE
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed, sets
from pipeline.interpret.measure.counted import A_SHARE, LITTLE, led_to
from pipeline.model import Quantity

PRICES = frozenset({"share_price", "commodity_price", "exchange_rate"})
"""What moves so on a market: it is left as it is, but where the ticker of a firm is told."""

SHARES = "share_price"

ASIDE = 16
"""Tokens of an aside between a name and its verb: ", maker of a smart phone,"."""

LED = ("auxiliaries", "quoted_at", "price_relatives")
"""Sets of what stands between a name and how far its share moved."""

UNSAID = 0.6
"""How sure a rule is at most that guesses what a figure without a noun of its own measures."""

RULE = "indicator: a name that moved to the price of a share"


def settle(figure: Figure) -> None:
    """Take a step right behind an organisation's name that led to a small price for one of its shares, and that price as well."""
    fact, previous = figure.fact, figure.previous
    if fact.indicator == SHARES:
        return
    if figure.money:
        told = previous is not None and RULE in previous.fact.rules and figure.frame.anchor is None and len(figure.lead) <= 2
        if not told or figure.lead[-1:] == [] or figure.lead[-1] not in closed("led_to", figure.story.language):
            return
    elif fact.statistic != "growth" or not (_of_ticker(figure) if fact.indicator in PRICES else _led(figure)):
        return
    fact.indicator, fact.measure, fact.variant = "share_price", "shares", ""
    figure.because(RULE, 0.85)


def _led(figure: Figure) -> bool:
    """Whether a step led to the price of a share, and a name says whose."""
    led = led_to(figure)
    return led is not None and _of_share(led, figure.story.language) and (_named(figure) or _dealt_at(figure))


def _of_ticker(figure: Figure) -> bool:
    """ "Arden Corp (ARD.N) fell 2 percent", behind the price of oil: what moved is the share of a firm that is told with its ticker."""
    first = min(figure.first, figure.frame.move.first) if figure.frame.move is not None else figure.first
    near = _named(figure) and _ticker(figure, max(0, first - ASIDE), first)
    if near or figure.frame.role != "step":
        return near
    low = max(figure.clause[0], figure.lead_first) if figure.clue is None else figure.lead_first
    priced = any(c.key in PRICES and c.key != SHARES and low <= c.first < figure.first for c in figure.sentence.of("indicator"))
    led = led_to(figure)
    return not priced and led is not None and _of_share(led, figure.story.language) and _ticker(figure, low, first)


def _ticker(figure: Figure, low: int, until: int) -> bool:
    """Whether the ticker of a firm stands between two tokens: "ARD.N"."""
    parts = (token.split(".") for token in figure.sentence.tokens[low:until])
    return any(len(each) == 2 and each[0].isalnum() and each[1].isalpha() for each in parts)


def _of_share(quantity: Quantity, language: str) -> bool:
    """Whether an amount is the price of one share, and told of nothing else."""
    return quantity.per is None and quantity.high < A_SHARE * (LITTLE if quantity.unit in closed("cheap", language) else 1)


def _dealt_at(figure: Figure) -> bool:
    """ "Arden was trading higher on Thursday, up 8 percent at $64.99": what stands at a price, where no more is told than who does."""
    at, unsaid = figure.spans[figure.index + 1][0] - 1, bool(figure.weights) and figure.weights[-1] <= UNSAID
    if not unsaid or figure.sentence.tokens[at] not in closed("quoted_with", figure.story.language):
        return False
    return bool(figure.story.organisations_in(figure.sentence.start, figure.sentence.starts[figure.first]))


def _named(figure: Figure) -> bool:
    """Whether a name stands right before the step and its verb, past its ticker and an aside: "Arden (ARD.N), which was down"."""
    move, sentence, words = figure.frame.move, figure.sentence, sets(figure.story.language)
    if move is None or figure.frame.role not in ("step", "moved"):
        return False
    tokens = sentence.tokens
    first = min(move.first, figure.first)
    if any(token not in words["hedges"] for token in tokens[move.last + 1 : figure.first]):
        return False  # "Arden raised its dividend by 4 percent"
    at = first - 1
    while at > 0 and (tokens[at] in words["hedges"] or any(tokens[at] in words[name] for name in LED)):
        at -= 1
    if tokens[at] == "," and tokens[at - 1 : at] != [")"]:
        at = next((i for i in range(at - 1, max(0, at - ASIDE), -1) if tokens[i] == ","), at)
    at -= tokens[at] == ","
    if tokens[at] == ")":
        at = next((i for i in range(at, max(0, at - ASIDE), -1) if tokens[i] == "("), at) - 1
    at -= at > 0 and len(tokens[at].split(".")) == 2 and tokens[at][0].isalpha()  # "Arden Corp ARD.N"
    names = figure.story.organisations_in(sentence.start, sentence.ends[at])
    return bool(names) and names[-1].end == sentence.ends[at] and tokens[at] not in GENITIVE
