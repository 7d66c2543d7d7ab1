"""What a figure is counted in, as far as it tells what it can measure: a price of one thing or a sum, a rate, a step or a part."""

from __future__ import annotations

from pipeline.interpret.clue import Clue
from pipeline.interpret.figure import Figure
from pipeline.interpret.measure.closed import closed
from pipeline.interpret.measure.marks import entries
from pipeline.model import Quantity

SUM = 100_000
"""From here on an amount of money is a sum, not a price."""

FORTUNE = 100_000_000
"""From here on it is no price of one house either, in yen or in dollars."""

A_SHARE = 1_000
"""From here on a profit or a loss is not one of a share, nor a price that of one: companies tell no smaller ones."""

LITTLE = 10
"""How much more of a money of little worth a sum is: a share may cost 578,000 won."""

COSTLY = 10_000_000
"""From here on no amount is the price of one coin or one tonne."""

LED = 6
"""Tokens between a step and the amount that it led to, with its hedges."""

DEAR = 5
"""From here on an amount of a money that is worth much is what no other is worth: dollars for oil, and not for pounds."""


def counted(figure: Figure) -> frozenset[str]:
    """What a figure is counted in: "percent" with "part", "rate", "step" or "points"; money with "share", "piece" (of something), "sum" (with "fortune" where it is a large one) or "small" (with "dear" where no money costs as much)."""
    quantity = figure.fact.quantity
    if not figure.money:
        fact = figure.fact
        if fact.statistic == "share" and quantity.low > WHOLE:
            return MULTIPLE
        kind = RATIOS["level" if fact.direction == "flat" else fact.statistic if fact.statistic in RATIOS else "growth"]
        if quantity.unit != "percent":
            return kind | POINTS
        return kind | TOTAL if "step" in kind and (led := led_to(figure)) is not None and _sum(led) else kind
    if quantity.per == "share":
        return SHARE
    if quantity.per in closed("weighed", figure.story.language) and quantity.high < COSTLY:
        return PIECE
    if quantity.high >= SUM * (LITTLE if quantity.unit in closed("cheap", figure.story.language) else 1):
        return TOTAL if quantity.high < FORTUNE else LARGE
    if quantity.per is not None and quantity.per not in TIMES:
        return PIECE
    dear = quantity.low >= DEAR and quantity.unit in closed("dear", figure.story.language)
    return PRICE if dear else SMALL


def led_to(figure: Figure) -> Quantity | None:
    """The amount of money right behind a step that it led to: "rose 5 percent to $3 billion", "up 3 percent at $7.72"."""
    at, tokens, language, move = figure.index + 1, figure.sentence.tokens, figure.story.language, figure.frame.move
    if at >= len(figure.spans) or figure.spans[at][0] - figure.last > LED:
        return None
    behind = move.last if move is not None and move.first == figure.behind else figure.last  # "closed 5 percent lower at $17"
    between = [token for token in tokens[behind + 1 : figure.spans[at][0]] if token not in closed("hedges", language)]
    quantity = figure.story.mentions[figure.number][at].quantity
    if not quantity.unit.isupper() or len(between) != 1 + (between[:1] == [","]) or between[-1] not in closed("led_to", language):
        return None
    return quantity


def _sum(quantity: Quantity) -> bool:
    return (quantity.per is None or quantity.per in TIMES) and quantity.high >= COSTLY


def costly(figure: Figure, clue: Clue) -> bool:
    """ "bitcoin topped $120,000": whether a sum is the price of one of what costs so much."""
    dear = figure.money and clue.last < figure.first and figure.fact.quantity.high < COSTLY
    return dear and figure.sentence.tokens[clue.last] in closed("costly", figure.story.language)


def share_priced(figure: Figure) -> bool:
    """Whether an amount of money may be the price of a share."""
    return figure.money and figure.fact.quantity.high < A_SHARE and figure.fact.quantity.per in (None, "share")


def fits(indicator: str, kind: frozenset[str], language: str) -> bool:
    """Whether an indicator may be counted so."""
    return kind.isdisjoint(entries(language).get(indicator, {}).get("never", ()))


RATIOS = {
    "share": frozenset({"percent", "part"}),
    "level": frozenset({"percent", "rate"}),
    "growth": frozenset({"percent", "step"}),
}
WHOLE = 100
"""Above this percentage a share is no part of a whole but a multiple: "twice the price"."""

MULTIPLE = frozenset({"percent"})
POINTS = frozenset({"points"})
SHARE, TOTAL, PIECE, SMALL = frozenset({"share"}), frozenset({"sum"}), frozenset({"piece"}), frozenset({"small"})
PRICE = SMALL | {"dear"}
LARGE = TOTAL | {"fortune"}
RATED = frozenset({"money_market", "interest_rate", "bond_yield"})
"""What a story of deals that are done at a percentage names."""
PUMPED = frozenset({"litre", "gallon"})
"""What fuel is sold by to those who drive."""

TIMES = frozenset({"year", "month", "week", "day", "quarter", "hour"})
