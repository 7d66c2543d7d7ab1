"""What lies apart: values told first and last, by one publisher and another, of one place and another."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.report import words
from pipeline.report.findings.phrases import amounts, figure
from pipeline.report.model import Row
from pipeline.report.spells import dated, told


def revisions(rows: Sequence[Row], about: Row) -> str:
    """How many periods were revised, and which most."""
    changes: dict[str, tuple[float, float, int]] = {}
    for row in sorted(told(rows), key=lambda row: row["vintage"]):
        first, _, _ = changes.get(row["period"], (row["value"], 0, 0))
        changes[row["period"]] = (first, row["value"], row["vintage"])
    if not changes:
        return ""
    name = figure(about)
    revised = {period: c for period, c in changes.items() if c[0] != c[1]}
    if not revised:
        one = words.when(next(iter(changes)))
        return (
            f"None of {len(changes)} figures for {name} was revised" if len(changes) > 1 else f"The figure for {name} {one} was not revised"
        )
    most = max(revised, key=lambda period: (abs(revised[period][1] - revised[period][0]), period))
    said = amounts(told(rows), about)
    move = f"from {said(revised[most][0])} to {said(revised[most][1])}"
    if len(changes) == 1:
        return f"The figure for {name} {words.when(most)} was revised {move}"
    many = f"All {len(changes)}" if len(revised) == len(changes) else f"{len(revised)} of {len(changes)}"
    which = f"{words.period(most)} most" if len(revised) > 1 else f"that for {words.period(most)}"
    return f"{many} figures for {name} {'was' if len(revised) == 1 else 'were'} revised, {which}: {move}"


def disagreements(rows: Sequence[Row], about: Row) -> str:
    """The period on which what is told lies furthest apart."""
    spread: dict[str, list[float]] = {}
    for row in told(rows):
        spread.setdefault(row["period"], []).append(row["value"])
    if not spread:
        return ""
    most = max(spread, key=lambda period: (max(spread[period]) - min(spread[period]), period))
    low, high = min(spread[most]), max(spread[most])
    name = figure(about)
    if low == high:
        if len(spread) == 1:
            return f"Of {name} {words.when(most)} one value is told: {amounts(told(rows), about)(low)}"
        return f"Publishers agree on {name}" if len(told(rows)) > len(spread) else f"Of {name} one value a period is told"
    said = amounts(told(rows), about)
    return f"Publishers differ {'most ' if len(spread) > 1 else ''}on {name} {words.when(most)}: from {said(low)} to {said(high)}"


def countries(rows: Sequence[Row], about: Row) -> str:
    """Where the latest value is highest, and where lowest."""
    latest: dict[str, Row] = {}
    for row in dated(rows):
        latest[row["entity_id"]] = row
    if not latest:
        return ""
    said = amounts(list(latest.values()), about)
    top, bottom = (pick(latest.values(), key=lambda row: row["value"]) for pick in (max, min))
    what = words.subject({**about, "partner": None})
    name = what[:1].upper() + what[1:]
    if about.get("statistic") in ("growth", "change"):
        name = f"Growth of {what}" if about["statistic"] == "growth" else f"Change in {what}"
    verb = "was" if about.get("statistic") in ("growth", "change") else words.verb(about)

    def at(row: Row) -> str:
        return f"{words.within(row['place'])} ({said(row['value'])})"

    when = {row["period"] for row in latest.values()}
    since = f" {words.when(when.pop())}" if len(when) == 1 else " by the latest figures"
    if len(latest) == 1:
        return f"{name} in {words.within(top['place'])} {verb} {said(top['value'])} {words.when(top['period'])}"
    if said(top["value"]) == said(bottom["value"]):
        return f"{name} {verb} {said(top['value'])} in all {len(latest)} places{since}"
    return f"{name} {verb} highest in {at(top)} and lowest in {at(bottom)}{since}"
