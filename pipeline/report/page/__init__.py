"""The interactive page: a Report as one HTML file that asks nothing of a network, and shows behind each point the sentence that says it."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from pipeline.report import words
from pipeline.report.model import Chart, Report, Section
from pipeline.report.page.behind import Behind
from pipeline.report.page.element import document, element, printable, raw
from pipeline.report.page.sections import section
from pipeline.report.page.spec import Plot, plots

HERE = Path(__file__).parent

HINT = "Choose a point of a chart or a line of its table to read the sentence that says the figure. With keys: Tab to a chart, arrows from point to point, Enter."


def write(report: Report, path: Path) -> None:
    """Write the page of `report` to `path`; whole or not at all, and the same bytes for the same report.

    Raises KeyError where a chart is of a kind that nobody draws, OSError where the file cannot be written.
    """
    aside = path.with_name(f".{path.name}.making")
    try:
        aside.write_bytes(page(report))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def page(report: Report) -> bytes:
    """The page of `report`."""
    behind = Behind(report)
    drawn = {chart.name: plots(chart) for part in report.sections for chart in part.charts if chart.kind != "table"}
    charts = {
        chart.name: [_drawing(part, chart, plot, behind) for plot in drawn[chart.name]]
        for part in report.sections
        for chart in part.charts
        if chart.kind != "table"
    }
    style = (HERE / "page.css").read_text("utf-8")
    scripts = [(HERE / name).read_text("utf-8") for name in ("vega.js", "page.js")]
    root = element("html", _head(report, style, scripts), _body(report, drawn), lang="en")
    root[1].append(
        raw(
            "script", island({"charts": charts, "points": behind.points, "sentences": behind.sentences}), type="application/json", id="data"
        )
    )
    root[1].extend(raw("script", script) for script in scripts)
    return document(root)


def island(data: Any) -> str:
    """Data as JSON that no HTML parser takes for markup."""
    text = json.dumps(data, separators=(",", ":"), allow_nan=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def policy(style: str, scripts: list[str]) -> str:
    """A Content-Security-Policy under which our own style and scripts run, and nothing is ever loaded, sent or evaluated."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _drawing(part: Section, chart: Chart, plot: Plot, behind: Behind) -> dict[str, Any]:
    """What the script needs for one drawing: the spec, and for each mark its text and the point it stands for."""
    return {
        "spec": plot.spec,
        "height": plot.height,
        "near": plot.near,
        "section": part.name,
        "marks": [[printable(mark.text), behind.point(part, chart, mark)] for mark in plot.marks],
    }


def _head(report: Report, style: str, scripts: list[str]) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(style, scripts)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content="statwire"),
        element("title", report.title),
        raw("style", style),
    )


def _body(report: Report, drawn: dict[str, list[Plot]]) -> Element:
    known = f"As known on {words.day(report.known_on)}" if report.known_on else None
    return element(
        "body",
        element("a", "Skip to the report", href="#report", class_="skip"),
        element(
            "header",
            element("h1", report.title, dir="auto"),
            element("p", known, class_="known") if known else None,
            element("p", report.summary, dir="auto"),
            element("p", HINT, class_="hint"),
        ),
        _contents(report),
        element("main", *(section(part, drawn) for part in report.sections), id="report", tabindex="-1"),
        _evidence(),
        element(
            "footer", element("p", f"Made by statwire from the warehouse of run {report.run}. This file loads nothing and sends nothing.")
        ),
        element("div", class_="tip", hidden=True, aria_hidden="true"),
    )


def _contents(report: Report) -> Element:
    """Search box and list of sections; what is searched beside the text of an entry is in `data-words`."""
    entries = element("ul", id="entries")
    for part in report.sections:
        entries.append(element("li", element("a", part.heading, href=f"#s-{part.name}", dir="auto"), data_words=" ".join(_words(part))))
        if len(part.charts) > 1:
            entries.extend(
                element(
                    "li", element("a", chart.title, href=f"#c-{chart.name}", dir="auto"), class_="chart", data_words=" ".join(_about(chart))
                )
                for chart in part.charts
            )
    return element(
        "nav",
        element(
            "search",
            element("label", "Search series", for_="search"),
            element(
                "input",
                type="search",
                id="search",
                autocomplete="off",
                spellcheck="false",
                aria_describedby="found",
                aria_controls="entries",
            ),
        ),
        element("p", id="found", role="status"),
        element("details", element("summary", "Contents"), entries, id="contents", open=True),
        aria_label="Contents",
    )


def _words(part: Section) -> list[str]:
    return [word for chart in part.charts for word in (chart.title, *_about(chart))]


def _about(chart: Chart) -> list[str]:
    """What people may search a chart by: its measure, and places by name and code."""
    about = chart.about
    places = [about.get("entity"), about.get("entity_id"), about.get("partner")]
    named = [words.place(code) for code in places if code] + [str(code) for code in places if code]
    return [chart.subtitle, *named, str(about.get("indicator") or "").replace("_", " "), str(about.get("variant") or "")]


def _evidence() -> Element:
    """Where the script shows what a point rests on."""
    return element(
        "aside",
        element(
            "div",
            element("h2", "What a figure rests on", tabindex="-1"),
            element("button", "Close", type="button", class_="close", hidden=True),
            class_="bar",
        ),
        element(
            "div",
            element("p", HINT),
            element("p", "This needs JavaScript, which does not run here. Words and tables can be read without.", class_="unscripted"),
            class_="shown",
        ),
        id="evidence",
        aria_label="What a figure rests on",
    )


__all__ = ["write"]
