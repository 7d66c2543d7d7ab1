"""Arithmetic as a witness: what a story says of a level, its base and its step must add up within the printed precision."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from pipeline.interpret.figure import BESIDE, STEPS, Figure
from pipeline.model import Fact

HALF, ONE, HUNDRED = Decimal("0.5"), Decimal(1), Decimal(100)
TINY = Decimal("1e-9")

EXPECTED = ("forecast", "target")
"""The statuses of what no step came from."""

SLACK = Decimal("0.03")
"""How far two conversions of one story may imply different rates: they are rounded, and a day apart at most."""


OTHER_BASES = ("annualised", "ytd")
"""Of a step that did not come from the base beside it."""


class Bounds(NamedTuple):
    """All values that round to what is printed."""

    low: Decimal
    high: Decimal


def check(figures: list[Figure]) -> None:
    """Try the arithmetic of each step with its value and base, and of conversions with each other; write it on the facts."""
    for step, value, base in _steps(figures):
        said = -step.quantity.low if step.direction == "down" else step.quantity.low
        slack = HALF * step.mention.precision
        a, b = _printed(value), _printed(base)
        if step.statistic == "growth":
            least, most = (a.low / max(b.high, TINY) - ONE) * HUNDRED, (a.high / max(b.low, TINY) - ONE) * HUNDRED
            words, show = f"{value.mention.text} over {base.mention.text}", _percent
        else:
            least, most = a.low - b.high, a.high - b.low
            words, show = f"{value.mention.text} less {base.mention.text}", _amount
        fits = least - slack <= said <= most + slack
        outcome = "adds up" if fits else "does not add up"
        _write((step, value, base), f"{words} is {show(least)} to {show(most)}; said: {show(said)}: {outcome}")
    _conversions(figures)


def _steps(figures: list[Figure]) -> Iterator[tuple[Fact, Fact, Fact]]:
    """Each step with the value it led to and the base it came from, all plain figures of one measure and time."""
    for figure, behind in zip_longest(figures, figures[1:]):
        base, anchor = figure.fact, figure.frame.anchor
        if anchor is None or not _comes_from(figure, behind) or not _level_pair(anchor.fact, base):
            continue
        value, earlier = anchor.fact, figure.earlier
        at = next((n for n in reversed(range(len(earlier))) if earlier[n].fact.statistic in STEPS), None)
        if at is None or _led_elsewhere(earlier[at + 1 :], anchor):
            continue
        step = earlier[at].fact
        if step.indicator != base.indicator or step.entity_id != base.entity_id or step.basis in OTHER_BASES or not _plain(step):
            continue
        if step.statistic == "change" and step.quantity.unit != value.quantity.unit:
            continue
        if step.basis == "yoy" and not _year_apart(value, base):
            continue
        yield step, value, base


def _comes_from(figure: Figure, behind: Figure | None) -> bool:
    """Whether a figure is what another came from: not a peak it comes after ("at $54 after hitting $55"), nor where a range begins."""
    if figure.frame.role == "base":
        return behind is None or behind.previous is not figure or behind.lead != ["to"]
    touched = not figure.words("compares_behind").isdisjoint(figure.lead) and figure.words("ended_at").isdisjoint(figure.lead)
    return figure.frame.role == "compared" and not touched


def _led_elsewhere(since: list[Figure], value: Figure) -> bool:
    """ "rose 8 percent to $12.97 after brokers raised their target to $16.50 from $12": whether a step led to a value before `value`."""
    return value.frame.role in BESIDE or any(f.frame.role == "reached" and f.first < value.first for f in since)


def _level_pair(value: Fact, base: Fact) -> bool:
    return (
        value.statistic == base.statistic == "level"
        and base.status not in EXPECTED
        and value.quantity.unit == base.quantity.unit
        and value.balance == base.balance
        and value.indicator == base.indicator
        and bool(base.quantity.low)
        and _plain(value)
        and _plain(base)
    )


def _plain(fact: Fact) -> bool:
    return fact.quantity.low == fact.quantity.high and fact.approximation == "exact"


def _year_apart(value: Fact, base: Fact) -> bool:
    return not (value.period and base.period) or (value.period[4:] == base.period[4:] and value.period != base.period)


def _conversions(figures: list[Figure]) -> None:
    """ "14bn euros ($18.34bn)" implies a rate; the conversions of a story between two currencies must imply the same one."""
    rates: dict[tuple[str, str], tuple[Fact, Bounds]] = {}
    for figure in figures:
        anchor = figure.frame.anchor
        if figure.frame.role != "converted" or anchor is None or not _plain(figure.fact) or not _plain(anchor.fact):
            continue
        one, other = anchor.fact, figure.fact
        if not one.quantity.low or one.quantity.unit == other.quantity.unit:
            continue
        a, b = _printed(one), _printed(other)
        rate = Bounds(b.low / max(a.high, TINY), b.high / max(a.low, TINY))
        pair = (one.quantity.unit, other.quantity.unit)
        words = (
            f"{one.mention.text} for {other.mention.text} implies {_amount(other.quantity.low / one.quantity.low)} {pair[1]} per {pair[0]}"
        )
        known = rates.setdefault(pair, (other, rate))
        if known[0] is other:
            _write((one, other), words)
            continue
        first = known[1]
        fits = rate.low <= first.high * (1 + SLACK) and first.low <= rate.high * (1 + SLACK)
        _write((one, other), f"{words}; {'fits' if fits else 'does not fit'} {known[0].mention.text} before")


def _printed(fact: Fact) -> Bounds:
    half = HALF * fact.mention.precision
    return Bounds(fact.quantity.low - half, fact.quantity.low + half)


def _write(facts: tuple[Fact, ...], words: str) -> None:
    for fact in facts:
        fact.checks.append(" ".join(words.split()))


def _percent(value: Decimal) -> str:
    return f"{value:+.2f} %"


def _amount(value: Decimal) -> str:
    return f"{value:,.4g}"
