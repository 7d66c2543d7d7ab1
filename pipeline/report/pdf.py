"""A report as a PDF: tagged, PDF/UA-1, set by typst; all that stories tell reaches it as data."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from pathlib import Path
from typing import Any

from pipeline.report import words
from pipeline.report.model import Evidence, Point, Report, ReportError, Section
from pipeline.report.print import font_files, printable

PAPERS = {"a4": "a4", "letter": "us-letter"}

NUMBER = re.compile(r"[+−-]?[$£€¥]?\d[\d,.  ]*(?: ?(?:%|points|bn|m|tn|k|times|[A-Z]{3}|a [a-z ]+))*(?:\nfirst .*)?")
"""A cell that is set flush right."""


def write(report: Report, folder: Path, target: Path, paper: str, elsewhere: str) -> None:
    """Set the report, its charts being `<folder>/<name>.svg`, as `target`; `elsewhere` is where a reader finds what it leaves out.

    Raises ReportError where typst refuses it.
    """
    import typst

    fonts = folder / "fonts"
    fonts.mkdir()
    for file in font_files():
        shutil.copyfile(file, fonts / file.name)
    (folder / "report.json").write_text(json.dumps(_data(report, elsewhere), ensure_ascii=False, sort_keys=True), "utf-8")
    shutil.copyfile(Path(__file__).with_name("report.typ"), folder / "report.typ")
    try:
        typst.compile(
            str(folder / "report.typ"),
            output=str(target),
            root=str(folder),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"data": "report.json", "paper": PAPERS[paper], "lang": "en"},
            pdf_standards="ua-1",
        )
    except RuntimeError as error:
        raise ReportError(f"the PDF cannot be set: {str(error).splitlines()[0]}") from error


def _data(report: Report, elsewhere: str) -> dict[str, Any]:
    known_on = f"As known on {words.day(report.known_on)}" if report.known_on else "As known now"
    return {
        "title": printable(report.title),
        "known_on": known_on,
        "summary": printable(report.summary),
        "sections": [
            _section(section, elsewhere) | {"parted": after is not None and after.level == 2}
            for section, after in itertools.zip_longest(report.sections, report.sections[1:])
        ],
    }


def _section(section: Section, elsewhere: str) -> dict[str, Any]:
    printed = section.points[: section.printed]
    left = len(section.points) - len(printed)
    notes = [f"{left:,} earlier points, with their sentences, are in {elsewhere}." if left else "", section.note]
    return {
        "level": section.level,
        "bare": section.level == 1 and not (section.charts or section.lines or section.points),
        "heading": printable(section.heading),
        "words": printable(section.words),
        "charts": [{"file": f"{chart.name}.svg", "alt": printable(chart.alt)} for chart in section.charts],
        "columns": [printable(column) for column in section.columns],
        "right": [all(NUMBER.fullmatch(line[n]) or not line[n] for line in section.lines) for n in range(len(section.columns))],
        "lines": [[printable(cell) for cell in line] for line in section.lines],
        "points": [_point(point) for point in printed],
        "note": printable(" ".join(note for note in notes if note)),
    }


def _point(point: Point) -> dict[str, str]:
    return {
        "label": printable(point.label),
        "value": printable(point.value),
        "said": printable(point.said),
        "note": printable(_note(point.evidence[0])) if point.evidence else "",
    }


def _note(said: Evidence) -> str:
    """A footnote: publisher, date, sentence."""
    who = f"{said.publisher or 'Publisher not named'}, {said.published}"
    return f"{who}: “{said.sentence}”" if said.sentence else f"{who}. Not quoted: its licence does not allow it."
