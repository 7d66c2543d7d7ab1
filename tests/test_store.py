"""What DESIGN §5 fixes of the store: sign, identity, facts without a period, vintages, three times."""

import pytest
from warehouse import Warehouse, moment

from pipeline import store
from pipeline.store import load


@pytest.fixture
def house():
    return Warehouse()


def growth(value, **more):
    return {"indicator": "exports", "measure": "exports", "statistic": "growth", "direction": "up", "basis": "yoy", "value": value} | more


# Sign


def test_facts_keep_the_magnitude_as_printed_and_views_are_signed(house):
    house.tell(growth("3.5", direction="down"))
    assert house.ask("SELECT low, direction FROM facts") == [(3.5, "down")]
    assert house.ask("SELECT value FROM observations") == [(-3.5,)]


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ({"indicator": "trade_balance", "unit": "USD", "value": "40", "balance": "deficit"}, -40),
        ({"indicator": "trade_balance", "unit": "USD", "value": "40", "balance": "surplus"}, 40),
        ({"indicator": "loss", "unit": "USD", "value": "40"}, -40),
        ({"indicator": "eps", "unit": "USD", "per": "share", "value": "0.4", "balance": "deficit"}, -0.4),
        ({"indicator": "trade_balance", "unit": "USD", "value": "-40", "balance": "deficit"}, -40),
        ({"indicator": "budget_balance", "statistic": "share", "value": "3", "balance": "deficit"}, -3),  # of gross domestic product
        ({"indicator": "budget_balance", "statistic": "share", "value": "3", "balance": "surplus"}, 3),
    ],
)
def test_a_deficit_and_a_loss_are_negative_levels(house, fact, value):
    house.tell(fact)
    assert house.ask("SELECT value FROM observations") == [(value,)]


def test_growth_of_a_deficit_is_growth_of_its_magnitude_and_never_enters_the_series_of_the_balance(house):
    house.tell(growth("5", indicator="trade_balance", balance="deficit"), growth("6", indicator="trade_balance"))
    assert house.ask("SELECT variant, value FROM observations ORDER BY ALL") == [("", 6), ("deficit", 5)]


# Rules


def test_rules_are_kept_by_number_each_name_once_and_told_by_name(house):
    first, second = ["unit: '%'", "period: month before"], ["period: month before", "entity: the story's place", "period: month before"]
    house.tell(growth("5", rules=first), growth("6", rules=second))
    house.tell(growth("7", rules=first))
    assert house.ask("SELECT rules FROM facts ORDER BY low") == [(first,), (second,), (first,)]
    assert house.ask("SELECT rules FROM fact ORDER BY low") == [([1, 2],), ([2, 3, 2],), ([1, 2],)]
    assert house.ask("SELECT rule, name FROM rule ORDER BY rule") == [(1, first[0]), (2, first[1]), (3, second[1])]


def test_facts_cut_from_a_table_keep_their_own_rules(house):
    told = [["first"], ["second", "first"], [], ["third"]]
    rows = [house.row(growth("5", rules=rules), "d", moment("2026-01-01"), n) for n, rules in enumerate(told)]
    numbers = load.numbered(house.con, load.arrow("fact", rows).slice(1))["rules"].to_pylist()
    names = dict(house.ask("SELECT rule, name FROM rule"))
    assert [[names[number] for number in rules] for rules in numbers] == told[1:]


# Senses


def test_a_sense_is_kept_once_and_told_with_each_fact_that_has_it(house):
    house.tell(growth("5", per="share"), growth("6", own_source=None))
    house.tell(growth("7", per="share"))
    assert house.ask("SELECT sense FROM fact ORDER BY low") == [(1,), (2,), (1,)]
    assert house.ask("SELECT low, per, own_source IS NULL FROM readings() ORDER BY low") == [
        (5, "share", False),
        (6, None, True),
        (7, "share", False),
    ]
    assert house.ask("SELECT count(*) FROM sense") == [(2,)]


# Identity


