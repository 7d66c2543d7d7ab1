"""What lists show: shares, events, tables."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.report import words
from pipeline.report.model import Row
from pipeline.report.spells import told


def shares(rows: Sequence[Row], about: Row) -> str:
    """Whose share is the largest at the latest period told of each."""
    latest = latest_shares(rows)
    if not latest:
        return ""
    top = latest[0]
    value = words.amount(top["value"], "percent", places=words.decimals([row["value"] for row in latest]))
    when = f" {words.when(top['period'])}" if top.get("period") else ""
    what = words.subject({**about, "partner": None})
    what = what if "share" in what or "stake" in what else f"share of {what}"
    if len(latest) == 1:
        return f"{words.short(top['label'])}’s {what} was {value}{when}"
    return f"{words.short(top['label'])} had the {'larger' if len(latest) == 2 else 'largest'} {what} of {len(latest)}: {value}{when}"


def latest_shares(rows: Sequence[Row]) -> list[Row]:
    """The latest share of each label, largest first."""
    latest: dict[str, Row] = {}
    for row in sorted(told(rows), key=lambda row: str(row.get("period") or "")):
        latest[row["label"]] = row
    return sorted(latest.values(), key=lambda row: (-row["value"], row["label"]))


def events(rows: Sequence[Row], about: Row) -> str:
    """The event, or how many there are and the largest of the unit that most are counted in."""
    rows = told([row for row in rows if row.get("day")])
    if not rows:
        return ""
    unit = common_unit(rows)
    top = max((row for row in rows if row["unit"] == unit), key=lambda row: (abs(row["value"]), row["day"]))
    said = f"{words.short(top['label'])}, {words.amount(top['value'], unit)}"
    when = f"on {words.day(top['day'])}"
    if len(rows) == 1:
        state = "" if top.get("status") in (None, "actual") else f" ({words.SAID['states'][top['status']]})"
        return f"{said}{state}, {when}"
    of = "" if all(row["unit"] == unit for row in rows) else f" in {words.unit({'unit': unit})}"
    return f"The largest of {len(rows)} events{of}: {said}, {when}"


def common_unit(rows: Sequence[Row]) -> str:
    """The unit of most rows; of those alike, the first by name."""
    units = [str(row["unit"]) for row in rows]
    return min(units, key=lambda unit: (-units.count(unit), unit))


def table(rows: Sequence[Row], about: Row) -> str:
    """How many figures are higher than before, how many lower."""
    rows = told(rows, "latest")
    moves = [row["latest"] - row["before"] for row in told(rows, "before")]
    if not rows:
        return ""
    up, down = sum(m > 0 for m in moves), sum(m < 0 for m in moves)
    if len(rows) == 1:
        only = rows[0]
        said = words.amount(only["latest"], only["unit"], only.get("per"))
        return f"{words.short(only['label'])}: {said}" + (f" {words.when(only['period'])}" if only.get("period") else "")
    if not moves:
        return f"{len(rows)} figures, none with one before it"
    counts = [(up, "higher"), (down, "lower"), (len(moves) - up - down, "unchanged")]
    if len(moves) in (up, down, len(moves) - up - down):
        return (
            f"{'Both' if len(moves) == 2 else f'All {len(moves)}'} figures with one before are {next(word for n, word in counts if n)}"
            if len(moves) > 1
            else (f"The one figure of {len(rows)} with one before is {next(word for n, word in counts if n)}")
        )
    return f"Of {len(moves)} figures with one before: " + ", ".join(f"{n} {word}" for n, word in counts if n)
