"""Numbers that stand without a unit; whether they are figures at all is settled by their neighbours (see ellipsis)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.recognise.amount import NUMBER, SCALE, amounts, quoted
from pipeline.recognise.lexer import Token
from pipeline.recognise.rule import Reading, Rule


def number(tokens: Sequence[Token]) -> list[Reading] | None:
    """One number, its scale applied."""
    found = amounts(tokens)
    if len(found) != 1 or found[0].units:
        return None
    only = found[0]
    return [Reading(only.start, only.end, only.value, only.value, (), only.precision, "bare")]


RULES = (
    Rule("1.8187/97", "against 1.8187/97", "n/n", quoted("1.8187/97")),
    Rule("bare", "from 2.69 billion", f"-?{NUMBER}{SCALE}", number),
)
