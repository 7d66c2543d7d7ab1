"""`statwire series` and `statwire why`: what a user types is found, and what is shown can be read at any width."""

import json

import pytest
from commands import statwire

JOBS = "unemployment:USA:level:percent:M:actual"
TRADE = "trade_turnover:PRK>RUS:level:USD:A:actual"


@pytest.fixture
def call(sample, monkeypatch):
    """A command on the sample stories, in a terminal of so many columns; into a pipe without."""

    def called(*arguments, columns=None):
        if columns:
            monkeypatch.setenv("COLUMNS", str(columns))
        else:
            monkeypatch.delenv("COLUMNS", raising=False)
        return statwire(*arguments, "--warehouse", str(sample / "w.duckdb"))

    return called


def ids(result):
    return [row["series_id"] for row in json.loads(result.stdout)]


def test_all_words_are_looked_for_in_any_case_and_order(call):
    assert JOBS in ids(call("series", "usa", "UNEMPLOYMENT", "--json"))
    assert ids(call("series", "actual unemployment m usa level", "--json")) == [JOBS]
    assert ids(call("series", "unemployment", "prk", "--json")) == []


def test_words_are_found_at_their_start_and_places_by_their_names(call):
    assert ids(call("series", "employment", "--json")) == [], "not within unemployment"
    assert TRADE in ids(call("series", "turnover", "north", "korea", "--json"))


def test_those_with_dated_points_and_most_texts_come_first(call):
    rows = json.loads(call("series", "--json").stdout)
    keys = [(row["points"] == 0, -row["documents"], -row["points"], row["series_id"]) for row in rows]
    assert keys == sorted(keys) and rows[0]["series_id"] == JOBS


def test_a_list_tells_span_points_and_publishers_and_how_many_more_there_are(call, monkeypatch):
    from pipeline.show import series

    monkeypatch.setattr(series, "MOST", 5)
    total = len(ids(call("series", "--json")))
    lines = call("series").stdout.splitlines()
    assert lines[0].split() == ["points", "span", "texts", "publishers", "series"]
    assert lines[1].split() == ["15", "2009-07", "to", "2010-09", "14", "1", JOBS]
    assert lines[-1].startswith(f"and {total - 5} more series: ") and len(lines) == 8


def test_an_empty_result_says_what_to_do_and_is_no_failure(call):
    result = call("series", "unemploymint", "usa")
    assert result.exit_code == 0 and result.stdout.strip() == ""
    assert "unemploymint alone: 0" in result.stderr and "perhaps unemployment" in result.stderr
    as_json = call("series", "unemploymint", "--json")
    assert json.loads(as_json.stdout) == []


def test_an_id_that_is_nearly_right_is_understood_or_named(call):
    whole = call("series", JOBS).stdout
    assert call("series", JOBS.upper()).stdout == whole
    assert call("series", "Unemployment:USA:level:percent:M:a").stdout == whole
    assert len(ids(call("series", "unemployment:USA:level:percent:M", "--json"))) == 2
    wrong = call("series", "unemployment:USA:levl:percent:M:actual")
    assert JOBS in wrong.stderr and wrong.stdout.strip() == ""
    assert call("why", JOBS.lower(), "2009-10").stdout == call("why", JOBS, "2009-10").stdout
    several = call("why", "unemployment:USA:level:percent:M", "2009-10")
    assert several.exit_code == 1 and JOBS in several.stderr and len(several.stderr.splitlines()) == 1
    unknown = call("why", JOBS, "2009")
    assert unknown.exit_code == 1 and "2009-10" in unknown.stderr


def test_a_series_shows_each_vintage_with_its_day_publisher_and_figure(call):
    rows = [row for row in json.loads(call("series", JOBS, "--json").stdout) if row["period"] == "2009-10"]
    assert [(row["vintage"], row["value"], row["published"], row["value_text"]) for row in rows] == [
        (1, 10.2, "2009-11-06", "10.2 percent"),
        (2, 10.1, "2010-01-08", "10.1 percent"),
    ]
    lines = call("series", JOBS).stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("2009-10"))
    assert lines[at].split()[1:5] == ["1", "10.2", "%", "2009-11-06"]
    assert lines[at + 1].split()[:4] == ["2", "10.1", "%", "2010-01-08"]
    assert any(line.startswith("2009-12") and "10.0 %" in line for line in lines), "rates have the places of their series"


def test_money_has_the_unit_that_people_read_and_competing_values_are_counted(call):
    lines = call("series", TRADE).stdout.splitlines()
    assert any(line.split()[:4] == ["2013", "1", "$112.7", "m"] and line.endswith("1") for line in lines)
    assert any("why 'trade_turnover:PRK>RUS" in line for line in lines), "an id with > must be quoted in a shell"


def test_why_shows_the_rule_the_gap_and_every_sentence(call):
    said = call("why", TRADE, "2013").stdout
    assert "SHOWN  $112.7 m  (1 independent publisher, 2 texts); most independent texts: 2 against 1" in said, said
    assert "OTHER  $104.2 m  −$8.5 m" in said
    rows = json.loads(call("why", TRADE, "2013", "--json").stdout)
    assert [row["gap"] for row in rows] == [None, None, -8_500_000]
    assert [row["rule"] is None for row in rows] == [False, False, True]
    assert all(" ".join(row["sentence"].split()) in " ".join(said.split()) for row in rows)


