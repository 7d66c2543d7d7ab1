"""Why a point has the value it has: every sentence that speaks for it, agreeing or not, and the rule that chose."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pipeline.find import UNDATED
from pipeline.show.lines import printable, wrapped
from pipeline.show.values import gap, plural, value

Row = dict[str, Any]

ID = 8
"""Digits of a fact's id that are shown: as many as `statwire correct` needs."""

RANKS = ("own_value", "surest", "first_said")
"""What a value is chosen by, besides its publishers and texts: the same in all its rows, and told by the rule."""


def with_rule(found: list[Row]) -> list[Row]:
    """The rows of the query `why`, each with the rule that chose the value of its vintage."""
    rules = {vintage: rule(list(rows)) for vintage, rows in groupby(found, key=_vintage)}
    kept = [{name: part for name, part in row.items() if name not in RANKS} for row in found]
    return [row | {"rule": rules[row["vintage"]] if row["shown"] else None} for row in kept]


def rule(rows: list[Row]) -> str | None:
    """What put the value shown before the best of the others, for the facts of one vintage; None where none is shown.

    The order of the view observations: own publisher, independent publishers, texts, confidence, first said.
    """
    candidates = {(row["value"], row["low"], row["high"]): row for row in reversed(rows)}
    shown = next((row for row in candidates.values() if row["shown"]), None)
    others = [row for row in candidates.values() if not row["shown"]]
    if shown is None:
        return None
    if not others:
        return "the only value told"
    best = min(others, key=_rank)
    if shown["own_value"] > best["own_value"]:
        return "given by the statistic's own publisher"
    if shown["publishers"] != best["publishers"]:
        return f"most independent publishers: {shown['publishers']} against {best['publishers']}"
    if shown["documents"] != best["documents"]:
        return f"most independent texts: {shown['documents']} against {best['documents']}, of as many publishers"
    if shown["surest"] != best["surest"]:
        return f"highest confidence: {shown['surest']:.2f} against {best['surest']:.2f}, with as many publishers and texts"
    return "said first, or the lower of two said at once: all else is equal"


def _rank(row: Row) -> tuple[Any, ...]:
    return (-row["own_value"], -row["publishers"], -row["documents"], -row["surest"], row["first_said"], row["value"])


def evidence(series_id: str, period: str, found: list[Row]) -> list[str]:
    """The sentences by vintage and value, the value shown first."""
    lines = [*wrapped(f"{series_id} {period}")]
    for vintage, rows in groupby(found, key=_vintage):
        facts = list(rows)
        said = min(row["published"] or "9" for row in facts)
        dated = f"first said {said}" if said != "9" else "day not known"
        name = "first release" if vintage == 1 else f"revision {vintage - 1}"
        lines.append("")
        if period == UNDATED:
            lines += wrapped(f"no sentence tells the period, so none of these is a point; {dated}")
        else:
            lines += wrapped(f"vintage {vintage}, {name}, {dated}")
        for _, same in groupby(facts, key=lambda row: (row["value"], row["low"], row["high"])):
            lines += ["", *_telling(list(same), rule(facts))]
    return lines


def _telling(rows: list[Row], chosen_by: str | None) -> list[str]:
    """The sentences for one value of a vintage."""
    first = rows[0]
    support = f"{plural(first['publishers'], 'independent publisher')}, {plural(first['documents'], 'text')}"
    if first["shown"]:
        head = f"SHOWN  {value(first)}  ({support}); {chosen_by}"
    elif first["gap"] is None:
        head = f"TOLD   {value(first)}  ({support})"
    else:
        head = f"OTHER  {value(first)}  {gap(first)}  ({support})"
    lines = wrapped(head, 2)
    for row in rows:
        notes = [f'prints "{row["value_text"]}"', f"confidence {row['confidence']:.2f}", f"fact {row['fact'][:ID]}"]
        if row["attribution"]:
            notes.insert(0, f"from {row['attribution']}")
        if row["own_source"]:
            notes.append("the statistic's own publisher")
        if row["revision"]:
            notes.append({"to": "says that it is revised", "from": "tells what stood before a revision"}[row["revision"]])
        notes += [f'also told in other money as "{text}", which counts for nothing of its own' for text in row["conversions"]]
        if row["correction"]:
            notes.append(f"corrected: {row['correction']}")
        if row["copy"] == "same story":
            notes.append("said before in the same story: not counted again")
        elif row["copy"] == "earlier version":
            notes.append(f"earlier version of {row['copy_of']}, which tells another value: not counted")
        elif row["copy"]:
            notes.append(f"copy of {row['copy_of_publisher'] or 'the text'} in {row['copy_of']}: not counted")
        page = f"page {row['page']}" if row["page"] else ""
        source = ", ".join(filter(None, (row["published"] or "day not known", row["publisher"], row["story"], page)))
        lines += [*wrapped(printable(f"{source}: {'; '.join(notes)}"), 4), *wrapped(printable(row["sentence"]), 8)]
    return lines


def _vintage(row: Row) -> int:
    return int(row["vintage"])