def test_the_same_words_give_the_same_id_and_the_id_can_be_read(house):
    house.tell(growth("5", entity="PRK", entity_id="PRK", partner="RUS", period="2014"))
    assert house.ask("SELECT series_id FROM series") == [("exports:PRK>RUS:growth.yoy:percent:A:actual",)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("indicator", "imports"),
        ("variant", "textile"),
        ("entity_id", "KOR"),
        ("partner", "JPN"),
        ("statistic", "change"),
        ("basis", "mom"),
        ("unit", "percentage_point"),
        ("per", "month"),
        ("adjustment", "seasonally_adjusted"),
        ("period", "2009"),
        ("status", "forecast"),
    ],
)
def test_series_that_differ_in_any_part_of_the_identity_never_mix(house, field, value):
    house.tell(growth("5"), growth("5", **{field: value}))
    assert house.ask("SELECT count(*), count(DISTINCT series_id) FROM series") == [(2, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"entity_id": "A B"}, {"entity_id": "A_B"}),
        ({"entity_id": "A_B"}, {"entity_id": "A%5FB"}),
        ({"entity_id": "A", "partner": "B"}, {"entity_id": "A>B"}),
        ({"variant": "a", "entity_id": "b:c"}, {"variant": "a:b", "entity_id": "c"}),
        ({"variant": "raw sugar"}, {"variant": "raw_sugar"}),
        ({"per": "troy ounce"}, {"per": "troy_ounce"}),
    ],
)
def test_names_that_differ_in_a_mark_alone_have_ids_of_their_own(house, one, other):
    house.tell(growth("5", **one), growth("6", **other))
    assert house.ask("SELECT count(*), count(DISTINCT series_id) FROM series") == [(2, 2)]
    assert house.ask("FROM disagreements") == []


@pytest.mark.parametrize(
    ("period", "months"),
    [
        ("2009-H1", "2009-01/2009-06"),
        ("2009-H2", "2009-07/2009-12"),
        ("2009-Q1", "2009-01/2009-03"),
        ("2009-Q2", "2009-04/2009-06"),
        ("2009-Q3", "2009-07/2009-09"),
        ("2009-Q4", "2009-10/2009-12"),
        ("2009", "2009-01/2009-12"),
    ],
)
def test_the_same_months_in_two_spellings_are_one_period(house, period, months):
    flow = {"indicator": "exports", "unit": "USD", "value": "9"}
    house.tell(flow | {"period": period}, published="2010-02-01")
    house.tell(flow | {"period": months}, published="2010-02-02", publisher="AFP")
    assert house.ask("SELECT period, documents, publishers FROM latest") == [(period, 2, 2)]
    (series,) = house.ask("SELECT series_id FROM series")
    assert house.ask(f"SELECT period, index FROM rebase('{series[0]}', '{months}')") == [(period, 100)]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("General Motors Corp", "General Motors"),
        ("GENERAL MOTORS", "General Motors"),
        ("GM", "General Motors"),
        ("The Acme Holdings Ltd.", "Acme"),
        ("Arden & Co Inc", "Arden"),
        ("Arden and Co", "Arden"),
        ("Penwith Cos", "Penwith"),
        ("American International Group Inc", "American International Group"),
        ("AIG", "American International Group"),
        ("EBay Inc", "eBay"),
        ("Merck & Co Inc", "Merck & Co"),
        ("Merck KGaA", "Merck KGaA"),
        ("IBM", "International Business Machines"),
        ("BASF AG", "BASF"),
        ("USA", "USA"),
        ("Group", "Group"),
    ],
)
def test_an_organisation_has_one_key_whatever_it_is_called(printed, key):
    from pipeline.interpret.owners.identity import identity

    assert identity(printed, "en") == key


def test_other_adds_the_normalised_measure(house):
    house.tell({"indicator": "other", "measure": "Rail Freight"})
    assert house.ask("SELECT variant FROM observations") == [("rail freight",)]


