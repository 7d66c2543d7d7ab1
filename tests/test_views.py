"""What each view and macro promises, on warehouses told by hand."""

import duckdb
import pytest
from warehouse import Warehouse

from pipeline.store.query import records


@pytest.fixture
def house():
    return Warehouse()


def level(value, period, **more):
    return {"indicator": "exports", "measure": "exports", "unit": "USD", "value": value, "period": period} | more


SERIES = "exports:USA:level:USD:{}:actual"


# facts, observations, first_release, latest, series


def test_each_point_has_its_first_release_and_its_latest_value(house):
    house.tell({"value": "7.6"}, published="2009-02-06")
    house.tell({"value": "7.7", "revision": "to"}, published="2009-03-06")
    house.tell({"value": "8.1", "period": "2009-02"}, published="2009-03-06")
    assert house.ask("SELECT count(*) FROM facts") == [(3,)]
    assert house.ask("SELECT period, vintage, value FROM observations ORDER BY ALL") == [
        ("2009-01", 1, 7.6),
        ("2009-01", 2, 7.7),
        ("2009-02", 1, 8.1),
    ]
    assert house.ask("SELECT period, value, lag_days FROM first_release ORDER BY ALL") == [("2009-01", 7.6, 6), ("2009-02", 8.1, 6)]
    assert house.ask("SELECT period, value, lag_days FROM latest ORDER BY ALL") == [("2009-01", 7.7, 34), ("2009-02", 8.1, 6)]
    assert house.ask("SELECT points, dated, documents FROM series") == [(2, 2, 3)]


def test_a_first_mention_years_later_is_marked_and_so_is_what_revises_it(house):
    house.tell({"value": "7.6"}, published="2012-01-01")
    house.tell({"value": "7.7", "revision": "to"}, published="2012-02-01")
    assert house.ask("SELECT first_seen_late FROM first_release UNION ALL SELECT first_seen_late FROM latest") == [(True,), (True,)]


def test_each_shown_value_names_the_facts_that_say_it_and_no_others(house):
    house.tell({"value": "7.6", "fact": "a"}, publisher="A")
    house.tell({"value": "7.6", "fact": "b"}, publisher="B")
    house.tell({"value": "7.9", "fact": "c"}, publisher="C")
    assert house.ask("SELECT fact_ids FROM observations") == house.ask("SELECT fact_ids FROM latest") == [(["a", "b"],)]


def test_as_of_shows_the_last_vintage_that_observations_has(house):
    house.tell({"value": "7.6"}, {"value": "5.5", "period": "2009-02", "publisher": "A"})
    house.tell({"value": "7.7", "revision": "to"}, {"value": "5.6", "period": "2009-02"}, published="2009-03-06")
    shown = "SELECT series_id, period, vintage, value, documents, publishers, fact_ids FROM {} ORDER BY ALL"
    assert house.ask(shown.format("as_of_evidence(DATE '2030-01-01')")) == house.ask(shown.format("latest"))


# revisions


def test_the_triangle_has_each_value_in_order_and_the_sum_of_its_changes(house):
    house.tell({"value": "7.6"}, published="2009-02-06")
    house.tell({"value": "7.9", "revision": "to"}, published="2009-03-06")
    house.tell({"value": "7.8", "revision": "to"}, published="2009-04-06")
    house.tell({"value": "8.1", "period": "2009-02"}, published="2009-03-06")
    assert house.ask("SELECT period, first, second, third, latest, triangle, revision_total FROM revisions") == [
        ("2009-01", 7.6, 7.9, 7.8, 7.8, [7.6, 7.9, 7.8], 0.2)
    ]
    steps = (
        "SELECT vintage, value_before, value, change, published::DATE::VARCHAR FROM (SELECT unnest(steps, max_depth := 2) FROM revisions)"
    )
    assert house.ask(steps) == [(2, 7.6, 7.9, 0.3, "2009-03-06"), (3, 7.9, 7.8, -0.1, "2009-04-06")]


