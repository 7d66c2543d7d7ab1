"""Titles of charts: what they say is what the rows bear out."""

import datetime as dt
import re

import chart_cases
import pytest
from chart_cases import ABOUT, GROWTH, KINDS, MAKE, MONEY, month, quarter, year
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report import findings, words


def months(*values, skip=()):
    return [{**month(n), "value": value} for n, value in enumerate(values) if n not in skip]


def quarters(*values):
    return [{**quarter(n, 2009), "value": value} for n, value in enumerate(values)]


def vintages(*told):
    return [{**quarter(n, 2009), "vintage": v, "value": value} for n, values in enumerate(told) for v, value in enumerate(values, 1)]


def outlook(*told):
    """Each of (status, year, value) or (status, year, value, low, high)."""
    return [
        {"status": status, **year(at - 2001), "value": value, "low": ends[0] if ends else None, "high": ends[1] if ends else None}
        for status, at, value, *ends in told
    ]


def latest(unit, value, before=None):
    return {
        "label": "Revenue of Norland Steel",
        "unit": unit,
        "per": None,
        "period": "2010",
        "latest": value,
        "before": before,
        "spark": [],
    }


USA = {**ABOUT, "entity": "USA", "entity_id": "USA"}
DAY = dt.date(2010, 3, 5)


@pytest.mark.parametrize(
    ("kind", "rows", "about", "said"),
    [
        ("series", months(9.0, 9.5), USA, "United States’ unemployment rose to 9.5 % in February 2007"),
        ("series", months(9.5, 9.5), USA, "United States’ unemployment was 9.5 % in February 2007, as before"),
        ("series", months(9.5), ABOUT, "Norway’s unemployment was 9.5 % in January 2007"),
        (
            "series",
            months(9.5, 9.4, 9.6, 9.3),
            ABOUT,
            "Norway’s unemployment fell to 9.3 % in April 2007, the lowest since these figures begin in January 2007",
        ),
        ("series", months(9.2, 9.5, 9.6, 9.4, 9.3), ABOUT, "Norway’s unemployment fell to 9.3 % in May 2007, the lowest since January 2007"),
        (
            "series",
            months(9.2, 9.5, 9.6, 0, 9.4, 9.3, skip=(3,)),
            ABOUT,
            "Norway’s unemployment fell to 9.3 % in June 2007, the lowest of 4 readings since January 2007",
        ),
        ("series", months(9.5, 0, 9.3, skip=(1,)), ABOUT, "Norway’s unemployment was 9.3 % in March 2007, down from 9.5 % in January 2007"),
        ("series", [{**year(0), "value": 10_170_000.0}], MONEY, "Norway’s exports to Russia were $10.2 m in 2001"),
        (
            "series",
            [{**year(n), "value": value} for n, value in enumerate((-5e9, -6e9))],
            {**MONEY, "indicator": "trade_balance", "partner": None},
            "Norway’s trade balance fell to −$6 bn in 2002",
        ),
        ("series", quarters(-6.1), GROWTH, "Norway’s GDP fell 6.1 % on a year earlier in Q1 2009"),
        ("series", [{**year(0), "value": 3e6}], {**MONEY, "indicator": "profit", "variant": "net", "partner": None}, "Norway’s net profit was $3 m in 2001"),
        ("changes", quarters(1.0, 0.0), GROWTH, "Norway’s GDP was flat on a year earlier in Q2 2009"),
        ("changes", quarters(2.0, -0.1, -0.4, -0.3, -0.35), GROWTH, "Norway’s GDP fell 0.35 % on a year earlier in Q1 2010, the 4th fall in a row"),
        ("changes", quarters(2.0, 0.1, 0.4, 0.3, 0.6), GROWTH, "Norway’s GDP rose 0.6 % on a year earlier in Q1 2010, the biggest rise since Q1 2009"),
        ("changes", quarters(2.0, -0.4, -0.5, -0.6, -0.2), GROWTH, "Norway’s GDP fell 0.2 % on a year earlier in Q1 2010, the smallest fall since the rise in Q1 2009"),
        ("changes", quarters(-2.0, 0.4, 0.5, 0.6, 0.2), GROWTH, "Norway’s GDP rose 0.2 % on a year earlier in Q1 2010, the smallest rise since the fall in Q1 2009"),
        (
            "outlook",
            outlook(("actual", 2009, 9.4), ("target", 2012, 5.0)),
            {**ABOUT, "frequency": "A"},
            "Norway’s unemployment was 9.4 % in 2009, 4.4 points above the target of 5.0 % for 2012",
        ),
        (
            "outlook",
            outlook(("actual", 2009, 1.4), ("target", 2009, 2.5, 2.0, 3.0)),
            {**ABOUT, "frequency": "A"},
            "Norway’s unemployment was 1.4 % in 2009, 0.6 points below the target of 2.0 % to 3.0 %",
        ),
        (
            "outlook",
            outlook(("actual", 2009, 2.4), ("target", 2009, 2.5, 2.0, 3.0)),
            {**ABOUT, "frequency": "A"},
            "Norway’s unemployment was 2.4 % in 2009, within the target of 2.0 % to 3.0 %",
        ),
        (
            "outlook",
            outlook(("actual", 2009, 3e9), ("forecast", 2009, 2.8e9), ("forecast", 2010, 4e9)),
            MONEY,
            "Norway’s exports to Russia were $3 bn in 2009, $200 m above the forecast of $2.8 bn",
        ),
        (
            "outlook",
            outlook(("actual", 2009, 9.4), ("forecast", 2010, 9.0)),
            {**ABOUT, "frequency": "A"},
            "Norway’s unemployment was 9.4 % in 2009; the forecast for 2010 is 9.0 %",
        ),
        ("outlook", outlook(("forecast", 2010, 9.0)), ABOUT, "Norway’s unemployment: forecast 9 % in 2010"),
        ("revisions", vintages((1.2, 1.2), (0.5,)), GROWTH, "None of 2 figures for growth of Norway’s GDP was revised"),
        ("revisions", vintages((1.2, 0.4)), GROWTH, "The figure for growth of Norway’s GDP in Q1 2009 was revised from 1.2 % to 0.4 %"),
        (
            "revisions",
            vintages((1.2, 1.0, 0.4), (0.5, 0.6), (0.7,)),
            GROWTH,
            "2 of 3 figures for growth of Norway’s GDP were revised, Q1 2009 most: from 1.2 % to 0.4 %",
        ),
        (
            "disagreements",
            [{**month(n), "value": value} for n, value in ((0, 5.0), (0, 5.1), (1, 5.0), (1, 5.6))],
            ABOUT,
            "Publishers differ most on Norway’s unemployment in February 2007: from 5.0 % to 5.6 %",
        ),
        (
            "countries",
            [{**year(n), "entity_id": code, "place": words.place(code), "value": v} for n, code, v in ((0, "USA", 9), (1, "USA", 5), (1, "NOR", 3))],
            ABOUT,
            "Unemployment was highest in the United States (5 %) and lowest in Norway (3 %) in 2002",
        ),
        (
            "shares",
            [{"label": "A", "value": 40.0, "period": "2010"}, {"label": "A", "value": 60.0, "period": "2009"}, {"label": "B", "value": 45.0, "period": "2010"}],
            {**ABOUT, "indicator": "market_share", "statistic": "share"},
            "B had the larger market share of 2: 45 % in 2010",
        ),
        (
            "events",
            [{"day": DAY, "label": "Fine for Delta Bank", "value": 5e9, "unit": "USD", "status": "plan"}],
            MONEY,
            "Fine for Delta Bank, $5 bn (planned), on 5 March 2010",
        ),
        (
            "events",
            [{"day": DAY, "label": name, "value": value, "unit": unit} for name, value, unit in (("A", 1e9, "USD"), ("B", 2e9, "USD"), ("C", 9e9, "JPY"))],
            MONEY,
            "The largest of 3 events in US dollars: B, $2 bn, on 5 March 2010",
        ),
        ("table", [latest("EUR", 3e6, 2e6), latest("EUR", 3e6, 4e6), latest("percent", 3.0)], ABOUT, "Of 2 figures with one before: 1 higher, 1 lower"),
        ("table", [latest("EUR", 3e6, 2e6), latest("EUR", 5e6, 4e6)], ABOUT, "Both figures with one before are higher"),
    ],
)  # fmt: skip
def test_a_title_says_what_the_rows_bear_out(kind, rows, about, said):
    assert findings.title(kind, rows, about) == said


