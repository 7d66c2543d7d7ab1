"""The lists of the digest: what is new, what moved, was revised, surprised, is aimed at, is disputed, happened, and by whom it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from pipeline.report import exhibits, words
from pipeline.report.asked import Asked
from pipeline.report.model import Chart, Row, Section
from pipeline.report.names import series_name

LONG = 15
"""Lines of a list; the warehouse has the others."""

YEAR = dt.timedelta(days=366)
"""How far back a list looks."""

WEEK = dt.timedelta(days=6)
"""What is new where no earlier run tells it: the last seven days."""

STEPS = 5
"""Steps that show how far a series usually moves."""

STANDING = {"actual": "done", "estimate": "estimated", "plan": "planned", "target": "aimed at", "forecast": "expected"}
"""How settled an event is, for people."""

Line = tuple[str, ...]


def _lately(asked: Asked, name: str, day: dt.date) -> tuple[list[Row], str]:
    """The rows of a list since a year before `day`, or, where there are none, of all times; and which of both, in words."""
    if rows := asked.all(name, day - YEAR, LONG):
        return rows, f"Since {words.day(day - YEAR)}. "
    return asked.all(name, dt.date.min, LONG), "None in the last twelve months; those before. "


def _value(row: Row, value: float | None, *beside: float | None) -> str:
    """A value of a series, with the decimals that those beside it need."""
    if value is None:
        return ""
    return words.amount(value, row["unit"], row["per"], places=_places(row["unit"], value, *beside), digits=4)


def _places(unit: str, *values: float | None) -> int:
    """The decimals that rates beside each other are printed with: at least one."""
    return max(1, words.decimals([value for value in values if value is not None])) if unit != "basis_point" else 0


def _difference(row: Row, value: float, *beside: float) -> str:
    """A difference of two values of a series, with its sign; of percentages in points."""
    unit = words.of_difference(row["unit"])
    return words.signed(words.amount(round(value, 9), unit, places=_places(unit, value, *beside), digits=3))


def _section(
    name: str, heading: str, said: str, columns: Iterable[str], lines: Sequence[Line], total: int, view: str, charts: tuple[Chart, ...] = ()
) -> tuple[Section, ...]:
    """A list as a section; none where it is empty."""
    if not lines:
        return ()
    note = f"{len(lines)} of {words.count(total)}; the view {view} of the warehouse has all." if total > len(lines) else ""
    return (Section(name, heading, said, charts, columns=tuple(columns), lines=tuple(lines), note=note),)


def fresh(asked: Asked, day: dt.date) -> tuple[Section, ...]:
    """What the last run brought; where there was none before, or a day of the past is shown, what the last seven days did."""
    by_run = not asked.as_of and len(asked.runs) > 1
    rows = asked.all("fresh", asked.runs[0] if by_run else None, day - WEEK, LONG)
    lines = [
        (
            series_name(row),
            words.period(row["period"]),
            _value(row, row["value"], row["value_before"], row["value_replaced"]),
            _value(row, row["value_before"], row["value"]),
            f"revised from {_value(row, row['value_replaced'], row['value'])}" if row["value_replaced"] is not None else "",
        )
        for row in rows
    ]
    heading = "New since the run before" if by_run else f"New in the week to {words.day(day)}"
    said = "Values of regular series, those that most stories tell first; before is the period just before."
    return _section("new", heading, said, ("Series", "Period", "Value", "Before", ""), lines, rows[0]["total"] if rows else 0, "latest")


def moves(asked: Asked, day: dt.date) -> tuple[Section, ...]:
    """Latest steps that were large for their series."""
    rows = asked.all("moves", STEPS, day - YEAR, LONG)
    lines = [
        (
            series_name(row),
            words.period(row["period"]),
            _value(row, row["value"], row["value_before"]),
            _value(row, row["value_before"], row["value"]),
            words.written(f"{abs(row['step']) / row['usual']:.1f} times"),
        )
        for row in rows
    ]
    said = "Series whose latest step from one period to the next was more than twice the usual one, by how many times; usual is the median step."
    return _section("moves", "Biggest moves", said, ("Series", "Period", "Value", "Before", "Usual step"), lines, len(lines), "latest")


def surprises(asked: Asked, day: dt.date) -> tuple[Section, ...]:
    """Releases that differed from what had been expected."""
    rows, when = _lately(asked, "surprises", day)
    lines = [
        (
            series_name(row),
            words.period(row["period"]),
            _value(row, row["expected"], row["released"]),
            _value(row, row["released"], row["expected"]),
            _difference(row, row["surprise"], row["expected"], row["released"]),
            words.day(row["released_at"]),
        )
        for row in rows
    ]
    said = f"{when}The value first released beside the one expected last before it."
    columns = ("Series", "Period", "Expected", "Released", "Surprise", "Released on")
    return _section("surprises", "Surprises", said, columns, lines, rows[0]["total"] if rows else 0, "surprises")


def revisions(asked: Asked, day: dt.date, chart: Callable[[str], tuple[Chart, ...]]) -> tuple[Section, ...]:
    """Values that were revised, and the triangle of the series that was revised most."""
    rows, when = _lately(asked, "revised", day)
    lines = [
        (
            series_name(row),
            words.period(row["period"]),
            _value(row, row["first"], row["latest"]),
            _value(row, row["latest"], row["first"]),
            _difference(row, row["revision_total"], row["first"], row["latest"]),
            words.day(row["latest_published"]),
        )
        for row in rows
    ]
    triangle = asked.all("triangle", None)
    said = f"{when}First release beside what stands now."
    columns = ("Series", "Period", "First", "Now", "Revision", "Revised on")
    total = rows[0]["total"] if rows else 0
    return _section("revisions", "Revisions", said, columns, lines, total, "revisions", chart(triangle[0]["series_id"]) if triangle else ())


def targets(asked: Asked, day: dt.date) -> tuple[Section, ...]:
    """Targets that stand, and how far off the latest outcome is."""
    rows, when = _lately(asked, "targets", day)
    lines = [
        (
            series_name(row),
            _value(row, row["target"]) if row["low"] == row["high"] else f"{_value(row, row['low'])} to {_value(row, row['high'])}",
            words.period(row["due"]) if row["due"] else "no date",
            _value(row, row["outcome"]),
            words.period(row["outcome_period"]),
            "met" if row["distance"] == 0 else _difference(row, row["distance"], row["target"], row["outcome"]),
        )
        for row in rows
    ]
    said = f"{when}Targets that stand, and the latest outcome of the same measure; a distance above zero is above the target."
    columns = ("Series", "Target", "Due", "Latest", "Period", "Distance")
    return _section("targets", "Targets", said, columns, lines, rows[0]["total"] if rows else 0, "targets")


def disagreements(asked: Asked, day: dt.date, chart: Callable[[str], tuple[Chart, ...]]) -> tuple[Section, ...]:
    """Values that others tell otherwise."""
    rows, when = _lately(asked, "disputes", day)
    lines = [
        (
            series_name(row),
            words.period(row["period"]),
            _value(row, row["value_shown"], row["value"]),
            _voices(row["shown_by"], row["documents_shown"]),
            _value(row, row["value"], row["value_shown"]),
            _voices(row["said_by"], row["texts"]),
        )
        for row in rows
    ]
    said = f"{when}Values that differ from the one shown by more than rounding and wording allow; none is averaged."
    columns = ("Series", "Period", "Shown", "Says", "Also told", "Says")
    first = chart(rows[0]["series_id"]) if rows else ()
    return _section("disagreements", "Disagreements", said, columns, lines, rows[0]["total"] if rows else 0, "disagreements", first)


def _voices(names: list[str], documents: int) -> str:
    """Who says a value: its publisher where there is one alone, else how many stories."""
    known = [name for name in names if name]
    return known[0] if len(known) == 1 and documents == 1 else f"{documents} {'story' if documents == 1 else 'stories'}"


def events(asked: Asked, day: dt.date) -> tuple[Section, ...]:
    """Deals, fines, write-offs, aid and issues, each once."""
    rows, when = _lately(asked, "events", day)
    lines = [
        (
            exhibits.event_label(row),
            words.amount(row["value"], row["unit"], row["per"]),
            STANDING.get(row["status"], str(row["status"])),
            words.day(row["first_said"]),
            str(row["documents"]),
        )
        for row in rows
    ]
    said = f"{when}Deals, fines, write-offs, aid and issues, each once, those that most stories tell first."
    columns = ("Event", "Amount", "Standing", "First told", "Stories")
    return _section("events", "Events", said, columns, lines, rows[0]["total"] if rows else 0, "events", exhibits.events(asked, rows))


def publishers(asked: Asked) -> tuple[Section, ...]:
    """Whose stories the figures are from."""
    rows = asked.all("publishers")
    lines = [
        (
            row["publisher"] or "not named",
            words.count(row["stories"]),
            words.count(row["figures"]),
            words.day(row["first_day"]) if row["first_day"] else "",
            words.day(row["last_day"]) if row["last_day"] else "",
            "; ".join(row["licences"] or ()) or "not told",
        )
        for row in rows[: 2 * LONG]
    ]
    said = "Stories with a figure in a series. A report quotes of a story what its licence allows, 40 words where none is told."
    columns = ("Publisher", "Stories", "Figures", "From", "To", "Licence")
    return _section("sources", "Sources", said, columns, lines, len(rows), "facts")
