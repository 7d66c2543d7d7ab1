"""Amounts of money: "$10 billion", "2.3 mln dlrs", "between $5bn and $7bn"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.recognise.amount import NUMBER, SCALE, Produce, amounts, apart, quoted, single, span, step
from pipeline.recognise.lexer import Token
from pipeline.recognise.rule import Reading, Rule

BEFORE = f"-?C-?(?:{NUMBER}{SCALE}|as)(?:-?[cd])?"
AFTER = f"-?(?:{NUMBER}{SCALE}|(?<![nwfsgcdpqb%-])a(?:-?s)?)-?[cd][sg]?"
BARE = f"-?{NUMBER}{SCALE}"
WHOLE = f"-?[nw]f?{SCALE}"
ANY = f"(?:{BEFORE}|{AFTER}|{BARE})"
APART = "from $75 to $45"


def whole_and_hundredths(rule: str) -> Produce:
    """One amount whose hundredths are said apart: "20 dollars 43 cents", "3 GBP and one"."""

    def produce(tokens: Sequence[Token]) -> list[Reading] | None:
        found = amounts(tokens)
        if len(found) != 2 or not found[0].units or found[0].kind == "d" or found[0].scaled or found[1].scaled:
            return None
        whole, part = found
        cents = part.bare
        if not 0 < cents < 100 or cents % 1 or whole.precision < 1 or part.kind not in ("", "d"):
            return None
        value = whole.value + cents / 100
        return [Reading(whole.start, part.end, value, value, whole.units, Decimal("0.01"), rule)]

    return produce


RULES = (
    Rule("fell $1.26 to $39.63", "fell $1.26 to $39.63", f"M{ANY}t{ANY}", step("fell $1.26 to $39.63")),
    Rule("3 pct or $1.26 to $39.63", "3 pct or $1.26 to $39.63", f"(?:(?<=%[|])|(?<=%,[|])){ANY}t{ANY}", step("3 pct or $1.26 to $39.63")),
    Rule("between $5bn and $7bn", "between 10 dollars and 20 dollars", f"B{ANY}[&t-]{ANY}", span("between $5bn and $7bn")),
    Rule(APART, "from $75 to $45", f"F{ANY}t{ANY}", apart(APART)),
    Rule("$5bn to $7bn", "$5bn to $7bn", f"{BEFORE}[t-](?:{BEFORE}|{BARE})", span("$5bn to $7bn")),
    Rule("3 to 4 million dollars", "3 to 4 million dollars", f"(?:{AFTER}|{WHOLE})[t|-]{AFTER}", span("3 to 4 million dollars")),
    Rule("$3 and $4 million", "$3 and $4 million", f"{BEFORE}&{BEFORE}", apart("$3 and $4 million")),
    Rule(
        "six, seven and eight dollars",
        "six, seven and eight dollars",
        f"{BARE}(?:,{BARE})*,?[&|]{AFTER}",
        apart("six, seven and eight dollars"),
    ),
    Rule("1.8155/60 marks", "1.8155/60 marks", "(?:Cn/C?n|n/n-?c)", quoted("1.8155/60 marks")),
    Rule("20 dollars 43 cents", "20 dollars 43 cents", "[nwa]c&?[nw]d", whole_and_hundredths("20 dollars 43 cents")),
    Rule("20 dollars and 43", "twenty ringgit and 43", "(?:C[nw]|[nw]c)&[nw]$", whole_and_hundredths("20 dollars and 43")),
    Rule("$10 billion", "$10 billion", f"{BEFORE}", single("$10 billion")),
    Rule("10 billion dollars", "10 billion dollars", f"{AFTER}", single("10 billion dollars")),
)
