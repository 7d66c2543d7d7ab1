"""A report that a TOML file describes: its title, and sections of series or of a query's rows, each with charts."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import lexicon
from pipeline.report.model import ReportError

NAMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
"""A name of a report: it names a folder and files."""

KINDS = ("series", "outlook", "changes", "revisions", "disagreements", "countries", "table")
"""Charts of series."""

ROWS = {
    "shares": ("label", "value"),
    "events": ("day", "label", "value", "unit"),
    "table": ("label", "unit", "period", "latest"),
}
"""Charts of a query's rows, and the columns they need."""

TOP = {"title": str, "name": str, "summary": str, "as_of": dt.date, "numbers": str, "paper": str, "section": list}
SECTION = {"heading": str, "words": str, "series": list, "charts": list, "query": str, "chart": str, "unit": str}


@dataclass(frozen=True)
class Part:
    """A section as described; `where` says where, for messages."""

    where: str
    heading: str
    words: str
    series: tuple[str, ...]
    charts: tuple[str, ...]
    query: str
    chart: str
    unit: str


@dataclass(frozen=True)
class Described:
    """A report as its file describes it."""

    name: str
    title: str
    summary: str
    as_of: dt.date | None
    numbers: str
    paper: str | None
    parts: tuple[Part, ...]
    sha256: str


def read(path: Path) -> Described:
    """The description in the file at `path`.  Raises ReportError, with file and line, where it cannot be used."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
        told = tomllib.loads(text)
    except OSError as error:
        raise ReportError(f"{path}: {error.strerror}: name the file that describes the report") from error
    except UnicodeDecodeError as error:
        raise ReportError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        said = str(error).splitlines()[0].replace("at end of document", f"at line {max(len(text.splitlines()), 1)}, the end")
        raise ReportError(f"{path} is no TOML: {said}") from error
    lines = text.splitlines()
    _checked(told, TOP, str(path), lines, 0)
    if not told.get("title", "").strip():
        raise ReportError(f'{path}: a report needs a title: add a line title = "…"')
    name = told.get("name", path.stem)
    if not NAMED.fullmatch(name):
        at = f"{path}:{_line(lines, 'name', 0)}" if "name" in told else str(path)
        raise ReportError(f'{at}: {name!r} cannot name a folder: give a name of letters, digits, dots and dashes, as name = "trade-2014"')
    _one_of(told.get("paper", "a4"), ("a4", "letter"), f"{path}:{_line(lines, 'paper', 0)}", "paper")
    _one_of(told.get("numbers", "en"), tuple(lexicon.entries("marks")), f"{path}:{_line(lines, 'numbers', 0)}", "language of numbers")
    starts = [n for n, line in enumerate(lines, 1) if line.strip().startswith("[[section]]")]
    parts = [_part(entry, path, lines, start) for entry, start in zip(told.get("section", []), starts, strict=False)]
    if not parts:
        raise ReportError(f'{path}: a report needs a section: add [[section]] with series = ["…"] or a query')
    if not isinstance(as_of := told.get("as_of"), dt.date | None) or isinstance(as_of, dt.datetime):
        raise ReportError(f"{path}:{_line(lines, 'as_of', 0)}: as_of must be a day, as in as_of = 2014-12-31")
    return Described(
        name,
        told["title"],
        told.get("summary", ""),
        as_of,
        told.get("numbers", "en"),
        told.get("paper"),
        tuple(parts),
        hashlib.sha256(content).hexdigest(),
    )


def _part(entry: Any, path: Path, lines: list[str], start: int) -> Part:
    where = f"{path}:{start}"
    if not isinstance(entry, dict):
        raise ReportError(f"{where}: begin each section with [[section]]")
    _checked(entry, SECTION, str(path), lines, start)
    series, query = entry.get("series", []), entry.get("query", "")
    if bool(series) == bool(query):
        raise ReportError(f'{where}: a section shows series or a query: give one of series = ["…"] and query = "…"')
    if not all(isinstance(name, str) for name in [*series, *entry.get("charts", [])]):
        raise ReportError(f'{where}: series and charts are lists of texts, as in charts = ["series"]')
    for kind in entry.get("charts", []):
        _one_of(kind, KINDS, f"{path}:{_line(lines, 'charts', start)}", "chart of series")
    if chart := entry.get("chart", ""):
        _one_of(chart, tuple(ROWS), f"{path}:{_line(lines, 'chart', start)}", "chart of a query")
    charts = tuple(entry.get("charts", ["series"]))
    return Part(where, entry.get("heading", ""), entry.get("words", ""), tuple(series), charts, query, chart, entry.get("unit", ""))


def _checked(told: dict[str, Any], known: Mapping[str, type], path: str, lines: list[str], start: int) -> None:
    for key, value in told.items():
        at = f"{path}:{_line(lines, key, start)}"
        if key not in known:
            raise ReportError(f"{at}: {key!r} is unknown: known are {', '.join(known)}")
        if not isinstance(value, known[key]):
            raise ReportError(f"{at}: {key} must be {_KINDS[known[key]]}")


_KINDS = {str: "text in quotes", list: "a list", dt.date: "a day, as in 2014-12-31"}


def _one_of(value: str, known: tuple[str, ...], at: str, what: str) -> None:
    if value not in known:
        raise ReportError(f"{at}: {value!r} is no {what}: known are {', '.join(known)}")


def _line(lines: list[str], key: str, start: int) -> int:
    """The number of the first line at or behind `start` that sets `key`; `start`, or 1, where none does."""
    pattern = re.compile(rf"\s*(?:\[\[?)?\"?{re.escape(key)}\"?\s*[\]=.]")
    return next((n for n, line in enumerate(lines[start:], start + 1) if pattern.match(line)), start or 1)
