"""Find the figures a text states: amounts of money and percentages, as written.

This stage knows no date and no story: which dollar, which year and whose figure it is are for interpret.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pipeline.model import Mention, Quantity, Span
from pipeline.recognise import bare, below_zero, between, earlier_range, ellipsis, equation, money, percent, point, volume, weight
from pipeline.recognise.approximation import approximation
from pipeline.recognise.denominator import denominator
from pipeline.recognise.glance import Reader
from pipeline.recognise.lexer import runs
from pipeline.recognise.rule import Grammar, Rule

RULES: tuple[Rule, ...] = (*money.RULES, *percent.RULES, *bare.RULES)
LARGEST = Decimal("1e28")
GRAMMAR = Grammar(RULES)


@cache
def _reader(language: str) -> Reader:
    return Reader(language, GRAMMAR)


def recognise(text: str, language: str = "en", with_volumes: bool = False, within: str = "") -> list[Mention]:
    """The figures of `text` from left to right; spans index `text`, which may be a sentence `within` a longer one.

    None overlap, but for an aside inside a range ("between $60,000 (£30,800) and $150,000").  A sum whose currency only another
    sentence can tell has the unit XXX.  `with_volumes` adds physical volumes, their unit a UCUM code.
    """
    readings = _reader(language).readings(text, with_volumes, within)
    if not readings:
        return []
    found: list[Mention] = []
    physical = volume.volumes(text, readings, language) if with_volumes else []
    for settle in (point.settle, weight.left_out, ellipsis.fill, between.join, earlier_range.join, below_zero.signed):
        readings = settle(text, readings, language)
    for reading in readings:
        start, end, low, high, units, precision, rule, optional = reading
        if abs(high) >= LARGEST:
            continue  # no sum of this world, and more digits than the warehouse keeps
        if equation.one_side(text, reading):
            continue  # "($1 = 0.72 euros)": the other side of a rate
        is_money = units[0].isupper()
        if is_money and found and text[found[-1].span.end : start].strip() == "per":
            continue  # "255 tenge per $1": what the rate is per
        equal_to = equation.base(text, start, end, language) if is_money else None
        if equal_to is not None:
            units = equation.other_side(text, end, units, language)
        unit = units[0]
        approx = approximation(text, start, end, language)
        if approx == "exact" and found and text[start - 1 : start] == "(" and not text[found[-1].span.end : start - 1].strip():
            approx = found[-1].approximation  # a conversion in brackets is as near as what it converts
        per = equal_to or denominator(text, end, is_money, language)
        found.append(
            Mention(
                Span(start, end),
                text[start:end],
                Quantity(low, high, unit, per),
                rule,
                approx,
                precision,
                units if len(units) > 1 else (),
                optional,
            )
        )
    return sorted(found + physical, key=lambda mention: mention.span) if physical else found


def contest(text: str, language: str = "en") -> dict[int, tuple[str, ...]]:
    """For each place in `text` where a rule read a figure, the rules that matched there as well and lost: shorter, or later in order."""
    return {start: losers for kinds, tokens in runs(text, language) for start, losers in GRAMMAR.contest(kinds, tokens)}


__all__ = ["RULES", "contest", "recognise"]
