"""Parts of sentences that several findings share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.report import words
from pipeline.report.model import Row

Said = Callable[[float], str]
"""Writes a value in the unit of a chart, all of them with as many decimals."""


def amounts(rows: Sequence[Row], about: Row) -> Said:
    """How the values of these rows are written."""
    places = words.decimals([row["value"] for row in rows])
    return lambda value: words.amount(value, about["unit"], about.get("per"), places)


def moved(name: str, about: Row, last: Row, said: Said) -> str:
    """A change as a sentence: "Norway’s GDP rose 0.6 % on a year earlier in Q4 2009"."""
    value = last["value"]
    verb = "rose" if value > 0 else "fell" if value < 0 else f"{words.verb(about)} flat"
    basis = words.BASES.get(about.get("basis") or "", "")
    return f"{name} {verb}{f' {said(abs(value))}' if value else ''}{f' {basis}' if basis else ''} {words.when(last['period'])}"


def figure(about: Row) -> str:
    """What is measured, as a noun within a sentence: "Norway’s exports", "growth of Norway’s GDP"."""
    kind = {"growth": "growth of ", "change": "the change in "}.get(about.get("statistic") or "", "")
    return kind + lower(words.measure(about))


def lower(name: str) -> str:
    """A name as it stands within a sentence; names of places and those in capitals stay."""
    first = name.split(" ", 1)[0]
    return name if "’" in first or not first[1:].islower() or "’" in name else name[:1].lower() + name[1:]


def ordinal(n: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    return f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
