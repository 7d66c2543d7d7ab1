"""What a correction makes of a fact: its columns, those worked out from them, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Any

from pipeline.corrections.entry import Correction
from pipeline.corrections.fields import Value
from pipeline.interpret.owners.identity import identity
from pipeline.interpret.times import calendar
from pipeline.interpret.voice.own import own_source
from pipeline.record import plain

Row = dict[str, Any]

DIRECTED = ("growth", "change")
SMALLEST = Decimal("1e-9")
"""What the warehouse's nine decimal places can hold."""


@dataclass(frozen=True)
class State:
    """A fact on its way through the corrections: its columns, whether it is rejected, and what was done to it, in words."""

    row: Row
    rejected: bool = False
    said: tuple[str, ...] = ()


def guard(row: Row, correction: Correction) -> str | None:
    """Why the words of a fact are not those that a correction expects; None where they are.  Spaces and line ends do not count."""
    quote, sentence = (" ".join(row[name].split()) for name in ("value_text", "sentence"))
    if quote != correction.quote:
        return f"it corrects {correction.quote!r}, and the figure is {quote!r} now"
    if correction.sentence not in sentence:
        return f"the sentence is another now: {sentence!r}"
    return None


def applied(state: State, correction: Correction, language: str) -> State:
    """The fact once corrected.  Raises ValueError where it would no longer make sense, which says why."""
    signed = f"{correction.because} ({correction.by}, {correction.on})"
    if correction.action != "set":
        return replace(state, rejected=correction.action == "reject", said=(*state.said, f"{correction.action}ed: {signed}"))
    before, row = state.row, state.row | correction.sets
    row |= _worked_out(before, row, correction.sets, language)
    if row["low"] > row["high"]:
        raise ValueError(f"low {plain(row['low'])} is above high {plain(row['high'])}: set both, or value")
    if row["statistic"] in DIRECTED and row["direction"] is None:
        raise ValueError(f"a {row['statistic']} has a direction: set direction to up, down or flat as well")
    if row["statistic"] not in DIRECTED and row["direction"] is not None:
        raise ValueError(f"a {row['statistic']} has no direction")
    changes = ", ".join(f"{called} {shown(row[name])}, read as {shown(before[name])}" for name, called in _told(correction.sets))
    return State(row, False, (*state.said, f"{changes}: {signed}"))


def _told(sets: dict[str, Value]) -> list[tuple[str, str]]:
    """The columns to name, each with what it is called: a plain value is both bounds."""
    plain_value = "low" in sets and sets["low"] == sets.get("high")
    return [("low", "value") if name == "low" and plain_value else (name, name) for name in sets if name != "high" or not plain_value]


def shown(value: Any) -> str:
    """A field for people."""
    return plain(value) if isinstance(value, Decimal) else str(value) if value not in (None, "") else "none"


def _worked_out(before: Row, row: Row, sets: dict[str, Value], language: str) -> Row:
    """The columns that follow from those that were set, where they were not set themselves."""
    made: Row = {}
    if "period" in sets:
        made["period_start"], made["period_end"] = calendar.bounds(row["period"])
        if "period_source" not in sets:
            made["period_source"] = "stated" if row["period"] else "none"
    if "entity" in sets:
        made["entity_id"] = identity(row["entity"], language)
    if "partner" in sets:
        made["partner_id"] = identity(row["partner"], language)
    if {"entity", "attribution", "indicator", "variant"} & set(sets):
        made["own_source"] = own_source(
            row["attribution"], row["entity"], made.get("entity_id", row["entity_id"]), row["indicator"], row["variant"], language
        )
    if "low" in sets and "precision" not in sets:
        made["precision"] = _precision(before, row["low"])
    if "statistic" in sets and "direction" not in sets and row["statistic"] not in DIRECTED:
        made["direction"] = None  # a level has none: who sets it need not say so
    return made


def _precision(before: Row, value: Decimal) -> Decimal:
    """The last printed digit of a corrected value: moved with the point where only its scale was wrong, else as read where the value
    fits it, else the last digit of the value as written."""
    precision: Decimal = before["precision"]
    with localcontext() as context:
        context.prec = 80  # of 38 digits each: nothing is rounded here
        if value and before["low"]:
            scale = abs(value / before["low"])
            if scale == Decimal(1).scaleb(scale.adjusted()):
                precision = max(precision * scale, SMALLEST)
        return precision if value % precision == 0 else Decimal(1).scaleb(int(value.as_tuple().exponent))
