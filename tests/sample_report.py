"""A report of every kind of chart, in words of our own, for the tests of what shows one."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from pipeline.report import words
from pipeline.report.model import Chart, Evidence, Point, Report, Section

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> & \"quotes\" 'and' ${x} <!-- \u2028 \x07 \ud800 عَرَبِيّ 😀"
"""What a story may bring: markup, script, control characters, half a character, writing from right to left."""

UNEMPLOYMENT = {
    "entity": "Norland", "entity_id": "USA", "partner": None, "indicator": "unemployment", "variant": "", "statistic": "level", "basis": None,
    "unit": "percent", "per": None, "adjustment": "seasonally_adjusted", "frequency": "M", "status": "actual",
}  # fmt: skip
EXPORTS = UNEMPLOYMENT | {"indicator": "exports", "partner": "RUS", "entity_id": "PRK", "unit": "USD", "adjustment": None, "frequency": "A"}
GROWTH = UNEMPLOYMENT | {"indicator": "gdp", "statistic": "growth", "basis": "qoq", "frequency": "Q"}


def evidence(sentence: str, figure: str, **said: Any) -> Evidence:
    """A sentence with its figure, told by the Norland Wire."""
    start = sentence.index(figure)
    known = {
        "fact": "f" * 16, "publisher": "Norland Wire", "published": "5 June 2009", "title": "Jobs in May", "url": "https://news.example/jobs",
        "licence": "CC-BY-4.0", "confidence": 0.93, "rules": ("percent: number and sign", "period: month before the story"),
    }  # fmt: skip
    return Evidence(**{**known, "sentence": sentence, "start": start, "end": start + len(figure), **said})


def month(year: int, n: int) -> dict[str, Any]:
    return {"period": f"{year}-{n:02}", "start": dt.date(year, n, 1), "end": dt.date(year, n, calendar.monthrange(year, n)[1])}


def year(n: int) -> dict[str, Any]:
    return {"period": str(n), "start": dt.date(n, 1, 1), "end": dt.date(n, 12, 31)}


def quarter(y: int, n: int) -> dict[str, Any]:
    last = calendar.monthrange(y, n * 3)[1]
    return {"period": f"{y}-Q{n}", "start": dt.date(y, n * 3 - 2, 1), "end": dt.date(y, n * 3, last)}


def chart(kind: str, rows: list[dict[str, Any]], name: str = "", title: str = "", **about: Any) -> Chart:
    name = name or kind
    return Chart(
        kind, name, title or f"A finding about {name}", "Level, percent", "Source: Norland Wire; 3 stories; as known on 5 June 2010.",
        f"Chart of {name}, in words.", tuple(rows), about,
    )  # fmt: skip


def series(values: list[float | None], first: dict[int, float] | None = None, name: str = "jobs", **about: Any) -> Chart:
    """A monthly series from January 2009 on; None leaves a gap."""
    rows = [
        {
            **month(2009 + n // 12, n % 12 + 1),
            "value": v,
            "first_value": (first or {}).get(n, v),
            "low": v,
            "high": v,
            "vintages": 1,
            "documents": 1,
            "publishers": 1,
        }
        for n, v in enumerate(values)
        if v is not None
    ]
    return chart("series", rows, name, f"Unemployment was {values[-1]} % at the end of {name}", **{**UNEMPLOYMENT, **about})


def points(drawn: Chart, said: str = "Norland Wire, 5 June 2009") -> tuple[Point, ...]:
    """The points of a series, the newest first, each with one sentence."""
    made = []
    for row in reversed(drawn.rows):
        when, value = words.period(row["period"]), f"{row['value']:.1f} %"
        sentence = f"Norland's jobless rate stood at {value} in {when}, the statistics office said."
        shown = value if row["first_value"] == row["value"] else f"{value}\nfirst {row['first_value']:.1f} %"
        made.append(Point(when, shown, said, (evidence(sentence, value, fact=f"fact-{row['period']}"),)))
    return tuple(made)


def report() -> Report:
    """A report with every kind of chart."""
    jobs = series([7.8, 8.3, 8.7, 9.0, 9.4, 9.5, 9.5, 9.6, None, 10.0, 9.9, 9.9], {4: 9.3, 9: 10.2, 10: 10.0})
    jobs.about["companions"] = [
        {"status": "forecast", **month(2009, 11), "value": 10.1},
        {"status": "forecast", **month(2009, 12), "value": 10.0},
        {"status": "target", **month(2010, 2), "value": 8.0},
    ]
    outlook = chart(
        "outlook",
        [{"status": "actual", **year(n), "value": v, "low": v, "high": v, "published": dt.date(n + 1, 3, 1)} for n, v in ((2006, 9e8), (2007, 1.1e9), (2008, 1.25e9))]
        + [{"status": "forecast", **year(n), "value": v, "low": v * 0.9, "high": v * 1.1, "published": dt.date(2008, 3, 1)} for n, v in ((2009, 1.3e9), (2010, 1.5e9))]
        + [{"status": "target", **year(2012), "value": 2e9, "low": 2e9, "high": 2e9, "published": dt.date(2008, 5, 1)}],
        **EXPORTS,
    )  # fmt: skip
    revisions = chart(
        "revisions",
        [
            {"period": f"2009-Q{q}", "vintage": v, "value": value, "published": dt.date(2009, q * 3, 20) + dt.timedelta(days=30 * v)}
            for q, values in ((1, (-6.1, -5.7, -5.5)), (2, (-1.0, -0.7)), (3, (3.5, 2.8, 2.2)), (4, (5.7,)))
            for v, value in enumerate(values, 1)
        ],
        **GROWTH,
    )
    disagreements = chart(
        "disagreements",
        [
            {"period": p, "value": v, "low": v, "high": v, "shown": s, "publishers": who, "documents": len(who)}
            for p, v, s, who in (
                ("2009-03", 8.5, True, ["Norland Wire", "Coast Post"]), ("2009-03", 8.9, False, ["Hill Gazette"]),
                ("2009-05", 9.4, True, ["Norland Wire"]), ("2009-05", 9.1, False, ["Coast Post"]), ("2009-05", 9.6, False, ["Hill Gazette"]),
                ("2009-08", 9.7, True, ["Coast Post"]), ("2009-08", 9.6, False, ["Norland Wire"]),
            )
        ],
        **UNEMPLOYMENT,
    )  # fmt: skip
    places = (("USA", 9.0), ("DEU", 7.7), ("ESP", 18.0), ("JPN", 5.1), ("FRA", 9.1), ("GBR", 7.6))
    countries = chart(
        "countries",
        [
            {"entity_id": code, "place": words.place(code), **year(2005 + n), "value": v * (0.7 + 0.1 * n)}
            for code, v in places
            for n in range(5)
        ],
        **UNEMPLOYMENT | {"frequency": "A", "entity_id": None},
    )
    changes = chart(
        "changes",
        [{**quarter(2008 + n // 4, n % 4 + 1), "value": v} for n, v in enumerate((-0.7, 1.5, -2.7, -5.4, -6.4, -0.7, 2.2, 5.7))],
        **GROWTH,
    )
    shares = chart(
        "shares",
        [{"label": label, "value": v, "period": "2009"} for label, v in (("Fish and what is made of it", 41.0), ("Timber", 27.5), ("Machines, ships, and parts of both for the yards of the northern coast", 19.5), ("All other goods", 12.0))],
        unit="percent",
    )  # fmt: skip
    events = chart(
        "events",
        [
            {"day": dt.date(2008, m, d), "label": label, "value": v, "unit": "USD", "entity": who, "partner": None, "status": "actual", "documents": n}
            for m, d, label, v, who, n in (
                (1, 18, "Norland Bank wrote off $2.4 bn of loans", 2.4e9, "Norland Bank", 3),
                (4, 2, "Coast Insurance was fined", 12e6, "Coast Insurance", 1),
                (9, 15, "The state took a stake of $10.5 bn in Hill Savings, the third in a year, after depositors had queued for four days", 1.05e10, "Hill Savings", 7),
            )
        ],
    )  # fmt: skip
    table = chart(
        "table",
        [
            {
                "label": "Unemployment",
                "unit": "percent",
                "per": None,
                "period": "2009-12",
                "latest": 9.9,
                "before": 9.9,
                "change": 0.0,
                "spark": [7.8, 8.3, 9.0, 9.4, 10.0, 9.9],
            },
            {
                "label": "Exports to Russia",
                "unit": "USD",
                "per": None,
                "period": "2008",
                "latest": 1.25e9,
                "before": 1.1e9,
                "change": 1.5e8,
                "spark": [9e8, 1.1e9, 1.25e9],
            },
            {
                "label": "Bread",
                "unit": "USD",
                "per": "loaf",
                "period": "2009-11",
                "latest": 2.5,
                "before": None,
                "change": None,
                "spark": [2.5],
            },
        ],
    )
    other = Point(
        "Q1 2009",
        "−5.5 %",
        "Coast Post, 25 June 2009",
        (evidence("Output shrank 5.5 percent a year in the first quarter.", "5.5 percent", fact="g1"),),
        "revisions",
    )
    return Report(
        "digest",
        "Economic figures in the news",
        "120 figures in 37 stories by 4 publishers, as known on 5 June 2010.",
        dt.date(2010, 6, 5),
        "20100605T0400Z",
        (
            Section("glance", "At a glance", "What moved most since the run before.\n\nAll stories are samples.", (table,)),
            Section("jobs", "United States’ unemployment, level, percent", "", (jobs,), points(jobs)),
            Section("outlook", "North Korea’s exports to Russia", "", (outlook, shares)),
            Section("revised", "Revised", "", (revisions, changes), (other,)),
            Section("disputed", "Disagreements", "", (disagreements,)),
            Section("countries", "Over countries", "", (countries,)),
            Section("events", "Events", "", (events,)),
            Section(
                "targets", "Targets", "What was aimed at, and what came.", (), (), ("Who", "What", "Due", "Target", "Outcome"),
                (("Norland", "unemployment", "2010", "8 %", "9.9 %"), ("Coast Post", "readers, in print and elsewhere, of the morning edition", "2012", "2 m", "not known yet")),
                "Three more targets have no due date; the warehouse has them.",
            ),
        ),
    )  # fmt: skip


def hostile() -> Report:
    """A report in which every text that a story may bring, and every name, is HOSTILE."""
    drawn = series([9.4, 9.5])
    bad = evidence(
        "Rate: 9.5 %. " + HOSTILE,
        "9.5 %",
        publisher=HOSTILE,
        title=HOSTILE,
        url="javascript:alert(3)",
        licence=HOSTILE,
        rules=(HOSTILE,),
        fact=HOSTILE,
    )
    worse = evidence(HOSTILE + " 9.4 %", "9.4 %", url='https://news.example/"onmouseover=alert(4)//', published=HOSTILE)
    told = (Point("February 2009", "9.5 %", HOSTILE, (bad,)), Point("January 2009", "9.4 %", HOSTILE, (worse, bad)))
    chart_ = Chart(
        "series",
        "jobs",
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        drawn.rows,
        drawn.about | {"unit": HOSTILE, "entity": HOSTILE, "variant": HOSTILE},
    )
    event = chart(
        "events",
        [
            {
                "day": dt.date(2009, 5, 1),
                "label": HOSTILE,
                "value": 3e6,
                "unit": HOSTILE,
                "entity": HOSTILE,
                "partner": None,
                "status": "actual",
                "documents": 1,
            }
        ],
    )
    parts = chart("shares", [{"label": HOSTILE, "value": 30.0, "period": "2009"}])
    dispute = chart(
        "disagreements",
        [{"period": "2009", "value": 3.0, "low": 2.0, "high": 4.0, "shown": True, "publishers": [HOSTILE], "documents": 1}],
        unit=HOSTILE,
    )
    row = {
        "label": HOSTILE,
        "unit": HOSTILE,
        "per": HOSTILE,
        "period": "2009",
        "latest": 1.0,
        "before": 1.0,
        "change": 0.5,
        "spark": [1.0, 2.0],
    }
    section = Section(
        "s", HOSTILE, HOSTILE, (chart_, event, parts, dispute, chart("table", [row])), told, (HOSTILE,), ((HOSTILE, HOSTILE),), HOSTILE
    )
    return Report("hostile", HOSTILE, HOSTILE, None, HOSTILE, (section,))


def hard() -> Report:
    """Charts that are hard to draw: one point, long names, nothing below zero, tiny and huge values, no data, many events and periods."""
    drawn = [
        series([9.4], name="one"),
        series([-3.2, -1.1, -4.8], name="negative"),
        series([1e-7, 3e-7, 2e-7], name="tiny", unit="USD"),
        series([1.07e15, 1.2e15, 9e14], name="huge", unit="IRR"),
        series([5.0] * 30, name="flat"),
        series([4e7, 4.79e7], name="far-target", unit="USD", companions=[{"status": "target", **month(2009, 3), "value": 1e9}]),
        series([4e7] * 11 + [4.79e7], name="near-target", unit="USD", companions=[{"status": "target", **month(2010, 2), "value": 1e9}]),
        chart("series", [], "none", **UNEMPLOYMENT),
        chart("series", [{"period": f"FY{n}/{n + 1}", "start": None, "end": None, "value": 3.0, "first_value": 3.0, "low": 3.0, "high": 3.0} for n in (1999, 2000)], "undated", **UNEMPLOYMENT),
        chart("events", [{"day": dt.date(2008, 1, 1) + dt.timedelta(days=9 * n), "label": f"Deal {n}", "value": 1e6 * n, "unit": "USD", "entity": "x", "partner": None, "status": "actual", "documents": 1} for n in range(200)], "many-events"),
        chart("revisions", [{"period": f"{1950 + n // 4}-Q{n % 4 + 1}", "vintage": v, "value": n % 7 + v / 10, "published": None} for n in range(240) for v in (1, 2, 3)], "many-revisions", **GROWTH),
        chart("changes", [{**quarter(1960 + n // 4, n % 4 + 1), "value": (n * 37 % 50) / 10 - 2} for n in range(200)], "many-changes", **GROWTH),
        chart("changes", [{**year(2009), "value": -2.4}], "one-change", **GROWTH | {"frequency": "A"}),
        chart("disagreements", [{"period": f"2009-{n:02}", "value": v, "low": v, "high": v, "shown": v < 1e10, "publishers": ["Norland Wire"], "documents": 1} for n in range(1, 13) for v in (3.4e9 * n, 3.6e10)], "wide-dispute", **EXPORTS),
        chart("countries", [{"entity_id": f"X{n}", "place": f"The United Provinces of the {n}th Northern Coast", **year(2000 + k), "value": n * 10.0 ** (n % 4) - k} for n in range(14) for k in range(8)], "places", **EXPORTS),
    ]  # fmt: skip
    return Report("hard", "What is hard to draw", "", None, "r", tuple(Section(f"s-{one.name}", one.name, "", (one,)) for one in drawn))
