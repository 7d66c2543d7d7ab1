"""How likely a fact is right as a whole: a logistic model over the rules that made it, fitted on the annotated stories.

`tools/confidence.py` fits the weights and writes them to lexicon/<language>/confidence.toml; docs/benchmarks.md has the reliability table.
"""

from __future__ import annotations

import math
import re
from functools import cache

from pipeline import lexicon
from pipeline.model import Fact

FLOOR, CEILING = 0.02, 0.98
"""No rule is surer than this, for or against."""

PARTICULAR = re.compile(r" ?\([^)]*\)| ?'[^']*'|\b(?:up|down)\b")
"""What a rule says of this one figure, and not of its kind."""


def features(fact: Fact, weights: list[float]) -> list[str]:
    """What the model looks at: the kinds of the rules, what they answered, whether arithmetic bore it out, how sure they were."""
    said = [PARTICULAR.sub("", rule).partition(": ")[0::2] for rule in fact.rules]
    found = [f"{question}: {rule}" for question, rule in said if rule and question != "variant"]
    found += [
        f"= {fact.indicator}",
        f"= {fact.statistic}",
        f"= {fact.status}",
        f"= {'money' if fact.quantity.unit.isupper() else fact.quantity.unit}",
    ]
    found.append("= period" if fact.period else "= no period")
    found.append("= owner" if fact.entity else "= no owner")
    if fact.checks:
        found.append("adds up" if not any("does not" in check for check in fact.checks) else "does not add up")
    found += [f"sure below {bound}" for bound in (0.5, 0.7, 0.85) if math.prod(weights) < bound]
    return list(dict.fromkeys(found))


def confidence(fact: Fact, weights: list[float], language: str) -> float:
    """The probability that figure, statistic, direction, status, indicator, period and entity are all right."""
    model = _model(language)
    score = model["base"] + sum(model["weights"].get(feature, 0.0) for feature in features(fact, weights))
    return round(min(CEILING, max(FLOOR, 1 / (1 + math.exp(-score)))), 3)


@cache
def _model(language: str) -> lexicon.Entries:
    return lexicon.entries("confidence", language)