def test_a_revision_that_is_taken_back_is_two_steps_that_sum_to_nothing(house):
    house.tell({"value": "7.6"}, published="2009-02-06")
    house.tell({"value": "7.9", "revision": "to"}, published="2009-03-06")
    house.tell({"value": "7.6", "revision": "to"}, published="2009-04-06")
    assert house.ask("SELECT triangle, revision_total FROM revisions") == [([7.6, 7.9, 7.6], 0)]


def test_revisions_of_a_deficit_are_signed(house):
    house.tell(level("40", "2009-01", indicator="trade_balance", balance="deficit"))
    house.tell(level("42", "2009-01", indicator="trade_balance", balance="deficit", revision="to"), published="2009-03-06")
    assert house.ask("SELECT triangle, revision_total FROM revisions") == [([-40, -42], -2)]


def test_a_repeated_value_is_no_revision(house):
    house.tell({"value": "7.6"})
    house.tell({"value": "7.6", "revision": "to"}, published="2009-03-06")
    assert house.ask("SELECT * FROM revisions") == []


# disagreements


def test_a_disagreement_names_both_sides_and_the_gap(house):
    house.tell({"value": "8.0"}, publisher="A")
    house.tell({"value": "8.0"}, publisher="B")
    house.tell({"value": "8.4"}, publisher="C")
    ask = "SELECT value, value_shown, gap, gap_percent, said_by, shown_by, publishers, publishers_shown FROM disagreements"
    assert house.ask(ask) == [(8.4, 8.0, 0.4, 5.0, ["C"], ["A", "B"], 1, 2)]


@pytest.mark.parametrize(
    ("shown", "other"),
    [
        ({"value": "8.04"}, {"value": "8.0"}),
        ({"value": ("8", "9")}, {"value": "8.5"}),
        ({"value": "8.0", "approx": "more_than"}, {"value": "8.3"}),
        ({"value": "8.0", "approx": "nearly"}, {"value": "7.9"}),
        ({"value": "8.0"}, {"value": "9", "approx": "about"}),
    ],
)
def test_rounding_ranges_and_approximations_are_no_disagreement(house, shown, other):
    house.tell(shown | {"own_source": True})
    house.tell(other, publisher="B")
    assert house.ask("SELECT value, value_shown FROM disagreements") == []


def test_vintages_of_one_period_do_not_dispute_each_other(house):
    house.tell({"value": "7.6"})
    house.tell({"value": "7.9", "revision": "to"}, published="2009-03-06")
    assert house.ask("SELECT * FROM disagreements") == []


# targets


def test_a_target_stands_beside_the_latest_outcome_by_its_due_period(house):
    house.tell(level("100", "2010", status="target"), published="2008-05-01")
    house.tell(level("60", "2008"), published="2009-02-01")
    house.tell(level("80", "2009"), published="2010-02-01")
    house.tell(level("120", "2011"), published="2012-02-01")
    ask = "SELECT due, target, outcome_period, outcome, distance, decided FROM targets"
    assert house.ask(ask) == [("2010", 100, "2009", 80, -20, False)]
    house.tell(level("90", "2010"), published="2011-02-01")
    assert house.ask(ask) == [("2010", 100, "2010", 90, -10, True)]


def test_a_target_without_a_date_has_no_due_and_is_one_however_often_it_is_told(house):
    house.tell({"value": "5", "period": None, "status": "target"}, published="2008-05-01")
    house.tell({"value": "5", "period": None, "status": "target"}, published="2008-06-01")
    house.tell({"value": "7.6"})
    assert house.ask("SELECT due, due_by, target, documents, outcome_period, round(distance, 6), decided FROM targets") == [
        (None, None, 5, 2, "2009-01", 2.6, None)
    ]


def test_a_later_target_for_the_same_period_replaces_the_earlier(house):
    house.tell(level("100", "2010", status="target"), published="2008-05-01")
    house.tell(level("90", "2010", status="target"), published="2009-05-01")
    assert house.ask("SELECT target, stands FROM targets ORDER BY set_at") == [(100, False), (90, True)]


