"""Charts to try: for each kind a plain one, and the hard cases, all of made-up figures that follow from their index."""

from __future__ import annotations

import datetime as dt
import math

from pipeline.report import findings
from pipeline.report.model import Chart

LONG = "The Association of Makers and Exporters of Agricultural Machinery, Spare Parts and Services of the Northern Provinces (AMEAMSPSNP) GmbH & Co."
ABOUT = {
    "series_id": "unemployment:NOR:level:percent:M:actual", "entity": "Norland", "entity_id": "NOR", "partner": None, "indicator": "unemployment", "variant": "",
    "statistic": "level", "basis": None, "unit": "percent", "per": None, "adjustment": None, "frequency": "M", "status": "actual",
}  # fmt: skip
GROWTH = {**ABOUT, "indicator": "gdp", "statistic": "growth", "basis": "yoy", "frequency": "Q"}
MONEY = {**ABOUT, "indicator": "exports", "partner": "RUS", "unit": "USD", "frequency": "A"}
KINDS = ("series", "outlook", "revisions", "disagreements", "countries", "changes", "shares", "events", "table")


def month(n, since=2007):
    start = dt.date(since + n // 12, n % 12 + 1, 1)
    after = dt.date(since + (n + 1) // 12, (n + 1) % 12 + 1, 1)
    return {"period": f"{start:%Y-%m}", "start": start, "end": after - dt.timedelta(1)}


def quarter(n, since=1995):
    first, last = month(3 * n, since), month(3 * n + 2, since)
    return {"period": f"{first['start'].year}-Q{n % 4 + 1}", "start": first["start"], "end": last["end"]}


def year(n, since=2001):
    return {"period": str(since + n), "start": dt.date(since + n, 1, 1), "end": dt.date(since + n, 12, 31)}


def wave(n, middle=7.0, width=2.0):
    return round(middle + width * math.sin(n / 5) + width * 0.3 * math.sin(n * 1.7), 1)


def chart(
    kind,
    rows,
    about=ABOUT,
    subtitle="Percent, seasonally adjusted; Norland, to the latest month",
    source="Source: Sample Wire, Norland Post; 48 stories; as known on 5 March 2011.",
):
    title = findings.title(kind, rows, about)
    return Chart(kind, kind, title, subtitle, source, findings.alt(kind, rows, about, title), tuple(rows), about)


def _series(n, value=wave, skip=(), since=2007, step=month):
    return [
        {**step(i, since), "value": value(i), "first_value": round(value(i) + 0.4, 1) if i % 7 == 3 else value(i), "low": None, "high": None, "vintages": 1, "documents": 2, "publishers": 1}
        for i in range(n) if i not in skip
    ]  # fmt: skip


def _companions(n):
    return [
        *({"status": "forecast", **month(i), "value": wave(i) + 0.3} for i in range(n - 4, n + 3)),
        *({"status": "target", **month(i), "value": 5.0} for i in (n, n + 5)),
    ]


def series(n):
    return chart("series", _series(n, since=1960 if n > 100 else 2007), {**ABOUT, "companions": _companions(n)} if n == 30 else ABOUT)


def outlook(n):
    at = max(1, n * 2 // 3)
    rows = [
        {
            "status": "actual",
            **quarter(i, 1860 if n > 100 else 2005),
            "value": wave(i, 1.5, 2.5),
            "low": None,
            "high": None,
            "published": None,
        }
        for i in range(at)
    ]
    for k, i in enumerate(range(at, n)):
        value = wave(i, 1.5, 2.5)
        rows.append(
            {
                "status": "forecast",
                **quarter(i, 1860 if n > 100 else 2005),
                "value": value,
                "low": value - 0.2 * min(k, 12),
                "high": value + 0.2 * min(k, 12),
                "published": dt.datetime(2011, 1, 5),
            }
        )
    if n > 3:
        rows.append(
            {"status": "target", **quarter(n - 1, 1860 if n > 100 else 2005), "value": 2.5, "low": 2.0, "high": 3.0, "published": None}
        )
    return chart("outlook", rows, GROWTH)


def revisions(n):
    columns = {1: 1, 3: 2, 30: 12, 600: 150}.get(n, n)
    rows = [
        {**quarter(i), "vintage": v, "value": round(wave(i) + 0.3 * (v - 1) * math.sin(i + v), 1), "published": None}
        for i in range(columns) for v in range(1, min(5, columns - i + 1) + 1)
    ]  # fmt: skip
    return chart("revisions", rows[: max(n, 1)] if n < 30 else rows, GROWTH)


def disagreements(n):
    rows = [
        {**month(i // 3), "value": wave(i) + (0.0 if i % 3 else 0.5) + i % 3 * 0.2, "low": None, "high": None, "shown": i % 3 == 0,
         "publishers": [["Sample Wire", "Norland Post"], ["Harbour Gazette"], ["Institute of Statistics"]][i % 3], "documents": 3 - i % 3}
        for i in range(n)
    ]  # fmt: skip
    return chart("disagreements", rows)


PLACES = [
    "NOR",
    "USA",
    "GBR",
    "DEU",
    "FRA",
    "ITA",
    "ESP",
    "JPN",
    "CHN",
    "BRA",
    "IND",
    "RUS",
    "SWE",
    "CHE",
    "AUT",
    "POL",
    "MEX",
    "CAN",
    "AUS",
    "KOR",
    "TUR",
    "ZAF",
    "EGY",
    "FIN",
]


def countries(n):
    from pipeline.report import words

    places = {1: 1, 3: 3, 30: 6, 600: 24}.get(n, 8)
    rows = [
        {"entity_id": code, "place": words.place(code), **year(i, 1985 if n > 100 else 2001), "value": round(wave(i + 7 * k, 6 + k % 5, 2), 1)}
        for k, code in enumerate(PLACES[:places]) for i in range(max(1, n // places))
    ]  # fmt: skip
    return chart("countries", rows, {**ABOUT, "frequency": "A"})


def changes(n):
    rows = [{**quarter(i, 1860 if n > 100 else 2003), "value": wave(i, 0.8, 2.2)} for i in range(n)]
    return chart("changes", rows, GROWTH)


def shares(n):
    rows = [
        {"label": f"Maker {chr(65 + i % 26)}{i // 26 or ''}", "value": round(45 / (i + 1) + 1.5, 1), "period": "2010"} for i in range(n)
    ]
    rows += [{"label": f"Maker {chr(65 + i % 26)}", "value": round(40 / (i + 1) + 2, 1), "period": "2009"} for i in range(min(n, 4))]
    return chart("shares", rows, {**ABOUT, "indicator": "market_share", "statistic": "share"})


def events(n):
    kinds = ["Norland Steel buys Harbour Mills", "Fine for Delta Bank", "Debt of Eastland written off", "Aid to Westland"]
    rows = [
        {"day": dt.date(2008, 1, 10) + dt.timedelta(37 * i % 1100), "label": kinds[i % 4] + (f" ({i})" if i > 3 else ""), "value": round(5e9 / (1 + i % 17) + 2e8, -7),
         "unit": "EUR" if i % 9 == 8 else "USD", "entity": "X", "partner": None, "status": "plan" if i % 5 == 2 else "actual", "documents": 2}
        for i in range(n)
    ]  # fmt: skip
    return chart("events", rows, {**MONEY, "indicator": "deal_value"}, subtitle="Deals, fines, write-offs and aid; US dollars")


def table(n):
    names = ["Unemployment in Norland", "Exports of Norland to Russia", "Consumer prices in Norland", "Revenue of Norland Steel"]
    units = ["percent", "USD", "percent", "EUR"]
    rows = []
    for i in range(n):
        spark = [wave(i + k) * (1 if i % 2 == 0 else 1e9) for k in range(i % 13 * 2)]
        latest = wave(i + 30) * (1 if i % 2 == 0 else 1e9)
        rows.append({"label": names[i % 4] + (f" ({i})" if i > 3 else ""), "unit": units[i % 4], "per": None, "period": month(i % 24)["period"], "latest": latest,
                     "before": spark[-1] if spark else None, "change": latest - spark[-1] if spark else None, "spark": [*spark, latest]})  # fmt: skip
    return chart("table", rows)


MAKE = {make.__name__: make for make in (series, outlook, revisions, disagreements, countries, changes, shares, events, table)}


def scaled(kind, factor, about=None):
    """The chart of thirty points with each value times a factor."""
    made = MAKE[kind](30)
    keys = {"value", "first_value", "low", "high", "latest", "before", "change"}
    rows = []
    for row in made.rows:
        row = {key: value * factor if key in keys and value is not None else value for key, value in row.items()}
        if "spark" in row:
            row["spark"] = [value * factor for value in row["spark"]]
        rows.append(row)
    for row in rows:
        if row.get("low") is not None and row["low"] > row["high"]:
            row["low"], row["high"] = row["high"], row["low"]
    base = {**made.about, **(about or {})}
    if "companions" in base:
        base["companions"] = [{**row, "value": row["value"] * factor} for row in base["companions"]]
    return chart(kind, rows, base)


def renamed(kind, name):
    """The chart of thirty points with a name in all places that take one."""
    made = MAKE[kind](30)
    rows = []
    for n, row in enumerate(made.rows):
        row = dict(row)
        for key in ("label", "place"):
            if key in row:
                row[key] = f"{name} {n}" if key == "label" else name
        if "publishers" in row and isinstance(row["publishers"], list):
            row["publishers"] = [name, name]
        rows.append(row)
    return chart(
        kind,
        rows,
        {**made.about, "entity": name, "entity_id": name, "variant": name},
        subtitle=f"{name}, " * 3,
        source=f"Source: {name}, " * 4,
    )


def gappy(kind):
    """The chart of thirty points with every fifth value missing, and a year of them."""
    made = MAKE[kind](30)
    rows = [row for n, row in enumerate(made.rows) if n % 5 != 2 and not 12 <= n < 18]
    rows += [{**row, key: None} for row in made.rows[:2] for key in ("value", "latest") if key in row]
    return chart(kind, rows, made.about)


def hard(kind):
    """Each hard case of a kind by name."""
    for n in (1, 3, 30, 600):
        yield f"{kind}-{n}", MAKE[kind](n)
    yield f"{kind}-none", chart(kind, [])
    yield f"{kind}-negative", scaled(kind, -1.0)
    yield f"{kind}-tiny", scaled(kind, 1e-9)
    yield f"{kind}-small", scaled(kind, 1e-3)
    yield f"{kind}-huge", scaled(kind, 1e13, {"unit": "IRR"} if kind != "shares" else None)
    yield f"{kind}-beyond", scaled(kind, 1e22)
    yield f"{kind}-same", scaled(kind, 0.0)
    yield f"{kind}-long", renamed(kind, LONG)
    yield f"{kind}-script", renamed(kind, "<b>$x_1$ #panic 漢字 😀 \u202eשלום عربي\n\x07")
    yield f"{kind}-gaps", gappy(kind)
