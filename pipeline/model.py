"""The nouns of this project.  Data only: this module imports nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


class Quantity(NamedTuple):
    """An amount of `unit`: `percent`, `percentage_point`, `basis_point`, or an ISO 4217 code.

    A range ("$5bn to $7bn") has `low` < `high`; a plain figure has `low == high`.  `per` is the denominator of a
    price or a rate of flow (`barrel`, `share`, `year`), None where there is none.
    """

    low: Decimal
    high: Decimal
    unit: str
    per: str | None = None


class Mention(NamedTuple):
    """A quantity as one stretch of text states it, and the rule that read it.

    `candidates` are the codes that a shared sign or name may stand for, likeliest first (empty where it stands for one);
    `precision` is the size of one unit of the last printed digit; `approximation` one of the guideline's `approx` values.
    """

    span: Span
    text: str
    quantity: Quantity
    rule: str
    approximation: str = "exact"
    precision: Decimal = Decimal(1)
    candidates: tuple[str, ...] = ()
    optional: bool = False
