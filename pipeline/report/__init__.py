"""Reports: the digest of a warehouse, or a report that a file describes, as PDF, page and pictures."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.report.model import ReportError

if TYPE_CHECKING:
    from pipeline.report.asked import Asked
    from pipeline.report.model import Report

FORMATS = ("pdf", "png", "html")
PAPERS = ("a4", "letter")
SIZES = ("report", "slide")
"""Of a PNG: `style.PRESETS`."""


@dataclass(frozen=True)
class Wanted:
    """What a report is to be: the digest, or the one that the file `description` describes."""

    description: Path | None = None
    as_of: dt.date | None = None
    formats: tuple[str, ...] = FORMATS
    paper: str | None = None
    size: str = SIZES[0]


@dataclass(frozen=True)
class Written:
    """A report in its folder; `anew` is False where it stood there already."""

    folder: Path
    files: list[Path]
    anew: bool = True


def write(warehouse: Path, reports: Path, wanted: Wanted, made_by: dict[str, str], again: bool = True) -> Written:
    """Write a report of the published `warehouse` under `reports`; unless `again`, leave one that the same was made into.

    `made_by` tells versions, for the manifest.  Raises ReportError where the description, and store.StoreError where the warehouse cannot
    be used; then nothing is written.
    """
    from pipeline.report import described, folder
    from pipeline.report.asked import Asked
    from pipeline.report.digest import NAME

    told = described.read(wanted.description) if wanted.description else None
    as_of = wanted.as_of or (told.as_of if told else None)
    paper = wanted.paper or (told.paper if told else None) or PAPERS[0]
    asked = Asked.open(warehouse, as_of)
    try:
        inputs = {
            "warehouse": asked.fingerprint(), "run": asked.runs[:1], "as_of": as_of and as_of.isoformat(), "paper": paper, "size": wanted.size,
            "formats": sorted(wanted.formats), "description": told and told.sha256, "made_by": made_by,
        }  # fmt: skip
        day = asked.known_on
        target = reports / (told.name if told else NAME) / (day.isoformat() if day else folder.UNDATED)
        if not again and folder.stands(target, inputs):
            return Written(target, folder.files(target), anew=False)
        report = _report(asked, told)
    finally:
        asked.close()
    reports.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=reports, prefix=".making-") as aside:
        made = Path(aside) / "report"
        _make(report, made, Path(aside) / "work", wanted.formats, paper, wanted.size)
        folder.manifest(report, made, inputs)
        folder.put(made, target)
    return Written(target, folder.files(target))


def _report(asked: Asked, told: Any) -> Report:
    from pipeline.report import composed, digest, words

    if not told:
        return digest.digest(asked)
    with words.numbers(told.numbers):
        return composed.compose(asked, told)


def _make(report: Report, made: Path, work: Path, formats: tuple[str, ...], paper: str, size: str) -> None:
    """The report in each of `formats`, in the new folder `made`."""
    from pipeline.report import page, pdf, pictures, words

    made.mkdir()
    work.mkdir()
    png = made / "charts"
    if "png" in formats:
        png.mkdir()
    pictures.draw(report, work if "pdf" in formats else None, png if "png" in formats else None, size)
    if "pdf" in formats:
        pdf.write(report, work, made / f"{report.name}.pdf", paper, f"{report.name}.html" if "html" in formats else "the warehouse")
    if "html" in formats:
        with words.numbers(report.numbers):
            page.write(report, made / f"{report.name}.html")


__all__ = ["FORMATS", "PAPERS", "ReportError", "Wanted", "Written", "write"]
