"""The amounts in a stretch of tokens, and the ways two or more of them share a unit and a scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.recognise.lexer import Token
from pipeline.recognise.rule import Reading

ONE = Decimal(1)
KEY = 1_000_000
"""From here on digits behind a letter are more often a key ("N16609236") than a sum without a scale."""

TOLD_TWICE = Decimal("1.5")
"""Times its step that a value is at least which is told in full behind it."""

NUMBER = "(?:[nw]f?|f)"
SCALE = "(?:-?[sg])*"


@dataclass(slots=True)
class Amount:
    """One number with what stands at it: a scale, a unit's candidates; `value` has the scale applied, `bare` has not."""

    start: int
    end: int
    bare: Decimal
    value: Decimal
    precision: Decimal
    power: int = 0
    scaled: bool = False
    units: tuple[str, ...] = ()
    kind: str = ""
    proved: bool = True
    factor: Decimal = ONE


def amounts(tokens: Sequence[Token]) -> list[Amount]:
    """Walk tokens from left to right; joins ("to", "and", comma) part the amounts."""
    found: list[Amount] = []
    now: Amount | None = None
    prefix: Token | None = None
    sign = ONE
    sign_at = -1
    for i, token in enumerate(tokens):
        kind = token.kind
        if kind == "f" and now is not None and not now.units and not now.scaled:
            now.value = now.bare = now.bare + token.value
            now.precision, now.end = token.precision, token.end
        elif kind in "nwf" or (kind == "a" and i + 1 < len(tokens) and tokens[i + 1].kind in "-scd"):
            value = token.value if kind != "a" else ONE
            start = sign_at if sign < 0 else token.start
            value = value.copy_negate() if sign < 0 else value  # sign * value would round to the context's precision
            now = Amount(start, token.end, value, value, token.precision)
            now.proved = kind == "n" and (value >= 1000 or token.precision < 1)
            sign = ONE
            if prefix is not None and prefix.sense is not None:
                now.start = min(prefix.start, start)
                now.units, now.kind = prefix.sense.units, "C"
                now.proved = not prefix.sense.guarded or (now.proved and value < KEY)
                _scale(now, prefix.sense.power, now.end)
            prefix = None
            found.append(now)
        elif kind == "C":
            prefix, now = token, None
        elif kind in "sg" and now is not None and token.sense is not None:
            _scale(now, token.sense.power, token.end)
            now.proved = True
        elif kind in "cd%pbq" and now is not None and token.sense is not None:
            if not now.units or now.kind == "C":
                guarded = token.sense.guarded and not now.proved
                if kind == "d" and token.sense.guarded:  # "5p" is pence, "5 p" is not
                    guarded = token.start > now.end
                now.proved = not guarded
                if not now.units:
                    now.units, now.kind = token.sense.units, kind
                elif len(now.units) > 1 and len(token.sense.units) == 1 and token.sense.units[0] in now.units:
                    now.units = token.sense.units  # "¥26.6 billion RMB": the word says which of the sign's currencies
                _scale(now, token.sense.power, token.end)
                if not (kind == "d" and now.kind == "C" and now.precision < 1):  # "$25.60 cents" are dollars, as their sign says
                    now.value *= token.sense.factor
                    now.precision *= token.sense.factor
                    now.factor = token.sense.factor
                now.end = token.end
        elif kind == "-":
            if (
                i + 1 < len(tokens)
                and tokens[i + 1].kind in "nwfC"
                and tokens[i + 1].start == token.end
                and (i == 0 or tokens[i - 1].kind in "t&|,/BFC")
            ):
                sign = -ONE
                sign_at = token.start if prefix is None else prefix.start
            elif i + 1 < len(tokens) and tokens[i + 1].kind in "sgcd%pbq":
                continue
            else:
                now = None
        else:
            now = None
    return found


def _scale(amount: Amount, power: int, end: int) -> None:
    if power:
        factor = ONE.scaleb(power)
        amount.value *= factor
        amount.precision *= factor
        amount.power += power
        amount.scaled = True
    amount.end = end


def _agree(found: list[Amount]) -> None:
    """ "70 cents and $1.90": of more moneys that have cents, those that have the sign beside it."""
    fewest = min((a.units for a in found if a.units), key=len)
    for amount in found:
        if set(amount.units) > set(fewest):
            amount.units = fewest


def share(found: list[Amount]) -> list[Amount] | None:
    """Give each amount the unit, and where it must be meant the scale, that only a neighbour has; None where units differ."""
    owner = next((a for a in reversed(found) if a.units), None)
    if owner is None:
        return None
    largest = next((a for a in reversed(found) if a.scaled), owner)
    _agree(found)
    for amount in found:
        if amount.units and amount.units != owner.units:
            return None
        if owner.kind == "d" and amount.kind != "d" and (amount.scaled or amount.bare >= 1000):
            amount.units, amount.proved = owner.units, owner.proved  # "200 million, or 52 cents a share": nobody counts cents so
            largest = owner
            continue
        if not amount.scaled and largest.scaled and amount.bare < 1000 and (not amount.units or abs(amount.bare) <= abs(largest.bare)):
            _scale(amount, largest.power, amount.end)
        if not amount.units:
            amount.units, amount.kind, amount.proved = owner.units, owner.kind, owner.proved
            amount.value *= owner.factor
            amount.precision *= owner.factor
    return found


Produce = Callable[[Sequence[Token]], list[Reading] | None]