def test_trade_turnover_orders_its_pair(house):
    house.tell({"indicator": "trade_turnover", "unit": "USD", "entity": "RUS", "partner": "PRK"}, published="2015-01-01")
    house.tell({"indicator": "trade_turnover", "unit": "USD", "entity": "PRK", "partner": "RUS"}, published="2015-01-02")
    assert house.ask("SELECT entity_id, partner, documents FROM observations") == [("PRK", "RUS", 2)]


def test_basis_points_are_percentage_points_in_views_and_percent_is_neither(house):
    rate = {"indicator": "interest_rate", "statistic": "change", "direction": "down"}
    house.tell(rate | {"value": "50", "unit": "basis_point"}, rate | {"value": "0.5", "unit": "percentage_point"}, rate | {"value": "0.5"})
    assert house.ask("SELECT unit, value FROM observations ORDER BY ALL") == [("percent", -0.5), ("percentage_point", -0.5)]


def test_what_is_unadjusted_is_a_series_by_its_adjustment_however_it_is_worded(house):
    house.tell({"variant": "unadjusted", "adjustment": "unadjusted"}, {"variant": "youth, unadjusted", "adjustment": "unadjusted"})
    house.tell({"adjustment": "unadjusted"})
    told = house.ask("SELECT series_id, documents FROM observations ORDER BY ALL")
    assert told == [
        ("unemployment/youth:USA:level:percent:unadjusted:M:actual", 1),
        ("unemployment:USA:level:percent:unadjusted:M:actual", 2),
    ]


def test_trade_of_which_one_side_is_told_names_that_side_once(house):
    house.tell({"indicator": "trade_turnover", "unit": "USD", "entity": None, "partner": "RUS"})
    assert house.ask("SELECT entity_id, partner FROM observations") == [(None, "RUS")]


def test_a_level_of_consumer_prices_in_percent_is_its_growth_over_the_year(house):
    house.tell({"indicator": "consumer_prices", "value": "5.5"})
    house.tell({"indicator": "consumer_prices", "value": "5.5", "statistic": "growth", "direction": "up", "basis": "yoy"})
    assert house.ask("SELECT statistic, basis, value, documents FROM observations") == [("growth", "yoy", 5.5, 2)]


@pytest.mark.parametrize("year", ["2008", "FY2008", "FY2007/08", "2007-04/2008-03"])
def test_a_flow_a_year_joins_the_annual_total(house, year):
    flow = {"indicator": "exports", "unit": "USD", "value": "10", "period": year}
    house.tell(flow)
    house.tell(flow | {"per": "year"})
    assert house.ask("SELECT per, documents FROM observations") == [(None, 2)]


# No period


def test_an_annualised_rate_is_one_series_with_and_without_its_year(house):
    rate = {"indicator": "gdp", "statistic": "growth", "basis": "annualised", "direction": "up", "period": "2009-Q1"}
    house.tell(rate | {"per": "year"})
    house.tell(rate)
    assert house.ask("SELECT DISTINCT series_id FROM claims") == [("gdp:USA:growth.annualised:percent:Q:actual",)]


def test_a_level_now_an_event_and_a_target_without_due_date_are_dated_by_the_story(house):
    house.tell(
        {"period": None, "period_source": "reference_date"},
        {"indicator": "fine", "unit": "USD", "value": "5", "period": None},
        {"indicator": "exports", "unit": "USD", "value": "9", "period": None, "status": "target"},
    )
    assert house.ask("SELECT period FROM claims ORDER BY series_id") == [("2009-02-06",)] * 3
    assert house.ask("SELECT due, target FROM targets") == [(None, 9)]
    assert house.ask("SELECT period, value FROM events") == [(None, 5)]


def test_nothing_is_dropped(house):
    house.tell({"period": None}, growth("3", period=None))
    assert house.ask("SELECT count(*) FROM claims") == [(2,)]