@pytest.mark.parametrize(
    ("shown", "other", "rule"),
    [
        ([("A", True, 0.5)], [("B", False, 0.9), ("C", False, 0.9)], "given by the statistic's own publisher"),
        ([("A", False, 0.5), ("B", False, 0.5)], [("C", False, 0.9)], "most independent publishers: 2 against 1"),
        ([("A", False, 0.5), ("A", False, 0.5)], [("B", False, 0.9)], "most independent texts: 2 against 1, of as many publishers"),
        ([("A", False, 0.9)], [("B", False, 0.5)], "highest confidence: 0.90 against 0.50, with as many publishers and texts"),
        ([("A", False, 0.5)], [("B", False, 0.5)], "said first, or the lower of two said at once: all else is equal"),
        ([("A", False, 0.5)], [], "the only value told"),
    ],
)
def test_the_rule_told_is_the_one_that_chose(shown, other, rule):
    from warehouse import Warehouse

    from pipeline.show.evidence import with_rule
    from pipeline.store.query import records

    house = Warehouse()
    for value, sources in (("7.5", shown), ("7.9", other)):
        for publisher, own, confidence in sources:
            house.tell({"value": value, "own_source": own, "confidence": confidence}, publisher=publisher)
    told = with_rule(records(house.con, "why", [JOBS, "2009-01"]))
    assert {(row["value"], row["rule"]) for row in told if row["shown"]} == {(7.5, rule)}
    assert {row["rule"] for row in told if not row["shown"]} <= {None}


def test_each_vintage_is_explained(call):
    said = call("why", JOBS, "2009-10").stdout
    assert "vintage 1, first release, first said 2009-11-06" in said
    assert "vintage 2, revision 1, first said 2010-01-08" in said and "says that it is revised" in said


def test_sentences_without_a_period_can_be_asked_for(call):
    [undated, *_] = [row for row in json.loads(call("series", "--json").stdout) if row["points"] == 0]
    assert "undated" in call("series", undated["series_id"]).stdout
    said = call("why", undated["series_id"], "undated")
    assert said.exit_code == 0 and "no sentence tells the period" in said.stdout


def test_an_event_s_series_has_its_amounts(call):
    lines = call("series", "debt_relief:PRK>RUS:level:USD:D:actual").stdout
    assert "$10 bn" in lines


@pytest.mark.parametrize("columns", [60, 100])
@pytest.mark.parametrize("command", [("series",), ("series", JOBS), ("series", TRADE), ("why", JOBS, "2009-10"), ("series", "exports")])
def test_nothing_but_an_id_is_wider_than_the_terminal(call, command, columns):
    for line in call(*command, columns=columns).stdout.splitlines():
        assert len(line) <= columns or max(map(len, line.split())) > columns / 2, line


def test_in_a_pipe_a_row_is_a_line(call):
    lines = call("series", JOBS).stdout.splitlines()
    assert len([line for line in lines if line.startswith("20")]) == 15
    assert all(
        row["sentence"].replace("\n", " ") in call("why", JOBS, "2009-10").stdout
        for row in json.loads(call("why", JOBS, "2009-10", "--json").stdout)
    )


def test_the_keys_of_json_are_those_that_programs_rely_on(call):
    def keys(*command):
        return list(json.loads(call(*command, "--json").stdout)[0])

    assert keys("series") == ["series_id", "points", "first_period", "last_period", "documents", "publishers"]
    assert keys("series", JOBS) == [
        "series_id", "period", "period_start", "period_end", "vintage", "value", "low", "high", "approx", "unit", "per", "own_source", "confidence",
        "documents", "publishers", "others", "published", "publisher", "story", "value_text", "sentence", "fact",
    ]  # fmt: skip
    assert keys("why", JOBS, "2009-10") == [
        "series_id", "period", "vintage", "value", "low", "high", "approx", "unit", "per", "revision", "shown", "gap", "publishers", "documents",
        "own_source", "published", "publisher", "story", "page", "attribution", "value_text", "sentence", "confidence", "correction", "conversions", "copy", "copy_of",
        "copy_of_publisher", "fact", "document", "rule",
    ]  # fmt: skip


def test_partial_and_unknown_days_are_shown_as_such(tmp_path):
    from test_run import run

    stories = [
        {"id": "m", "publisher": "Wire", "published": "2009-03", "text": "Norway's unemployment rate was 3.1 percent in January 2009."},
        {"id": "u", "publisher": "Post", "text": "Norway's unemployment rate was 3.3 percent in March 2009, \x1b[31mred."},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, stories)))
    run(tmp_path, tmp_path / "a.jsonl")
    where = ("--warehouse", str(tmp_path / "w.duckdb"))
    series = statwire("series", "unemployment:NOR", *where).stdout
    first, second = [line for line in series.splitlines() if line.startswith("2009")]
    assert first.split()[4] == "2009-03" and second.split()[4] == "undated"
    shown = statwire("why", "unemployment:NOR", "2009-03", *where).stdout
    assert "day not known" in shown and "\x1b" not in shown