def single(rule: str) -> Produce:
    """One figure."""

    def produce(tokens: Sequence[Token]) -> list[Reading] | None:
        found = amounts(tokens)
        if len(found) != 1 or not found[0].units or not found[0].proved:
            return None
        return [_reading(found[0], rule)]

    return produce


def apart(rule: str) -> Produce:
    """Several figures that share a unit, each its own."""

    def produce(tokens: Sequence[Token]) -> list[Reading] | None:
        told = amounts(tokens)
        if any(_year(a) for a in told[:-1]) and told[-1].bare < 1000:
            return None  # "for the first quarter of 2006 and 4 cents for the second"
        found = share(told)
        if not found or not all(a.proved for a in found):
            return None
        last = found[-1]
        if any(a.bare >= 1000 and not a.scaled and (last.scaled or last.kind in "%pbq") for a in found):
            return None  # "992,760 and 164 mln stg", "699,800 or 9.1 pct": a count beside a figure
        return [_reading(a, rule) for a in found]

    return produce


def span(rule: str) -> Produce:
    """Two figures that bound one range; its span runs from the first token to the last."""

    def produce(tokens: Sequence[Token]) -> list[Reading] | None:
        found = share(amounts(tokens))
        if not found or len(found) != 2 or not found[-1].proved:
            return None
        low, high = found
        if low.kind == "d" and high.kind != "d" and high.value >= 1000:
            return None  # "23 cents or 203,372 dollars": one of a share, and the whole
        if high.scaled and not low.scaled and 1900 <= low.bare <= 2100:
            return None  # "for the first quarter of 1987 to 3 billion": a year, with its unit from the other
        if low.value > high.value and low.bare < 1000 <= high.bare:
            return None
        if low.bare * 1000 < high.bare and not low.scaled and high.bare >= 10_000 and low.bare < 1000 and high.bare % 1000 == 0:
            low = replace(low, value=low.value * 1000)  # "$50-100,000"
        if low.value >= high.value:
            return None
        return [Reading(tokens[0].start, high.end, low.value, high.value, low.units, min(low.precision, high.precision), rule)]

    return produce


def step(rule: str) -> Produce:
    """A step and the value it led to: "fell $1.26 to $39.63"; None where the second is near enough to be the end of a range."""

    def produce(tokens: Sequence[Token]) -> list[Reading] | None:
        found = amounts(tokens)
        if len(found) == 2 and found[0].units and not found[1].scaled and (found[1].precision < 1 or found[1].bare >= 10_000):
            share(found)  # "fell $1.26 to 39.63", "rose $1,050 to 94,550": a price, though its sign is left out
        if found and any(a.units for a in found):
            _agree(found)
        if len(found) == 2 and found[0].scaled and found[1].scaled and not found[0].units:
            share(found)  # "rose 200 mln to 7.2 billion dlrs"
        if len(found) != 2 or not (found[0].units and found[1].units):
            return None
        to_the_cent = any(a.precision < 1 and a.bare * 100 % 5 for a in found)  # no range is told so: "$8.17 to $24.05"
        apart = found[0].scaled and found[1].scaled and found[0].power != found[1].power  # "900 mln dlrs to 2.6 billion dlrs"
        least = Decimal("1.1") if to_the_cent else TOLD_TWICE if _told_twice(tokens, found) else 2 if apart else 3
        if abs(found[1].value) < least * abs(found[0].value):
            return None
        return [_reading(a, rule) for a in found] if all(a.proved for a in found) else None

    return produce


def _told_twice(tokens: Sequence[Token], found: list[Amount]) -> bool:
    """Whether both of two sums have their scale and, behind it, their money, which a range tells once: "97 mln dlrs to 233 mln dlrs"."""
    return all(amount.scaled for amount in found) and [token.kind for token in tokens].count("c") == len(found)


def quoted(rule: str) -> Produce:
    """A bid and an offer: "1.8155/60 marks", "$7/$9", "6-3/8, 1/8 pct"; the second is printed short."""

    def produce(tokens: Sequence[Token]) -> list[Reading] | None:
        found = amounts(tokens)
        if len(found) != 2:
            return None
        bid, offer = found
        if not bid.proved and not offer.proved:
            return None  # "the 5/1 ARM": a loan
        units = offer.units or bid.units
        second = offer.value
        if not bid.units or not offer.units:
            second = short_offer(bid.bare, bid.precision, offer.bare, offer.precision)
        low, high = sorted((bid.value, second))
        return [Reading(bid.start, offer.end, low, high, units, bid.precision, rule)]

    return produce


def short_offer(bid: Decimal, bid_precision: Decimal, offer: Decimal, precision: Decimal) -> Decimal:
    """The offer of a quote that prints only its last digits ("1.8155/60" is 1.8160) or its fraction ("6-3/8, 1/8")."""
    if 0 < offer < 1 and precision < 1:
        return int(bid) + offer
    if precision != 1 or bid_precision >= 1 or offer >= 1000:
        return offer
    digits = len(str(offer)) if offer >= 10 else 2
    step = bid_precision.scaleb(digits)
    base = (bid // step) * step
    second = base + offer * bid_precision
    return second if second >= bid or bid - second < step / 2 else second + step  # "4.50/43 pct": the offer is the lower


def _reading(amount: Amount, rule: str) -> Reading:
    return Reading(amount.start, amount.end, amount.value, amount.value, amount.units, amount.precision, rule)


def _year(amount: Amount) -> bool:
    """A bare number that reads as a year ("1986 and 5 pct") bounds no range and joins no list."""
    return amount.kind == "" and not amount.scaled and 1900 <= amount.bare <= 2100