def test_a_sum_of_a_year_is_not_compared_with_that_of_a_quarter_nor_with_a_year_that_goes_on(house):
    house.tell(level("100", "2010", status="target"), published="2008-05-01")
    house.tell(level("20", "2009-Q4"), published="2010-02-01")
    house.tell(level("30", "2010"), published="2010-05-01")
    assert house.ask("SELECT outcome, distance FROM targets") == [(None, None)]


def test_within_a_range_the_distance_is_none_and_outside_it_is_to_the_nearer_end(house):
    house.tell({"value": ("4", "5"), "period": "2009", "status": "target"}, {"value": ("6", "8"), "period": "2010", "status": "target"})
    house.tell({"value": "4.2", "period": "2009"}, {"value": "9", "period": "2010"}, published="2011-02-01")
    assert house.ask("SELECT due, distance FROM targets ORDER BY due") == [("2009", 0), ("2010", 1)]


def test_a_target_of_growth_over_a_year_has_no_outcome_over_a_month(house):
    told = {"indicator": "gdp", "statistic": "growth", "direction": "up", "value": "3"}
    house.tell(told | {"period": "2009", "status": "target"}, told | {"period": "2009-01", "basis": "mom"})
    assert house.ask("SELECT outcome FROM targets") == [(None,)]


# surprises


def forecast(value, **more):
    return {"value": value, "status": "forecast"} | more


def test_a_surprise_is_the_first_release_less_what_was_last_expected_before_it(house):
    house.tell(forecast("7.2"), published="2009-01-10")
    house.tell(forecast("7.5"), published="2009-02-01")
    house.tell({"value": "7.6"}, published="2009-02-06")
    house.tell({"value": "7.9", "revision": "to"}, published="2009-03-06")
    ask = "SELECT expected, released, surprise, expected_low, expected_high, forecasts FROM surprises"
    assert house.ask(ask) == [(7.5, 7.6, 0.1, 7.2, 7.5, 2)]


def test_a_forecast_said_after_the_outcome_is_none(house):
    house.tell({"value": "7.6"}, published="2009-02-06")
    house.tell(forecast("7.6"), published="2009-02-07")
    assert house.ask("SELECT * FROM surprises") == []


def test_what_is_said_after_does_not_change_what_was_expected(house):
    house.tell(forecast("7.5"), published="2009-02-01")
    house.tell({"value": "7.6"}, published="2009-02-06")
    for publisher in "ABC":
        house.tell(forecast("7.3"), published="2009-02-09", publisher=publisher)
    assert house.ask("SELECT expected, forecasts FROM surprises") == [(7.5, 1)]


def test_the_story_of_the_release_tells_what_had_been_expected(house):
    house.tell({"value": "7.6"}, forecast("7.5"))
    assert house.ask("SELECT expected, released FROM surprises") == [(7.5, 7.6)]


def test_a_forecast_that_names_no_basis_has_no_outcome_where_there_are_two(house):
    told = {"indicator": "exports", "statistic": "growth", "direction": "up"}
    house.tell(told | forecast("1"), published="2009-01-10")
    house.tell(told | {"value": "2", "basis": "mom"})
    assert house.ask("SELECT released FROM surprises") == [(2,)]
    house.tell(told | {"value": "9", "basis": "yoy"})
    assert house.ask("SELECT released FROM surprises") == []


# what reports follow


def test_reports_follow_no_share_of_those_who_were_asked_something(house):
    house.tell(
        {"indicator": "confidence", "statistic": "share", "measure": "survey", "value": "63"},
        {"indicator": "confidence", "statistic": "level", "value": "52"},
        {"indicator": "exports", "statistic": "share", "value": "40"},
    )
    assert {row["series_id"] for row in records(house.con, "report_followed")} == {
        "confidence:USA:level:percent:M:actual",
        "exports:USA:share:percent:M:actual",
    }


# events


def deal(value, **more):
    return {
        "indicator": "deal_value", "measure": "deal", "unit": "USD", "value": value, "period": None, "entity": "Acme", "partner": "Borough Mills",
    } | more  # fmt: skip


def events(house, columns="value, status, documents"):
    return house.ask(f"SELECT {columns} FROM events ORDER BY first_said, value")


