"""Apply the corrections to the facts that stand: at every build, in the order of the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline import store
from pipeline.corrections.entry import Correction
from pipeline.corrections.meaning import Row, State, applied, guard
from pipeline.record import to_json
from pipeline.store import corrections as table


@dataclass
class Outcome:
    """What became of the corrections of a file: how many were applied, to how many facts, and which were not, with the reason."""

    applied: int = 0
    facts: int = 0
    undone: int = 0
    """Facts corrected before that are as read again: their correction is gone from the file, or not applied any more."""
    refused: list[tuple[Correction, str]] = field(default_factory=list)


GONE = "no such fact stands: its words are read differently now, or its story is gone; remove the correction, or name the fact that stands"


def apply(con: store.Connection, corrections: Sequence[Correction], run: str, now: dt.datetime) -> Outcome:
    """Correct the standing facts of a warehouse and record what became of each correction."""
    stamp = {"run": run, "recorded_at": now, "retired_at": None}
    states = _standing(con, corrections)
    outcome, rows = Outcome(), []
    for correction in corrections:
        targets = [key for key, state in states.items() if _meant(state.row, correction)]
        fault = None if targets else GONE
        done = 0
        for key in targets:
            made = _attempt(states[key], correction)
            if isinstance(made, State):
                states[key] = made
                done += 1
            else:
                fault = made
        fault = None if done else fault
        if fault:
            outcome.refused.append((correction, fault))
        outcome.applied += fault is None
        rows.append(_row(correction, done, fault) | stamp)
    changed = [{**s.row, "rejected": s.rejected, "correction": "; ".join(s.said)} | stamp for s in states.values() if s.said]
    outcome.facts = len(changed)
    outcome.undone = table.record(con, rows, changed, now)
    return outcome


def _standing(con: store.Connection, corrections: Iterable[Correction]) -> dict[tuple[str, str], State]:
    """The facts that corrections are about, as read, by fact and document."""
    facts, places = set(), set()
    for correction in corrections:
        if correction.fact:
            facts.add(correction.fact)
        else:
            places.add((str(correction.document), int(correction.start or 0), int(correction.end or 0)))
    found = table.readings(con, facts, places) if facts or places else []
    return {(row["fact"], row["document"]): State(row) for row in found}


def _meant(row: Row, correction: Correction) -> bool:
    if correction.fact:
        return bool(row["fact"] == correction.fact)
    return (row["document"], row["start"], row["end"]) == (correction.document, correction.start, correction.end)


def _attempt(state: State, correction: Correction) -> State | str:
    """The fact once corrected, or why it is not."""
    if fault := guard(state.row, correction):
        return fault
    try:
        return applied(state, correction, state.row["language"])
    except ValueError as error:
        return str(error)


def _row(correction: Correction, facts: int, fault: str | None) -> Row:
    """A correction as a row of the table `correction`, without the run that met it."""
    return {
        "correction": correction.key, "number": correction.number, "fact": correction.fact, "document": correction.document,
        "start": correction.start, "end": correction.end, "action": correction.action, "fields": to_json(correction.sets), "because": correction.because,
        "made_by": correction.by, "made_on": correction.on, "quote": correction.quote, "sentence": correction.sentence, "facts": facts, "fault": fault,
    }  # fmt: skip
