"""Values, spans and sources in the words that people read; nothing is rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pipeline.report.words import amount, decimals

EXACT = 12
"""Significant digits: all that a story prints, without the dust of binary fractions."""

DUST = 1e-9

Row = dict[str, Any]


def places(rows: list[Row]) -> int | None:
    """The decimal places that all rates of a series are shown with, so that 10.0 stands beside 9.7; None where three would round one."""
    ends = [row[end] for row in rows for end in ("low", "high")]
    fewest = decimals(ends)
    return fewest if all(abs(round(end, fewest) - end) < DUST for end in ends) else None


def value(row: Row, places: int | None = None) -> str:
    """The value of a row, with its unit and how near it is meant: "$112.7 m", "about 3 %", "$3.2 bn to $3.4 bn"."""
    low, high = (amount(row[end], row["unit"], row["per"], places, EXACT) for end in ("low", "high"))
    text = low if low == high else f"{low} to {high}"
    return text if row["approx"] == "exact" else f"{row['approx'].replace('_', ' ')} {text}"


def gap(row: Row) -> str:
    """How far a value lies from the one shown, in points where both are percentages."""
    unit = "percentage_point" if row["unit"] == "percent" else row["unit"]
    text = amount(row["gap"], unit, row["per"], digits=EXACT)
    return text if row["gap"] < 0 else f"+{text}"


def span(first: str | None, last: str | None) -> str:
    """The periods from the first to the last: "2008-01 to 2010-11"."""
    if first is None:
        return "undated"
    return first if first == last else f"{first} to {last}"


def voices(row: Row) -> str:
    """Who said a value first, and how many more publishers and texts say the same."""
    if row["publishers"] > 1:
        return f"{row['publisher'] or 'not named'} and {row['publishers'] - 1} more"
    texts = plural(row["documents"], "text") if row["documents"] > 1 or not row["publisher"] else ""
    return ", ".join(filter(None, (row["publisher"], texts)))


def plural(count: int, noun: str) -> str:
    """A count and its noun: "1 text", "1,204 texts"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def numbers(thing: Any) -> Any:
    """Rows ready for JSON: floats as decimals that print without exponent, moments and days as ISO text."""
    if isinstance(thing, dict):
        return {name: numbers(part) for name, part in thing.items()}
    if isinstance(thing, list):
        return [numbers(part) for part in thing]
    if isinstance(thing, float):
        return Decimal(repr(thing))
    return thing.isoformat() if hasattr(thing, "isoformat") else thing