def test_an_event_told_on_several_days_with_its_pair_cut_short_swapped_or_half_named_is_one(house):
    house.tell(deal("9800000000"), published="2009-02-06")
    house.tell(deal("9800000000", partner="Borough"), published="2009-02-09")
    house.tell(deal("9800000000", entity="Borough Mills", partner="Acme"), published="2009-03-01")
    house.tell(deal("9800000000", partner=None), published="2009-03-02")
    assert events(house, "entity, partner, value, documents, first_said::DATE::VARCHAR, last_said::DATE::VARCHAR") == [
        ("Acme", "Borough Mills", 9.8e9, 4, "2009-02-06", "2009-03-02")
    ]


@pytest.mark.parametrize("first", ["rounded", "exact"])
def test_almost_10_billion_and_9_8_billion_are_one_event_shown_as_finely_as_it_was_printed(house, first):
    told = [deal("10000000000", approx="nearly", precision="1000000000"), deal("9800000000", precision="100000000")]
    for day, fact in enumerate(told if first == "rounded" else told[::-1]):
        house.tell(fact, published=f"2009-02-0{day + 1}")
    assert events(house, "value, amounts_told") == [(9.8e9, [9.8e9, 10e9])]


def test_a_plan_and_what_was_done_are_one_event_with_its_history(house):
    house.tell(deal("10000000000", precision="1000000000", status="plan"), published="2009-02-06")
    house.tell(deal("9800000000", precision="100000000"), published="2009-09-01")
    assert events(house, "value, status, planned_at::DATE::VARCHAR, done_at::DATE::VARCHAR") == [
        (9.8e9, "actual", "2009-02-06", "2009-09-01")
    ]
    history = "SELECT status, value FROM (SELECT unnest(history, max_depth := 2) FROM events)"
    assert house.ask(history) == [("plan", 10e9), ("actual", 9.8e9)]
    assert house.ask("SELECT count(*) FROM disagreements") == house.ask("SELECT count(*) FROM observations") == [(0,)]


def test_a_rounded_telling_makes_no_bridge_between_two_events(house):
    house.tell(deal("9600000000", precision="100000000"))
    house.tell(deal("10400000000", precision="100000000"))
    house.tell(deal("10000000000", precision="1000000000"))
    assert [value for value, *_ in events(house)] == [9.6e9, 10.4e9]


@pytest.mark.parametrize(
    "other",
    [
        {"value": "7000000000"},
        {"partner": "Crown Foods"},
        {"entity": "Zenith", "partner": None},
        {"indicator": "fine"},
        {"unit": "EUR"},
    ],
)
def test_another_amount_pair_kind_or_money_is_another_event(house, other):
    house.tell(deal("9800000000"))
    house.tell(deal("9800000000") | other, published="2009-02-07")
    assert len(events(house)) == 2


def test_two_pairs_do_not_meet_through_a_telling_that_names_one_side(house):
    house.tell(deal("9800000000"), deal("9800000000", partner="Crown Foods"))
    house.tell(deal("9800000000", partner=None), published="2009-02-07")
    assert sorted(documents for *_, documents in events(house)) == [1, 2]


def test_the_same_grant_of_another_year_is_another_event(house):
    aid = {"indicator": "aid", "unit": "USD", "value": "5000000", "entity": "PRK", "partner": "RUS"}
    house.tell(aid | {"period": "2001"}, published="2002-02-06")
    house.tell(aid | {"period": "2008"}, published="2009-02-06")
    house.tell(aid | {"period": "2001"}, published="2009-02-07")
    assert events(house, "period, documents") == [("2001", 2), ("2008", 1)]


def test_bonds_of_the_same_size_sold_each_month_are_events_of_their_own(house):
    for month in range(1, 4):
        house.tell(deal("40000000000", indicator="debt_issue", entity="USA", partner=None), published=f"2009-0{month}-25")
        house.tell(deal("40000000000", indicator="debt_issue", entity="USA", partner=None), published=f"2009-0{month}-26")
    assert [documents for *_, documents in events(house)] == [2, 2, 2]


