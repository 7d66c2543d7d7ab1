"""What series over time show: where they stand, whether that is a high or a low, how far from what was forecast or aimed at."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.report import far, words
from pipeline.report.findings.phrases import Said, amounts, moved, ordinal
from pipeline.report.model import Row
from pipeline.report.spells import dated, follows

SEEN = 3
"""Readings that must lie between for a high or low to be worth telling."""


def series(rows: Sequence[Row], about: Row) -> str:
    """Where the series stands at its last period, how that follows on the one before, and since when it is a high or low; values astray aside."""
    rows = far.astray(dated(rows))[0]
    if not rows:
        return ""
    said = amounts(rows, about)
    name, last = words.measure(about), rows[-1]
    value, when = last["value"], words.when(last["period"])
    before = rows[-2] if len(rows) > 1 else None
    if about.get("statistic") in ("growth", "change"):
        sentence = moved(name, about, last, said)
    elif before is None:
        sentence = f"{name} {words.verb(about)} {said(value)} {when}"
    elif not follows(before, last, about.get("frequency")):
        sentence = f"{name} {words.verb(about)} {said(value)} {when}, {beside(value, before['value'])} {said(before['value'])} {words.when(before['period'])}"
    elif said(value) == said(before["value"]):
        sentence = f"{name} {words.verb(about)} {said(value)} {when}, as before"
    else:
        sentence = f"{name} {'rose' if value > before['value'] else 'fell'} to {said(value)} {when}"
    return sentence + record(rows, about)


def changes(rows: Sequence[Row], about: Row) -> str:
    """The last change, and how many of its direction it ends in a row, or since when it is the greatest."""
    rows = dated(rows)
    if not rows:
        return ""
    last = rows[-1]
    sentence = moved(words.measure(about), about, last, amounts(rows, about))
    row_of = 1
    for before, after in zip(rows[-2::-1], rows[:0:-1], strict=False):
        if before["value"] * last["value"] <= 0 or not follows(before, after, about.get("frequency")):
            break
        row_of += 1
    told_record = record(rows, about)
    if not told_record and row_of > SEEN:
        return f"{sentence}, the {ordinal(row_of)} {'rise' if last['value'] > 0 else 'fall'} in a row"
    return sentence + told_record


def record(rows: Sequence[Row], about: Row) -> str:
    """That the last value is the highest or lowest since one before it, or of all; nothing where few lie between."""
    values = [row["value"] for row in rows]
    last = values[-1]
    for word, sign in (("highest", 1), ("lowest", -1)):
        since = next((i for i in range(len(values) - 2, -1, -1) if sign * values[i] >= sign * last), None)
        passed = len(values) - 1 if since is None else len(values) - 2 - since
        if passed < SEEN:
            continue
        if about.get("statistic") in ("growth", "change"):
            if not last:
                break
            word = f"{'biggest' if (last > 0) == (word == 'highest') else 'smallest'} {'rise' if last > 0 else 'fall'}"
        first = rows[0 if since is None else since]
        whole = all(
            follows(a, b, about.get("frequency")) for a, b in zip(rows[rows.index(first) :], rows[rows.index(first) + 1 :], strict=False)
        )
        turned = since is not None and about.get("statistic") in ("growth", "change") and first["value"] * last < 0
        when = f"the {'fall' if last > 0 else 'rise'} in " * turned + words.period(first["period"])
        if not whole:
            return f", the {word} of {passed + 1} readings since {when}"
        return f", the {word} since {when}" if since is not None else f", the {word} since these figures begin in {when}"
    return ""


def outlook(rows: Sequence[Row], about: Row) -> str:
    """The last actual value beside its target, else beside what was forecast for the same period, else beside what is forecast next."""
    rows = dated(rows)
    by = {status: [row for row in rows if row["status"] == status] for status in ("actual", "forecast", "target", "plan", "estimate")}
    name = words.measure(about)
    said = amounts(rows, about)
    done = by["actual"] or by["estimate"]
    if not done:
        ahead = next((by[status][-1] for status in ("forecast", "target", "plan") if by[status]), None)
        return (ahead and f"{name}: {words.SAID['statuses'][ahead['status']]} {said(ahead['value'])} {words.when(ahead['period'])}") or ""
    last = done[-1]
    moves = about.get("statistic") in ("growth", "change")
    stands = moved(name, about, last, said) if moves else f"{name} {words.verb(about)} {said(last['value'])} {words.when(last['period'])}"
    for status in ("target", "plan"):
        aims = [row for row in by[status] if row["end"] >= last["end"]]
        if aims:
            aim = aims[0]
            due = "" if aim["period"] == last["period"] else f" for {words.period(aim['period'])}"
            return (
                f"{stands}, {distance(last['value'], aim, about, rows)} the {words.SAID['statuses'][status]} of {aim_told(aim, said)}{due}"
            )
    same = [row for row in by["forecast"] if row["period"] == last["period"]]
    if same:
        return f"{stands}, {distance(last['value'], same[-1], about, rows)} the forecast of {aim_told(same[-1], said)}"
    ahead = next((row for row in by["forecast"] if row["start"] > last["end"]), None)
    if ahead:
        return f"{stands}; the forecast for {words.period(ahead['period'])} is {said(ahead['value'])}"
    return series(done, about)


def beside(value: float, before: float) -> str:
    return "up from" if value > before else "down from" if value < before else "as it was at"


def distance(value: float, aim: Row, about: Row, rows: Sequence[Row]) -> str:
    """How far a value is from one aimed at or forecast, or that it lies in its range."""
    low, high = (aim["value"] if aim.get(end) is None else aim[end] for end in ("low", "high"))
    if low <= value <= high:
        return "at" if low == high else "within"
    gap = value - (high if value > high else low)
    unit = words.of_difference(about["unit"])
    places = words.decimals([row["value"] for row in rows]) if unit == "percentage_point" else None
    return f"{words.amount(abs(gap), unit, places=places)} {'above' if gap > 0 else 'below'}"


def aim_told(row: Row, said: Said) -> str:
    """A value aimed at or forecast; a range by its ends."""
    low, high = row.get("low"), row.get("high")
    return said(row["value"]) if low is None or high is None or low == high else f"{said(low)} to {said(high)}"
