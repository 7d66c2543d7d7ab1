"""What stands behind the points of a page: sentences, each once, and which mark of a chart is which point."""

from __future__ import annotations

import re
from typing import Any

from pipeline.report.model import Chart, Evidence, Point, Report, Section
from pipeline.report.page.element import printable
from pipeline.report.page.spec import Mark

ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\\[\]]+(?:[/?#][^\s\"'<>\\]*)?", re.IGNORECASE)
"""An address of the web; nothing that runs or opens something else."""


NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Behind:
    """The points of a report as its script reads them: `points` by section, and the `sentences` they refer to by number."""

    def __init__(self, report: Report) -> None:
        self.sentences: list[dict[str, Any]] = []
        self._known: dict[Evidence, int] = {}
        self.points: dict[str, list[list[Any]]] = {}
        self._labels: dict[str, dict[str, list[int]]] = {}
        self._sections = {section.name: section for section in report.sections}
        for section in report.sections:
            self.points[section.name] = [
                [printable(point.label), printable(point.value), printable(point.said), [self._sentence(each) for each in point.evidence]]
                for point in section.points
            ]
            labels = self._labels.setdefault(section.name, {})
            for n, point in enumerate(section.points):
                labels.setdefault(point.label, []).append(n)

    def point(self, section: Section, chart: Chart, mark: Mark) -> int | None:
        """The number of the point that a mark stands for; None where the section tells none, or several that the value does not tell apart."""
        told = self._sections[section.name].points
        found = [n for name in mark.names for n in self._labels[section.name].get(name, ()) if told[n].chart in ("", chart.name)]
        found = list(dict.fromkeys(found))
        if len(found) > 1 or mark.apart:
            found = [n for n in found if _shows(told[n], mark)]
        return found[0] if found else None

    def _sentence(self, evidence: Evidence) -> int:
        if evidence not in self._known:
            self._known[evidence] = len(self.sentences)
            self.sentences.append(_told(evidence))
        return self._known[evidence]


def _shows(point: Point, mark: Mark) -> bool:
    """Whether one of the values of a point is that of the mark, which may be written with fewer digits."""
    number, rest = _parts(mark.value)
    for line in point.value.split("\n"):
        other, others = _parts(line.removeprefix("first "))
        if number is not None and other is not None and rest == others and abs(number - other) <= 0.005 * abs(other):
            return True
    return bool(mark.value) and mark.value == point.value


def _parts(value: str) -> tuple[float | None, str]:
    found = NUMBER.search(value)
    return (float(found[0].replace(",", "")), NUMBER.sub("", value)) if found else (None, value)


def _told(evidence: Evidence) -> dict[str, Any]:
    """One sentence in three parts (before the figure, the figure, after it), and what is known of its story."""
    text, start, end = evidence.sentence, evidence.start, evidence.end
    if not 0 <= start < end <= len(text):
        start = end = len(text)
    return {
        "parts": [printable(text[:start]), printable(text[start:end]), printable(text[end:])],
        "publisher": printable(evidence.publisher),
        "published": printable(evidence.published),
        "title": printable(evidence.title),
        "url": address(evidence.url),
        "licence": printable(evidence.licence),
        "sure": f"{evidence.confidence:.0%}".replace("%", " %"),
        "rules": [printable(rule) for rule in evidence.rules],
        "fact": printable(evidence.fact),
    }


def address(url: str) -> str:
    """The address where it is one of the web, and so may be a link; else nothing."""
    return url if ADDRESS.fullmatch(printable(url)) else ""