def test_amounts_of_nobody_are_one_only_within_a_text(house):
    nobody = {"entity": None, "partner": None}
    house.tell(deal("9800000000"), deal("9800000000", **nobody))
    house.tell(deal("9800000000", **nobody), published="2009-02-07")
    assert [documents for *_, documents in events(house)] == [1, 1]


def test_a_copy_of_a_story_adds_no_telling(house):
    for publisher in "AB":
        house.tell(deal("9800000000"), deal("9800000000"), text="the same", publisher=publisher)
    assert events(house, "documents, publishers, len(history)") == [(1, 1, 1)]


def test_growth_of_investment_is_a_series_and_no_event(house):
    house.tell({"indicator": "investment", "statistic": "growth", "direction": "up", "basis": "yoy", "value": "5"})
    assert house.ask("SELECT value FROM observations") == [(5,)]
    assert events(house) == []


# coverage


@pytest.mark.parametrize(
    ("periods", "kind", "missing"),
    [
        (["2008-11", "2009-02"], "M", ["2008-12", "2009-01"]),
        (["2008-Q3", "2009-Q2"], "Q", ["2008-Q4", "2009-Q1"]),
        (["2008-H1", "2009-01/2009-06"], "S", ["2008-H2"]),
        (["2006", "2009"], "A", ["2007", "2008"]),
        (["2008-W51", "2009-W02"], "W", ["2008-W52", "2009-W01"]),
        (["FY1997/98", "FY2000/01"], "FY/", ["FY1998/99", "FY1999/00"]),
        (["FY2008", "FY2010"], "FY", ["FY2009"]),
        (["2006-04/2007-03", "2008-04/2009-03"], "P12M4", ["2007-04/2008-03"]),
        (["2008-12/2009-02", "2009-06/2009-08"], "P3M3", ["2009-03/2009-05"]),
        (["2009-01", "2009-02"], "M", []),
    ],
)
def test_coverage_names_the_periods_that_are_missing(house, periods, kind, missing):
    house.tell(*(level("5", period) for period in periods), published="2011-01-01")
    assert house.ask("SELECT kind, missing_periods, missing, points, first_period FROM coverage") == [
        (kind, missing, len(missing), 2, periods[0])
    ]


def test_calendar_and_fiscal_years_of_a_series_are_counted_apart_and_days_not_at_all(house):
    house.tell(
        level("5", "2006"),
        level("5", "2008"),
        level("6", "FY2008"),
        level("7", "2009-05-05"),
        level("7", "../2009"),
        published="2011-01-01",
    )
    assert house.ask("SELECT kind, missing_periods FROM coverage ORDER BY kind") == [("A", ["2007"]), ("FY", [])]


# growth and rebase


def growth(house, frequency, months):
    return house.ask(f"SELECT period, period_before, change, round(growth, 6) FROM growth('{SERIES.format(frequency)}', {months})")


def test_growth_never_jumps_a_gap(house):
    house.tell(
        *(level(v, p) for v, p in (("100", "2008-01"), ("110", "2008-02"), ("121", "2008-04"), ("200", "2009-01"))), published="2010-01-01"
    )
    assert growth(house, "M", 1) == [
        ("2008-01", None, None, None),
        ("2008-02", "2008-01", 10, 10),
        ("2008-04", None, None, None),
        ("2009-01", None, None, None),
    ]
    assert growth(house, "M", 12)[-1] == ("2009-01", "2008-01", 100, 100)


@pytest.mark.parametrize("months", [0, -12])
def test_growth_over_no_months_is_refused(house, months):
    house.tell(level("100", "2008-01"), level("110", "2008-02"))
    with pytest.raises(duckdb.Error, match=f"growth: the months are 1 or more, not {months}"):
        growth(house, "M", months)


def test_growth_over_quarters_years_and_fiscal_years_and_not_over_a_part_of_them(house):
    house.tell(level("100", "2008-Q4"), level("105", "2009-Q1"), level("4", "2008"), level("5", "2009"), published="2010-01-01")
    house.tell(
        level("8", "FY1998/99"),
        level("6", "FY1999/00"),
        level("9", "2007-04/2008-03"),
        level("18", "2008-04/2009-03"),
        published="2010-01-01",
    )
    assert growth(house, "Q", 3) == [("2008-Q4", None, None, None), ("2009-Q1", "2008-Q4", 5, 5)]
    assert {row[2] for row in growth(house, "Q", 1)} == {None}
    assert ("2009", "2008", 1, 25) in growth(house, "A", 12)
    assert ("FY1999/00", "FY1998/99", -2, -25) in growth(house, "A", 12)
    assert ("2008-04/2009-03", "2007-04/2008-03", 9, 100) in growth(house, "O", 12)


