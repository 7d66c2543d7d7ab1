"""How likely a fact is right as a whole.

A prior only: each rule that chose a noun or an owner carries a weight set by hand, and a fact gets their product.  It orders
facts; it is not yet calibrated (docs/benchmarks.md).
"""

from __future__ import annotations

FLOOR, CEILING = 0.05, 0.97


def confidence(weights: list[float]) -> float:
    """The product of the weights of the rules that made a fact, kept inside what can be known."""
    product = 1.0
    for weight in weights:
        product *= weight
    return round(min(CEILING, max(FLOOR, product)), 3)