@pytest.mark.parametrize("indicator", ["debt_relief", "deal_value", "fine", "aid", "debt_issue", "share_issue", "stake", "investment"])
def test_events_are_listed_never_averaged_and_never_in_dispute(house, indicator):
    told = {"indicator": indicator, "unit": "USD", "entity": "Acme", "partner": "EU", "period": None}
    house.tell(told | {"value": "5"})
    house.tell(told | {"value": "7"}, published="2009-03-01")
    assert house.ask("SELECT value FROM events ORDER BY value") == [(5,), (7,)]
    assert house.ask("SELECT count(*) FROM observations") == [(0,)]
    assert house.ask("SELECT count(*) FROM disagreements") == [(0,)]


# Vintages


def vintages(house):
    return house.ask("SELECT vintage, value FROM observations ORDER BY vintage")


def test_the_first_mention_opens_a_period_and_others_corroborate_or_dispute_it(house):
    house.tell({"value": "7.6"})
    house.tell({"value": "7.6"}, published="2009-02-07", publisher="BBC")
    house.tell({"value": "7.9"}, published="2009-02-08", publisher="Times")
    assert house.ask("SELECT vintage, value, documents, publishers FROM observations") == [(1, 7.6, 2, 2)]
    assert house.ask("SELECT value, value_shown, round(gap, 6), said_by FROM disagreements") == [(7.9, 7.6, 0.3, ["Times"])]


def test_a_later_one_opens_a_vintage_where_it_says_so(house):
    house.tell({"value": "7.6"})
    house.tell({"value": "7.7", "revision": "to"}, published="2009-03-06")
    house.tell({"value": "7.7"}, published="2009-03-07", publisher="BBC")
    assert house.ask("SELECT vintage, value, documents FROM observations ORDER BY vintage") == [(1, 7.6, 1), (2, 7.7, 2)]


def test_the_same_revision_told_twice_is_one_vintage(house):
    house.tell({"value": "7.6"})
    house.tell({"value": "7.7", "revision": "to"}, published="2009-03-06")
    house.tell({"value": "7.7", "revision": "to"}, published="2009-03-07")
    assert vintages(house) == [(1, 7.6), (2, 7.7)]


def test_the_own_publisher_of_the_statistic_opens_one_with_a_value_outside_rounding(house):
    house.tell({"value": "7.6", "own_source": True})
    house.tell({"value": "7.8", "own_source": True}, published="2009-03-06")
    assert vintages(house) == [(1, 7.6), (2, 7.8)]


@pytest.mark.parametrize(
    ("first", "then", "vintages_then"), [("0.4", "-0.9", 2), ("16.8", "20.1", 2), ("-1.0", "17.6", 1), ("30.0", "7.8", 1)]
)
def test_it_does_not_with_one_that_lies_far_off(house, first, then, vintages_then):
    house.tell({"value": first, "own_source": True})
    house.tell({"value": then, "own_source": True}, published="2009-03-06")
    assert len(vintages(house)) == vintages_then


def test_what_says_that_it_is_revised_may_lie_far_off(house):
    house.tell({"value": "-1.0", "own_source": True})
    house.tell({"value": "17.6", "own_source": True, "revision": "to"}, published="2009-03-06")
    assert vintages(house) == [(1, -1.0), (2, 17.6)]


def test_within_rounding_it_does_not(house):
    house.tell({"value": "7.63", "own_source": True})
    house.tell({"value": "7.6", "own_source": True}, published="2009-03-06")
    assert house.ask("SELECT count(*) FROM revisions") == [(0,)]


def test_almost_5_percent_after_4_9_is_no_revision(house):
    house.tell({"value": "4.9", "own_source": True})
    house.tell({"value": "5", "approx": "nearly", "own_source": True}, published="2009-03-06")
    assert vintages(house) == [(1, 4.9)]


def test_anybody_else_disputes(house):
    house.tell({"value": "7.6"})
    house.tell({"value": "7.8"}, published="2009-03-06", publisher="Times")
    assert vintages(house) == [(1, 7.6)]


