"""What a chart shows, in one sentence that its rows bear out, and the text for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.report import words
from pipeline.report.findings.course import changes, outlook, series
from pipeline.report.findings.lists import events, shares, table
from pipeline.report.findings.phrases import amounts, figure
from pipeline.report.findings.spread import countries, disagreements, revisions
from pipeline.report.model import Row
from pipeline.report.spells import dated, told

KINDS = {f.__name__: f for f in (series, outlook, revisions, disagreements, countries, changes, shares, events, table)}


def title(kind: str, rows: Sequence[Row], about: Row) -> str:
    """The finding of a chart, as its title."""
    return KINDS[kind](rows, about) or f"No figures on {figure(about)}"


def subtitle(kind: str, rows: Sequence[Row], about: Row) -> str:
    """Measure, place, basis, unit and span: "Unemployment, United States, percent; July 2009 – September 2010"."""
    what = words.subject(about)
    unit = words.subtitle(about)
    parts = [
        what[:1].upper() + what[1:],
        "" if kind == "countries" else words.holder(about),
        unit[:1].lower() + unit[1:] if unit[1:2].islower() else unit,
    ]
    ends = [words.period(row["period"]) for row in (dated(rows)[:1] + dated(rows)[-1:])]
    return ", ".join(part for part in parts if part) + (f"; {' – '.join(dict.fromkeys(ends))}" if ends else "")


def alt(kind: str, rows: Sequence[Row], about: Row, title: str) -> str:
    """The chart in words: what it is, what it shows, how much of it, and between which values."""
    parts = [f"{words.SAID['charts'][kind]}. {title.rstrip('.')}."]
    key = "latest" if kind == "table" else "value"
    rows = told(rows, key)
    if rows:
        parts.append(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}{_span(rows)}.")
    units = {"percent" if kind == "shares" else row.get("unit", about.get("unit")) for row in rows}
    if len(units) == 1 and len(rows) > 1 and kind != "table":
        least, most = (pick(rows, key=lambda row: row["value"]) for pick in (min, max))
        said = amounts(rows, {**about, "unit": units.pop()})
        parts.append(f"Lowest {said(least['value'])}{_of(least)}, highest {said(most['value'])}{_of(most)}.")
    return " ".join(parts)


def _span(rows: Sequence[Row]) -> str:
    rows = dated(rows)
    if not rows:
        return ""
    first, last = (words.period(row["period"]) for row in (rows[0], rows[-1]))
    return f", {first}" if first == last else f", from {first} to {last}"


def _of(row: Row) -> str:
    what = row.get("place") or row.get("label") or (words.period(row["period"]) if row.get("period") else "")
    return f" ({words.short(what)})" if what else ""
