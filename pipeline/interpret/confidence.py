"""How likely a fact is right as a whole.

A placeholder for nothing: each factor is a rule's own share of right facts on the development gold (docs/benchmarks.md
says how it was measured); issue 3 replaces the product by a fitted model.
"""

from __future__ import annotations

FLOOR, CEILING = 0.05, 0.97


def confidence(weights: list[float]) -> float:
    """The product of the weights of the rules that made a fact, kept inside what can be known."""
    product = 1.0
    for weight in weights:
        product *= weight
    return round(min(CEILING, max(FLOOR, product)), 3)