def test_a_from_figure_speaks_for_the_earlier_vintage(house):
    house.tell({"value": "7.6"})
    house.tell({"value": "7.7", "revision": "to"}, {"value": "7.6", "revision": "from"}, published="2009-03-06")
    house.tell({"value": "7.7", "revision": "to"}, {"value": "7.6", "revision": "from"}, published="2009-03-07", publisher="BBC")
    assert house.ask("SELECT vintage, value, documents FROM observations ORDER BY vintage") == [(1, 7.6, 3), (2, 7.7, 2)]
    assert house.ask("SELECT count(*) FROM disagreements") == [(0,)]


def test_a_from_figure_may_open_the_first_vintage(house):
    house.tell({"value": "7.7", "revision": "to"}, {"value": "7.6", "revision": "from"})
    assert vintages(house) == [(1, 7.6), (2, 7.7)]
    assert house.ask("SELECT first, latest, revision_total FROM revisions") == [(7.6, 7.7, 0.1)]


# One voice each


def test_copies_count_once_and_publishers_are_counted(house):
    house.tell({"value": "7.6"}, text="the same")
    house.tell({"value": "7.6"}, text="the same", publisher="Times")
    house.tell({"value": "7.6"}, {"value": "7.6"}, publisher="BBC")
    assert house.ask("SELECT documents, publishers FROM observations") == [(2, 2)], "who prints another's text is no independent publisher"


def test_a_conversion_of_the_same_amount_opens_no_series_of_its_own(house):
    key = house.tell({"indicator": "profit", "unit": "GBP", "entity": "Acme", "value": "5", "fact": "f"})
    house.tell({"indicator": "profit", "unit": "USD", "entity": "Acme", "value": "8", "converts": "f"})
    assert house.ask("SELECT unit, value FROM observations") == [("GBP", 5)]
    assert house.ask("SELECT count(*) FROM facts WHERE document <> ?", key) == [(1,)]


def test_the_value_shown_is_the_own_publishers_then_that_of_most_publishers_then_the_surest(house):
    house.tell({"value": "7.5"}, publisher="A")
    house.tell({"value": "7.5"}, publisher="B")
    house.tell({"value": "7.6"}, publisher="C")
    assert vintages(house) == [(1, 7.5)]
    house.tell({"value": "7.6", "own_source": True}, publisher="D")
    assert vintages(house) == [(1, 7.6)]
    house.tell({"value": "6.1", "period": "2009-02", "confidence": 0.4}, {"value": "6.3", "period": "2009-02", "confidence": 0.6})
    assert house.ask("SELECT value FROM observations WHERE period = '2009-02'") == [(6.3,)]


def test_as_of_the_last_day_shows_what_latest_shows(house):
    told = [("A", "7.5", 0.9, False), ("B", "7.5", 0.4, False), ("C", "7.6", 0.9, True), ("D", "7.4", 0.9, False), ("D", "7.4", 0.9, False)]
    for n, period in enumerate(("2009-01", "2009-02", "2009-03", "2009-04")):
        for publisher, value, confidence, own in told[n:] + told[:n][:1]:
            house.tell(
                {"value": value, "period": period, "confidence": confidence, "own_source": own and n < 2},
                publisher=publisher,
                published="2009-06-01",
            )
    columns = "series_id, period, vintage, value, documents, publishers, own_source, confidence, published, fact_ids"
    latest = house.ask(f"SELECT {columns} FROM latest ORDER BY ALL")
    assert len(latest) == 4 and len({value for _, _, _, value, *_ in latest}) > 1
    assert house.ask(f"SELECT {columns} FROM as_of_evidence(DATE '2100-01-01') ORDER BY ALL") == latest


