"""Reports: a PNG for each charted series, and one PDF that holds them with their figures and the sentences behind them."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from pipeline.report.model import Chart

FEWEST = 3
"""Observations from which a series is drawn."""

MOST = 60
"""Series in one digest: those with the most stories behind them."""

ROWS = 1000
"""Points in the table of one series; more would make a book, and are said to be left out."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML, and so no SVG, may hold."""

EXACT = 9
"""Significant digits in the table, where a revision must show."""

LONGEST = 140
"""Characters of a file name."""

WORDS = 40
"""Words quoted of a story, unless its licence allows all."""


def write(warehouse: Path, reports: Path) -> list[Path]:
    """Write the digest of the warehouse into `reports`: `digest.pdf` and `series/*.png`; the paths written.

    A report is made aside and moved into place whole.  Raises store.StoreError where the warehouse cannot be read.
    """
    from pipeline import store

    con = store.read_only(warehouse)
    try:
        reports.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=reports, prefix=".making-") as folder:
            made = _make(con, Path(folder))
            return _move(made, Path(folder), reports)
    finally:
        con.close()


def _make(con: Any, folder: Path) -> list[Path]:
    import matplotlib as mpl
    import typst

    from pipeline.report import charts, style, words
    from pipeline.store import query

    query.settle(con)
    overview = query.named(con, "overview").iloc[0]
    known_on = words.day(overview["last_day"]) if overview["facts"] else "no day yet"
    chosen = query.named(con, "charted_series", [FEWEST, MOST]).to_dict("records")
    (folder / "series").mkdir()
    pages: list[dict[str, Any]] = []
    written: list[Path] = []
    for about in chosen:
        about = {k: None if v != v else UNPRINTABLE.sub(" ", v) if isinstance(v, str) and k != "series_id" else v for k, v in about.items()}
        points = query.named(con, "series_points", [about["series_id"]])
        behind = query.named(con, "series_sources", [about["series_id"]]).iloc[0]
        publishers = list(behind["publishers"])
        source = words.source(
            [UNPRINTABLE.sub(" ", name) for name in publishers], int(behind["documents"]), known_on, bool(overview["synthetic"])
        )
        chart = _chart(about, points, query.named(con, "companions", [about["series_id"]]), source)
        png = folder / "series" / f"{chart.name}.png"
        png.write_bytes(charts.png(chart, str(overview["run"])))
        (folder / f"{chart.name}.svg").write_bytes(charts.svg(chart))
        written.append(png)
        pages.append(_page(about, points, chart))
    data = {
        "title": "Economic figures in the news",
        "known_on": f"As known on {known_on}",
        "summary": _summary(overview, len(chosen), int(query.named(con, "charted_count", [FEWEST]).iloc[0, 0]), known_on),
        "series": pages,
    }
    (folder / "digest.json").write_text(UNPRINTABLE.sub(" ", json.dumps(data, ensure_ascii=False)), "utf-8")
    shutil.copyfile(Path(__file__).with_name("digest.typ"), folder / "digest.typ")
    fonts = [str(style.FONTS), str(Path(mpl.get_data_path()) / "fonts" / "ttf")]
    typst.compile(
        str(folder / "digest.typ"),
        output=str(folder / "digest.pdf"),
        root=str(folder),
        font_paths=fonts,
        sys_inputs={"data": "digest.json"},
        pdf_standards="ua-1",
    )
    return [*written, folder / "digest.pdf"]


def _summary(overview: Any, drawn: int, series: int, known_on: str) -> str:
    if not overview["facts"]:
        return "The warehouse holds no figures yet."
    left_out = f", of which the {drawn} that most stories tell are drawn" if drawn < series else ""
    note = " All stories are samples written for statwire." if overview["synthetic"] else ""
    return f"{overview['facts']:,} figures in {overview['stories']:,} stories by {overview['publishers']:,} publishers, as known on {known_on}; {series} series with {FEWEST} or more observations{left_out}.{note}"


def _chart(about: dict[str, Any], points: Any, companions: Any, source: str) -> Chart:
    from pipeline.report import findings, words

    def rows(frame: Any) -> list[dict[str, Any]]:
        dated = frame.rename(columns={"period_start": "start", "period_end": "end"})
        return [{k: v.date() if k in ("start", "end") else v for k, v in row.items()} for row in dated.to_dict("records")]

    told = rows(points)
    about = {**about, "companions": rows(companions)}
    title = findings.title("series", told, about)
    alt = findings.alt("series", told, about, title)
    return Chart("series", file_name(about["series_id"]), title, words.subtitle(about), source, alt, tuple(told), about)


def _page(about: dict[str, Any], points: Any, chart: Chart) -> dict[str, Any]:
    from pipeline.report import words

    pairs = [(row.period, float(row.value)) for row in points.itertuples()]
    places = words.decimals([value for _, value in pairs])
    rows = [
        {
            "period": words.period(row.period),
            "value": words.amount(float(row.value), about["unit"], places=places, digits=EXACT)
            + (
                f"\nfirst {words.amount(float(row.first_value), about['unit'], places=places, digits=EXACT)}"
                if row.first_value != row.value
                else ""
            ),
            "said": words.voices(row.publisher, row.publishers, row.published, row.published_precision),
            "sentence": excerpt(row.sentence, row.value_text),
        }
        for row in points.iloc[::-1].head(ROWS).itertuples()
    ]
    who = words.owner(about)
    subject = words.subject(about)
    kind = words.subtitle(about)
    kind = kind[:1].lower() + kind[1:]
    return {
        "id": about["series_id"],
        "name": f"{who} {subject}, {kind}" if who else f"{subject}, {kind}",
        "points": str(len(pairs)),
        "left_out": f"The newest {ROWS} of {len(pairs)} points; the warehouse has the others." if len(pairs) > ROWS else "",
        "chart": f"{chart.name}.svg",
        "alt": chart.alt,
        "latest": words.amount(pairs[-1][1], about["unit"], places=places),
        "last_period": words.period(pairs[-1][0]),
        "rows": rows,
    }


def excerpt(sentence: str | None, value: str) -> str:
    """At most WORDS words of a sentence, those around the figure."""
    if not sentence:
        return ""
    text = " ".join(sentence.split())
    said = text.split(" ")
    if len(said) <= WORDS:
        return text
    at = text.find(" ".join(value.split()))
    middle = len(text[: max(at, 0)].split(" ")) - 1
    first = max(0, min(middle - WORDS // 2, len(said) - WORDS))
    body = " ".join(said[first : first + WORDS])
    return ("… " if first else "") + body + (" …" if first + WORDS < len(said) else "")


def file_name(series: str) -> str:
    """A series id as a file name: letters, digits, dots and dashes only, so that no name of a story's is ever a path.

    Where letters were lost, a hash of the id keeps two names apart.
    """
    plain = re.sub(r"[:>/_ -]+", "-", series)
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", plain).strip(".-")[:LONGEST]
    return name if name == plain else f"{name}-{hashlib.sha256(series.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _move(made: list[Path], folder: Path, reports: Path) -> list[Path]:
    """Put what was made in place; charts of series that are no longer drawn go."""
    series = reports / "series"
    series.mkdir(exist_ok=True)
    kept = {path.name for path in made}
    for old in series.glob("*.png"):
        if old.name not in kept:
            old.unlink()
    moved = []
    for path in made:
        target = reports / path.relative_to(folder)
        path.replace(target)
        moved.append(target)
    return moved


__all__ = ["write"]