def test_growth_of_a_negative_balance_is_that_of_its_magnitude_and_none_across_zero(house):
    told = [
        ("40", "deficit", "2008-01"),
        ("50", "deficit", "2008-02"),
        ("10", "surplus", "2008-03"),
        ("0", None, "2008-04"),
        ("5", "surplus", "2008-05"),
    ]
    house.tell(*(level(v, p, indicator="trade_balance", balance=b) for v, b, p in told), published="2010-01-01")
    found = house.ask("SELECT change, growth FROM growth('trade_balance:USA:level:USD:M:actual', 1)")
    assert found == [(None, None), (-10, 25), (60, None), (-10, -100), (5, None)]


def test_growth_over_days_is_from_the_same_day_of_the_month_or_from_none(house):
    house.tell(*(level(v, p) for v, p in (("10", "2009-02-28"), ("11", "2009-03-28"), ("12", "2009-03-31"))), published="2010-01-01")
    assert growth(house, "D", 1) == [
        ("2009-02-28", None, None, None),
        ("2009-03-28", "2009-02-28", 1, 10),
        ("2009-03-31", None, None, None),
    ]


def test_growth_stands_on_the_latest_vintage_and_is_for_levels(house):
    house.tell(level("100", "2008-01"), level("110", "2008-02"))
    house.tell(level("100", "2008-02", revision="to"), published="2009-05-01")
    assert growth(house, "M", 1)[-1] == ("2008-02", "2008-01", 0, 0)
    house.tell({"indicator": "gdp", "statistic": "growth", "direction": "up", "value": "3"})
    assert house.ask("SELECT * FROM growth('gdp:USA:growth:percent:M:actual', 12)") == []


def test_rebase_is_100_in_its_base_period(house):
    house.tell(level("50", "2007"), level("60", "2008"), level("40", "2010"), published="2011-01-01")
    ask = "SELECT period, \"index\" FROM rebase('{}', '{}')"
    assert house.ask(ask.format(SERIES.format("A"), "2007")) == [("2007", 100), ("2008", 120), ("2010", 80)]
    assert house.ask(ask.format(SERIES.format("A"), "2009")) == [("2007", None), ("2008", None), ("2010", None)]


def test_a_deficit_is_no_base(house):
    house.tell(level("50", "2007", indicator="trade_balance", balance="deficit"), published="2011-01-01")
    assert house.ask("SELECT \"index\" FROM rebase('trade_balance:USA:level:USD:A:actual', '2007')") == [(None,)]


# All of them


VIEWS = (
    "vintages",
    "evidence",
    "observations",
    "first_release",
    "latest",
    "revisions",
    "disagreements",
    "targets",
    "surprises",
    "series",
    "coverage",
)


def test_every_view_is_the_same_for_one_series_as_over_the_whole(house):
    """A filter that is pushed below a window or a list must not change what they say."""
    house.tell(forecast("7.5"), {"value": "5", "status": "target", "period": "2009"}, published="2009-01-10")
    house.tell({"value": "7.6"}, {"value": "7.9"}, {"value": "8", "period": "2009-04"}, published="2009-02-06")
    house.tell({"value": "7.7", "revision": "to"}, {"value": "3", "entity": "FRA"}, published="2009-03-06")
    for view in VIEWS:
        whole = house.ask(f"SELECT * FROM {view} ORDER BY ALL")
        assert whole, view
        ids = house.ask(f"SELECT DISTINCT series_id FROM {view}")
        assert sorted(map(str, whole)) == sorted(
            str(row) for (i,) in ids for row in house.ask(f"SELECT * FROM {view} WHERE series_id = ?", i)
        )
