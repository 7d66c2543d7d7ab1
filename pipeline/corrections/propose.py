"""A new correction from the command line: find the fact, take its words as the guard, try it out, write it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import store
from pipeline.corrections import file
from pipeline.corrections.apply import apply
from pipeline.corrections.entry import Correction, CorrectionError, checked
from pipeline.corrections.meaning import Row, shown
from pipeline.store import corrections as table
from pipeline.store import derive, load

SHOWN = 12
"""Digits of an id that people are shown; they may give fewer."""


@dataclass
class Proposed:
    """A correction that was written, and what it will change."""

    correction: Correction
    reading: Row
    story: Row
    changes: list[tuple[str, str, str]]
    """Field, before and after, in words; where the fact speaks for another point or for none, that comes last, as `speaks for`."""


def propose(warehouse: Path, corrections: Path, prefix: str, entry: dict[str, Any]) -> Proposed:
    """Write a correction of the fact whose id starts with `prefix`; `entry` is what the file will say besides fact and guard.

    Raises CorrectionError where the fact is not found or the correction cannot be used; nothing is written then.
    """
    known = file.read(corrections)
    con = store.read_only(warehouse)
    try:
        found = _fact(con, prefix, warehouse)
        stories = table.documents(con, {row["document"] for row in found})
    finally:
        con.close()
    reading = found[0]
    guard = {"quote": reading["value_text"], "sentence": reading["sentence"]}
    try:
        correction = checked({"fact": reading["fact"]} | entry | {"expect": guard}, len(known) + 1)
    except ValueError as error:
        raise CorrectionError(f"fact {reading['fact'][:SHOWN]} cannot be corrected so: {error}") from error
    before, _ = _tried(found, stories, known)
    after, faults = _tried(found, stories, [*known, correction])
    if correction.number in faults:
        raise CorrectionError(f"fact {reading['fact'][:SHOWN]} cannot be corrected so: {faults[correction.number]}")
    changes = [(name, before[name], after[name]) for name in after if name in before and before[name] != after[name]]
    if not changes:
        raise CorrectionError(f"fact {reading['fact'][:SHOWN]} would stay as it is: nothing is written")
    file.append(corrections, correction)
    return Proposed(correction, reading, stories[0], changes)


def _fact(con: store.Connection, prefix: str, warehouse: Path) -> list[Row]:
    """The rows of the one fact whose id starts with `prefix`: one a document that prints its text."""
    found = table.starting(con, prefix.lower()) if prefix else []
    ids = sorted({row["fact"] for row in found})
    if not ids:
        raise CorrectionError(f"no fact in {warehouse} starts with {prefix!r}: `statwire why SERIES PERIOD` shows the ids behind a point")
    if len(ids) > 1:
        some = ", ".join(name[: max(SHOWN, len(prefix) + 4)] for name in ids[:3])
        raise CorrectionError(f"{len(ids)} facts start with {prefix!r}: give more of the id: {some}{', …' if len(ids) > 3 else ''}")
    return found


def _tried(facts: Sequence[Row], stories: Sequence[Row], corrections: Sequence[Correction]) -> tuple[dict[str, str], dict[int, str]]:
    """What a fact is after corrections, tried out in a warehouse of its own: its fields in words, and the faults by number."""
    con = store.connect()
    try:
        load.store(con, load.arrow("document", stories), load.arrow("fact", facts))
        outcome = apply(con, corrections, "", dt.datetime.now(dt.UTC))
        derive.refresh(con)
        columns = ", ".join(name for name in load.SCHEMAS["corrected"] if name in load.FACT | load.SENSE and name not in UNSAID)
        result = con.execute(f"SELECT {columns}, confidence FROM facts ORDER BY document LIMIT 1")  # noqa: S608 (names from SCHEMAS)
        names = [column[0] for column in result.description]
        rows = result.fetchall()
        told = {"fact": "stands"} | dict(zip(names, map(shown, rows[0]), strict=True)) if rows else {"fact": "rejected"}
        points = con.execute("SELECT DISTINCT series_id, period FROM claims ORDER BY ALL").fetchall()
        told["speaks for"] = ", ".join(f"{series} in {shown(period)}" for series, period in points) or "no point"
    finally:
        con.close()
    return told, {correction.number: fault for correction, fault in outcome.refused}


UNSAID = ("fact", "document", "period_start", "period_end", "run", "recorded_at", "retired_at")
"""What a correction changes without need to be told: days that follow from the period, and times."""