@given(st.lists(st.one_of(st.none(), st.integers(-30, 120)), min_size=2, max_size=40))
def test_since_when_it_is_a_high_or_low_is_true(values):
    rows = [{**month(n), "value": value / 10} for n, value in enumerate(values) if value is not None]
    title = findings.title("series", rows, ABOUT)
    told = re.search(r", the (highest|lowest)(?: of (\d+) readings)? since (these figures begin in )?(\w+ \d+)$", title)
    if told is None:
        return
    extreme, readings, all_of_them, since = told.groups()
    sign = 1 if extreme == "highest" else -1
    at = next(n for n, row in enumerate(rows) if words.period(row["period"]) == since)
    last = rows[-1]["value"]
    assert all(sign * row["value"] < sign * last for row in rows[at + 1 : -1])
    if sign * rows[at]["value"] >= sign * last:
        assert not all_of_them
        assert readings is None or int(readings) == len(rows) - at - 1
    else:  # the first of all
        assert at == 0 and (all_of_them or int(readings) == len(rows))
    first, end = (chart_cases.dt.date.fromisoformat(f"{row['period']}-01") for row in (rows[at], rows[-1]))
    whole = (end.year - first.year) * 12 + end.month - first.month == len(rows) - 1 - at
    assert (readings is None) == whole


def test_a_subtitle_tells_measure_place_basis_unit_and_span():
    assert findings.subtitle("series", months(9.5, 9.4), {**ABOUT, "adjustment": "unadjusted"}) == (
        "Unemployment, Norway, percent, unadjusted; January 2007 – February 2007"
    )
    assert findings.subtitle("changes", quarters(2.0), GROWTH) == "GDP, Norway, change on a year earlier, percent; Q1 2009"
    assert findings.subtitle("series", [{**year(0), "value": 1e6}], MONEY) == "Exports to Russia, Norway, US dollars; 2001"


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_for_those_who_cannot_see_a_chart_says_its_finding_and_its_bounds(kind):
    chart = MAKE[kind](30)
    assert chart.title in chart.alt and chart.alt.endswith(".")
    if kind not in ("table", "shares", "events"):
        values = [row["value"] for row in chart.rows]
        for value in (min(values), max(values)):
            assert words.amount(value, "percent", places=1) in chart.alt
    assert findings.alt(kind, [], ABOUT, "No figures") == f"{words.SAID['charts'][kind]}. No figures."


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_that_is_missing_or_no_number_is_left_out(kind):
    chart = MAKE[kind](3)
    holes = [{**row, "value": bad, "latest": bad} for row in chart.rows for bad in (None, float("nan"), float("inf"))]
    assert findings.title(kind, [*chart.rows, *holes], chart.about) == chart.title


def test_a_name_that_runs_from_right_to_left_does_not_turn_the_figures():
    title = findings.title("series", months(9.5), {**ABOUT, "entity": "שלום", "entity_id": "שלום"})
    assert title == "⁨שלום⁩’s unemployment was 9.5 % in January 2007"