def test_claims_find_their_facts_when_others_were_retired_and_the_file_was_packed(tmp_path):
    """Claims go by the numbers of rows."""
    from pipeline import store

    house = Warehouse()
    house.con = store.connect(tmp_path / "w.duckdb")
    house.tell({"value": "7.6", "fact": "a"}, {"value": "5.6", "period": "2009-02", "fact": "b"})
    house.open.execute("UPDATE fact SET retired_at = now() WHERE fact = 'a'")
    house.open.execute("CHECKPOINT")
    house.tell({"value": "4.6", "period": "2009-03", "fact": "c"}, publisher="B")
    house.con.execute("CHECKPOINT")
    house.open.close()
    house.con = store.connect(tmp_path / "w.duckdb")
    said = [("b", 5.6, "Reuters"), ("c", 4.6, "B")]
    assert house.ask("SELECT c.fact, value, d.publisher FROM claims c JOIN document d USING (document) ORDER BY ALL") == said


def test_as_of_counts_of_a_vintage_only_what_had_been_told_by_then(house):
    house.tell({"value": "7.6", "confidence": 0.5}, publisher="A")
    house.tell({"value": "7.6", "confidence": 0.9}, publisher="B", published="2009-02-08")
    house.tell({"value": "7.5"}, publisher="C", published="2009-02-09")
    house.tell({"value": "7.5"}, publisher="D", published="2009-02-09")
    house.tell({"value": "7.5"}, publisher="E", published="2009-02-09")
    ask = "SELECT value, documents, publishers, confidence, len(fact_ids) FROM as_of_evidence(DATE '{}')"
    assert house.ask(ask.format("2009-02-07")) == [(7.6, 1, 1, 0.5, 1)]
    assert house.ask(ask.format("2009-02-08")) == [(7.6, 2, 2, 0.9, 2)]
    assert house.ask(ask.format("2009-02-09")) == [(7.5, 3, 3, 0.8, 3)]


# Three times


def test_as_of_gives_what_was_published_by_a_day(house):
    house.tell({"value": "7.6"})
    house.tell({"value": "7.7", "revision": "to"}, published="2009-03-06")
    ask = "SELECT value, documents FROM as_of(DATE '{}')"
    assert house.ask(ask.format("2009-02-05")) == []
    assert house.ask(ask.format("2009-02-06")) == [(7.6, 1)]
    assert house.ask(ask.format("2009-03-06")) == [(7.7, 1)]


def test_a_partial_date_of_publication_counts_from_its_last_day_and_an_unknown_one_from_recorded_at(house):
    house.tell({"value": "7.6"}, published=None, recorded="2026-05-05")
    assert house.ask("SELECT count(*) FROM as_of(DATE '2026-05-04')") == [(0,)]
    assert house.ask("SELECT count(*) FROM as_of(DATE '2026-05-05')") == [(1,)]
    house.tell({"period": "2008-12"}, published="2009-02")
    house.tell({"period": "2007-12"}, published="2008")
    for eve, last in (("2009-02-27", "2009-02-28"), ("2008-12-30", "2008-12-31")):
        ((before,),), ((after,),) = (house.ask(f"SELECT count(*) FROM as_of(DATE '{day}')") for day in (eve, last))
        assert after == before + 1


def test_no_value_carries_a_date_on_which_nobody_had_told_it(house):
    """What others disputed later is shown where more tell it; on the day of the first telling it was not known."""
    house.tell({"value": "7.6"}, published="2009-02-06", publisher="A")
    for publisher in "BC":
        house.tell({"value": "7.9"}, published="2009-03-06", publisher=publisher)
    house.tell({"value": "7.4", "status": "forecast"}, published="2009-02-01", publisher="D")
    assert house.ask("SELECT value, CAST(published AS DATE)::VARCHAR FROM first_release WHERE status = 'actual'") == [(7.9, "2009-03-06")]
    assert house.ask("SELECT released, CAST(released_at AS DATE)::VARCHAR FROM surprises") == [(7.9, "2009-03-06")]
    assert house.ask("SELECT value FROM as_of(DATE '2009-02-10') WHERE status = 'actual'") == [(7.6,)]


