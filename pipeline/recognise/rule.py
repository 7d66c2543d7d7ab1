"""A rule: a name, a pattern over the kinds of a run's tokens, and what a match of it produces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
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


Plan = tuple[tuple[tuple[int, Rule], ...], ...]
"""For each place in a string of kinds the rules that match there with the end of each match, the longest first."""


class Grammar:
    """Rules in order; what they match in a string of kinds is worked out once, for the same few strings come again and again."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self.plan = lru_cache(maxsize=1 << 15)(self._plan)

    def _plan(self, kinds: str) -> Plan:
        places = []
        for at in range(len(kinds)):
            found = [(m.end(), rule) for rule in self.rules if (m := rule.compiled.match(kinds, at))]
            places.append(tuple(sorted(found, key=lambda row: -row[0])))
        return tuple(places)

    def contest(self, kinds: str, tokens: Sequence[Token]) -> list[tuple[int, tuple[str, ...]]]:
        """Where in the text each figure of a run starts, and the names of the rules that lost there."""
        winners = self._winners(kinds, tokens)
        return [(reading.start, tuple(loser.name for _, loser in losers)) for read, losers in winners for reading in read]

    def readings(self, kinds: str, tokens: Sequence[Token]) -> list[Reading]:
        """The figures in a run, from left to right: at each place the longest match that its words bear out."""
        return [reading for read, _ in self._winners(kinds, tokens) for reading in read]

    def _winners(self, kinds: str, tokens: Sequence[Token]) -> Iterator[tuple[list[Reading], tuple[tuple[int, Rule], ...]]]:
        """What the winning rule read at each place, and the matches that it went before."""
        plan = self.plan(kinds)
        at = 0
        while at < len(plan):
            for place, (end, rule) in enumerate(plan[at], 1):
                read = rule.produce(tokens[at:end])
                if read is not None:
                    yield read, plan[at][place:]
                    at = end
                    break
            else:
                at += 1
