"""All that is told of some series, asked for them together, and their points for a reader."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipeline.report import words
from pipeline.report.asked import Asked
from pipeline.report.evidence import evidence
from pipeline.report.model import Evidence, Point, Row

EXACT = 9
"""Significant digits in a table, where a revision must show."""


@dataclass(frozen=True)
class Told:
    """One series: what it is, its dated values in order, and what stands behind them."""

    about: Row
    points: list[Row]
    evidence: dict[str, list[Evidence]]
    publishers: list[str]
    documents: int

    @property
    def id(self) -> str:
        return str(self.about["series_id"])


def told(asked: Asked, about: list[Row], periods: int, sentences: int) -> list[Told]:
    """The series of `about`, in its order; evidence for the newest `periods` of each, at most `sentences` a period."""
    ids = [row["series_id"] for row in about]
    points = asked.by_series("points", ids)
    companions = asked.by_series("companions", ids)
    sources = asked.by_series("sources", ids)
    behind: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for name, rows in asked.by_series("evidence", ids, periods, sentences).items():
        for row in rows:
            behind[name][row["period"]].append(evidence(row))
    return [
        Told(
            row | {"companions": companions.get(row["series_id"], [])},
            points[row["series_id"]],
            behind[row["series_id"]],
            sources[row["series_id"]][0]["publishers"],
            sources[row["series_id"]][0]["documents"],
        )
        for row in about
        if row["series_id"] in points
    ]


def points(series: Told, most: int) -> tuple[Point, ...]:
    """The newest `most` values of a series for a reader, the newest first."""
    unit, places = series.about["unit"], words.decimals([row["value"] for row in series.points])
    made = []
    for row in series.points[: -most - 1 : -1]:
        value = words.amount(row["value"], unit, places=places, digits=EXACT)
        if row["first_value"] != row["value"]:
            value += f"\nfirst {words.amount(row['first_value'], unit, places=places, digits=EXACT)}"
        behind = tuple(series.evidence.get(row["period"], ()))
        publisher = next((said.publisher for said in behind if said.publisher), None)
        when = (row["published"], row["published_precision"])
        said = words.voices(publisher, row["publishers"], *when) if publisher else words.day(*when)
        made.append(Point(words.period(row["period"]), value, said, behind))
    return tuple(made)
