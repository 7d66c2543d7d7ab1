"""Titles that state what the rows of a chart show, and the text for who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.report import words
from pipeline.report.model import Row


def title(kind: str, rows: Sequence[Row], about: Row) -> str:
    """What the rows show, in one sentence."""
    return words.finding(about, [(row["period"], row["value"]) for row in rows])


def alt(kind: str, rows: Sequence[Row], about: Row, title: str) -> str:
    """The chart in words."""
    return f"Line chart. {title}. {len(rows)} points from {words.period(rows[0]['period'])} to {words.period(rows[-1]['period'])}."