def test_what_a_revision_calls_the_value_before_stood_since_the_first_release(house):
    house.tell({"value": "7.5"}, published="2009-02-06")
    house.tell({"value": "7.8", "revision": "to"}, {"value": "7.6", "revision": "from", "own_source": True}, published="2009-03-06")
    told = "SELECT vintage, value, CAST(published AS DATE)::VARCHAR FROM vintages ORDER BY vintage"
    assert house.ask(told) == [(1, 7.6, "2009-02-06"), (2, 7.8, "2009-03-06")]


def test_the_second_argument_of_as_of_is_what_the_store_itself_knew(house):
    house.tell({"value": "7.6"}, recorded="2026-01-01")
    house.tell({"value": "7.9"}, {"value": "7.9"}, published="2009-02-01", recorded="2026-06-01")
    ask = "SELECT value FROM as_of(DATE '2009-12-31', TIMESTAMPTZ '{} 12:00:00Z')"
    assert house.ask(ask.format("2025-12-31")) == []
    assert house.ask(ask.format("2026-01-01")) == [(7.6,)]


def test_retired_facts_are_kept_and_known_at_their_time(house):
    document = house.tell({"value": "76"}, recorded="2026-01-01")
    house.con.execute("UPDATE fact SET retired_at = ?", [moment("2026-03-01")])
    from pipeline.store import derive

    derive.refresh(house.con)
    assert house.ask("SELECT count(*) FROM observations") == [(0,)]
    assert house.ask("SELECT count(*) FROM fact WHERE document = ?", document) == [(1,)]
    assert house.ask("SELECT value FROM as_of(DATE '2009-12-31', TIMESTAMPTZ '2026-02-01 00:00:00Z')") == [(76,)]
    assert house.ask("SELECT value FROM as_of(DATE '2009-12-31', TIMESTAMPTZ '2026-04-01 00:00:00Z')") == []


@pytest.mark.parametrize(
    ("attribution", "indicator", "variant", "own"),
    [
        ("the Labor Department", "consumer_prices", "core", True),
        ("Commerce Department", "consumer_prices", "core", False),  # its price index is another one
        ("Commerce Department", "consumer_prices", "core PCE", True),
        ("Labor Department", "consumer_prices", "core PCE", False),
        ("Commerce Department", "retail_sales", "", True),
        ("Commerce Department", "costs", "", True),  # nobody in particular publishes these
        ("government reports", "retail_sales", "", True),
        ("the U.S. government's data", "consumer_prices", "", True),
        ("Swiss government", "retail_sales", "", False),
        ("Government Accountability Office", "retail_sales", "", False),
        ("a bank", "retail_sales", "", False),
    ],
)
def test_the_own_publisher_of_a_statistic_is_the_body_that_publishes_it(attribution, indicator, variant, own):
    from pipeline.interpret.voice.own import own_source

    assert own_source(attribution, "USA", "USA", indicator, variant, "en") is own


def test_what_does_not_fit_into_a_runs_memory_is_worked_out_with_all_there_is(house):
    from pipeline.store import derive

    for n in range(40):
        house.tell(growth(n, period=f"{1970 + n}", text=f"Exports of story {n} grew by {n} percent."))
    before = house.ask("FROM claims ORDER BY ALL")
    house.con.execute("SET memory_limit = '20MB'")
    tight = house.ask("SELECT current_setting('memory_limit')")
    derive.refresh(house.con)
    assert house.ask("SELECT current_setting('memory_limit')") != tight  # it did not fit
    assert house.ask("FROM claims ORDER BY ALL") == before and before


# Scale


@pytest.mark.parametrize(("value", "told"), [("100000", True), ("0.1", True), ("140", False)])
def test_a_value_a_factor_of_1000_off_its_series_is_warned_about_and_kept(house, value, told):
    flow = {"indicator": "exports", "unit": "USD"}
    house.tell(*[flow | {"value": f"{100 + month}", "period": f"2008-0{month}"} for month in range(1, 5)])
    house.tell(flow | {"value": value, "period": "2008-09"})
    assert (store.failed_checks(house.con).keys() == {"warn_thousandfold"}) == told
    assert house.ask("SELECT count(*) FROM observations") == [(5,)]
