"""Numbers that stand without a unit; whether they are figures at all is settled by their neighbours (see ellipsis)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.recognise.amount import NUMBER, SCALE, amounts, quoted
from pipeline.recognise.lexer import Token
from pipeline.recognise.rule import Reading, Rule


def number(tokens: Sequence[Token]) -> list[Reading] | None:
    """One number, its scale applied."""
    if len(tokens) == 1:  # most numbers in news are counts and days
        only = tokens[0]
        return [Reading(only.start, only.end, only.value, only.value, (), only.precision, "bare")]
    found = amounts(tokens)
    if len(found) != 1 or found[0].units:
        return None
    amount = found[0]
    return [Reading(amount.start, amount.end, amount.value, amount.value, (), amount.precision, "bare")]


def pair(tokens: Sequence[Token]) -> list[Reading] | None:
    """Two numbers of which the second has the scale of both: "against 4.89 and 4.79 billion"."""
    first, second = amounts(tokens)
    if first.bare >= 1000 or first.bare * 10 < second.bare or second.bare * 10 < first.bare:
        return None
    factor = second.value / second.bare if second.bare else second.value
    value, precision = first.bare * factor, first.precision * factor
    return [
        Reading(first.start, first.end, value, value, (), precision, "4.89 and 4.79 billion"),
        Reading(second.start, second.end, second.value, second.value, (), second.precision, "4.89 and 4.79 billion"),
    ]


def span(tokens: Sequence[Token]) -> list[Reading] | None:
    """The bounds of a range, of which the second has the scale of both: "a further 10-15 billion"."""
    first, second = amounts([tokens[0], *tokens[2:]])
    if tokens[1].end != tokens[2].start or not first.bare < second.bare <= first.bare * 10:
        return None
    factor = second.value / second.bare
    return [Reading(first.start, second.end, first.bare * factor, second.value, (), second.precision, "10-15 billion")]


RULES = (
    Rule("10-15 billion", "against 10-15 billion", "(?<![nwf])n-ns+", span),
    Rule("4.89 and 4.79 billion", "against 4.89 and 4.79 billion", "n&ns+", pair),
    Rule("1.8187/97", "against 1.8187/97", "n/n", quoted("1.8187/97")),
    Rule("bare", "from 2.69 billion", f"-?{NUMBER}{SCALE}", number),
)
