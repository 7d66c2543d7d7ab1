"""Percentages, percentage points and basis points."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.recognise.amount import NUMBER, Produce, amounts, apart, quoted, single, span, step
from pipeline.recognise.lexer import Token
from pipeline.recognise.rule import Reading, Rule

UNITED = f"-?{NUMBER}s*-?[%pbq]"
BARE = f"-?{NUMBER}"
ANY = f"(?:{UNITED}|{BARE})"
APART = "from 9 to 10 pct"
GROWN = "doubled"
"""The rule whose figures are growths in words."""
STILL = "unchanged"
"""The rule whose figures are growths of zero in words."""


def fraction_of_percent(tokens: Sequence[Token]) -> list[Reading] | None:
    """ "one-tenth of 1 percent" is 0.1 percent."""
    part, whole = tokens[0], amounts(tokens[2:])[0]
    value = part.value * whole.value
    return [Reading(part.start, whole.end, value, value, whole.units, value, "one-tenth of 1 percent")]


def in_words(rule: str, of_zero: str = "") -> Produce:
    """ "a third of the jobs", "profits doubled": the token has the value in percent, and a careful reader might leave it out."""

    def produce(tokens: Sequence[Token]) -> list[Reading]:
        only = tokens[0]
        return [Reading(only.start, only.end, only.value, only.value, ("percent",), only.precision, rule if only.value else of_zero, True)]

    return produce


RULES = (
    Rule("rose 0.2 pct to 9 pct", "rose 0.2 pct to 9 pct", f"M{UNITED}t{UNITED}", step("rose 0.2 pct to 9 pct")),
    Rule("between 5 and 7 pct", "between 5 and 7 pct", f"B{ANY}[&t-]{UNITED}", span("between 5 and 7 pct")),
    Rule(APART, "from 9 to 10 pct", f"F{ANY}t{UNITED}", apart(APART)),
    Rule("5-6 pct", "5 to 6 pct", f"{ANY}[t|-]{UNITED}", span("5-6 pct")),
    Rule("six and 6-1/8 pct", "six and 6-1/8 pct", f"(?<![nwf])(?<![nwf]-){ANY}(?:,{ANY})*,?[&|]{UNITED}", apart("six and 6-1/8 pct")),
    Rule("6-3/8, 1/8 pct", "6-3/8, 1/8 pct", "n(?:/[nf]|,f)-?%", quoted("6-3/8, 1/8 pct")),
    Rule("one-tenth of 1 percent", "one-tenth of 1 percent", f"fo{NUMBER}-?%", fraction_of_percent),
    Rule("32%", "32%", UNITED, single("32%")),
    Rule("a third of", "a third of the jobs", "x", in_words("a third of")),
    Rule(GROWN, "profits doubled", "m", in_words(GROWN, STILL)),
)
