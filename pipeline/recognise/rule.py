"""A rule: a name, a pattern over the kinds of a run's tokens, and what a match of it produces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.recognise.lexer import Token


class Reading(NamedTuple):
    """One figure that a rule read: the span, the bounds, the unit's candidates, and the size of the last printed digit.

    `units` is empty where the number stands bare and only a neighbour can tell its unit.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    units: tuple[str, ...]
    precision: Decimal
    rule: str
    optional: bool = False


@dataclass(frozen=True)
class Rule:
    """`pattern` is a regular expression over kinds (see vocabulary), matched from where the rule before it stopped.

    `produce` gets the tokens of the match and gives the figures in them, or None where the words do not bear it out.
    """

    name: str
    example: str
    pattern: str
    produce: Callable[[Sequence[Token]], list[Reading] | None]
    compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))


@lru_cache(maxsize=1 << 15)
def matching(rules: tuple[Rule, ...], kinds: str, at: int) -> tuple[tuple[int, Rule], ...]:
    """The rules that match `kinds` at `at` with the end of each match: longest first, then in the order of `rules`."""
    found = [(m.end(), rule) for rule in rules if (m := rule.compiled.match(kinds, at))]
    return tuple(sorted(found, key=lambda row: -row[0]))
