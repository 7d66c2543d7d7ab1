"""Export: what is written can be read elsewhere, is whole, is the same each time, and replaces nothing but an export."""

import csv
import datetime as dt
import re

import pyarrow.dataset
import pytest
from commands import ROOT, statwire
from warehouse import Warehouse

from pipeline.export import Choice, export
from pipeline.store import StoreError

JOBLESS = "unemployment:USA:level:percent:M:actual"
KEY = [
    "FREQ",
    "REF_AREA",
    "COUNTERPART_AREA",
    "ENTITY",
    "COUNTERPART",
    "INDICATOR",
    "VARIANT",
    "STATISTIC",
    "BASIS",
    "UNIT_MEASURE",
    "PER",
    "ADJUSTMENT",
    "STATUS",
    "TIME_PERIOD",
    "VINTAGE",
]
OBS_STATUS = set("ABDEFGHIJKLMNOPQSUVWX")
FREQ = {"A", "S", "Q", "M", "W", "D", "_O"}
SDMX_TIME = re.compile(
    r"\d{4}|\d{4}-Q[1-4]|\d{4}-S[12]|\d{4}-(0[1-9]|1[0-2])|\d{4}-W(0[1-9]|[1-4]\d|5[0-3])|\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d/P[1-9]\d*[YMD]"
)


@pytest.fixture
def house():
    return Warehouse()


def told(house):
    """A warehouse with what is hard to export: revisions, partners, companies, all kinds of periods, names with commas and quotes."""
    house.tell({"value": "7.6"}, {"value": "12345678901.23", "unit": "USD", "indicator": "exports", "partner": "CHN"})
    house.tell({"value": "7.7", "revision": "to"}, published="2009-03-06")
    house.tell({"value": "8", "status": "forecast", "period": "2009-06"}, {"value": "5", "status": "target", "period": "2010"})
    company = {"indicator": "profit", "unit": "USD", "value": "1e17", "entity": 'Smith, "Sons" & Co', "entity_id": "Smith, Sons"}
    house.tell(*(company | {"period": period} for period in PERIODS))
    return house.con


PERIODS = {
    "2009": "2009",
    "2009-Q1": "2009-Q1",
    "2009-H2": "2009-S2",
    "2009-H1": "2009-S1",
    "2009-01": "2009-01",
    "2009-W06": "2009-W06",
    "2009-02-03": "2009-02-03",
    "2008-04/2009-03": "2008-04-01/P12M",
    "2007/2009": "2007-01-01/P3Y",
    "2009-02-03/2009-02-12": "2009-02-03/P10D",
    "2008/..": None,
    "FY1986/87": None,
}


def read(place):
    with place.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("form", ["parquet", "csv", "sdmx-csv"])
@pytest.mark.parametrize("values", ["latest", "first-release", "vintages"])
def test_the_same_warehouse_gives_the_same_bytes(house, tmp_path, form, values):
    con = told(house)
    for place in ("one", "two"):
        export(con, tmp_path / place, form, Choice(values=values))
    first, second = (
        {
            path.relative_to(tmp_path / place).as_posix(): path.read_bytes()
            for path in [tmp_path / place, *(tmp_path / place).rglob("*")]
            if path.is_file()
        }
        for place in ("one", "two")
    )
    assert first == second and first


def test_csv_holds_each_observation_with_its_value_as_a_plain_number(house, tmp_path):
    con = told(house)
    made = export(con, tmp_path / "all.csv", "csv", Choice(values="vintages"))
    found = read(tmp_path / "all.csv")
    assert len(found) == made.observations == house.ask("SELECT count(*) FROM observations")[0][0]
    values = {row["value"] for row in found}
    assert {"12345678901.23", "100000000000000000", "7.6", "7.7", "8", "5"} == values
    assert {row["entity"] for row in found} == {"USA", 'Smith, "Sons" & Co'}
    assert b"\r" not in (tmp_path / "all.csv").read_bytes()


def test_each_fact_behind_a_value_is_named(house, tmp_path):
    con = told(house)
    export(con, tmp_path / "all.csv", "csv", Choice())
    facts = {fact for (fact,) in house.ask("SELECT fact FROM facts")}
    assert all(set(row["fact_ids"].split()) <= facts and row["fact_ids"] for row in read(tmp_path / "all.csv"))


def test_latest_first_release_all_vintages_and_what_was_known_on_a_day(house, tmp_path):
    con = told(house)

    def values(**choice):
        export(con, tmp_path / "u.csv", "csv", Choice(JOBLESS, **choice))
        return [(row["period"], row["vintage"], row["value"]) for row in read(tmp_path / "u.csv")]

    assert values() == [("2009-01", "2", "7.7")]
    assert values(values="first-release") == [("2009-01", "1", "7.6")]
    assert values(values="vintages") == [("2009-01", "1", "7.6"), ("2009-01", "2", "7.7")]
    assert values(day=dt.date(2009, 3, 5)) == [("2009-01", "1", "7.6")]
    with pytest.raises(StoreError, match="by then"):
        values(day=dt.date(2009, 2, 5))


@pytest.mark.parametrize(("search", "count"), [(JOBLESS, 1), ("unemployment", 3), ("USA Actual", 2), ("exports usa", 1), ("", 16)])
def test_a_search_finds_the_series_that_hold_its_words_or_the_one_it_names(house, tmp_path, search, count):
    assert export(told(house), tmp_path / "x.csv", "csv", Choice(search)).observations == count


def test_parquet_has_a_folder_an_indicator_and_the_types_of_the_warehouse(house, tmp_path):
    con = told(house)
    export(con, tmp_path / "out", "parquet", Choice(values="vintages"))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "_statwire.json",
        "indicator=exports",
        "indicator=profit",
        "indicator=unemployment",
    ]
    read_back = con.execute(
        f"SELECT * FROM read_parquet('{tmp_path}/out/*/*.parquet', hive_partitioning = TRUE) ORDER BY series_id, period, vintage"
    )
    columns = [column[0] for column in read_back.description]
    assert (
        read_back.fetchall() == con.execute(f"SELECT {', '.join(columns)} FROM observations ORDER BY series_id, period, vintage").fetchall()
    )
    assert (
        pyarrow.dataset.dataset(tmp_path / "out", partitioning="hive").count_rows() == house.ask("SELECT count(*) FROM observations")[0][0]
    )


# SDMX-CSV


def sdmx(house, tmp_path, **choice):
    made = export(told(house), tmp_path / "s.csv", "sdmx-csv", Choice(**choice))
    return made, read(tmp_path / "s.csv")


def test_sdmx_csv_is_as_the_field_guide_has_it(house, tmp_path):
    _, found = sdmx(house, tmp_path, values="vintages")
    assert list(found[0])[:3] == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
    assert list(found[0])[3 : 3 + len(KEY)] == KEY and "OBS_VALUE" in found[0]
    assert {(row["STRUCTURE"], row["STRUCTURE_ID"], row["ACTION"]) for row in found} == {("dataflow", "STATWIRE:VINTAGES(1.0.0)", "I")}
    assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", name) for name in found[0])
    for row in found:
        assert all(row[part] for part in KEY), "a key has no gaps"
        assert SDMX_TIME.fullmatch(row["TIME_PERIOD"]), row["TIME_PERIOD"]
        assert row["FREQ"] in FREQ and row["OBS_STATUS"] in OBS_STATUS | {""}
        assert re.fullmatch(r"-?\d+(\.\d+)?", row["OBS_VALUE"])
    assert len({tuple(row[part] for part in KEY) for row in found}) == len(found)
    data = (tmp_path / "s.csv").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == len(found) + 1


def test_sdmx_periods_are_sdmx_s_and_what_it_cannot_date_is_counted(house, tmp_path):
    made, found = sdmx(house, tmp_path, search="profit")
    assert {row["PERIOD"]: row["TIME_PERIOD"] for row in found} == {ours: theirs for ours, theirs in PERIODS.items() if theirs}
    assert made.left_out == 2


def test_one_span_told_in_two_ways_is_one_key(house, tmp_path):
    house.tell({"period": "2009-01/2009-02"}, {"period": "2009-01-01/2009-02-28"})
    made = export(house.con, tmp_path / "s.csv", "sdmx-csv", Choice())
    assert (made.observations, made.left_out) == (1, 1)


def test_sdmx_codes_are_used_where_there_are_some(house, tmp_path):
    house.tell({"adjustment": "seasonally_adjusted", "variant": "youth"}, {"adjustment": "unadjusted", "variant": "youth"})
    house.tell({"value": "4", "indicator": "exports", "statistic": "growth", "direction": "up", "entity": None, "partner": "Acme"})
    _, found = sdmx(house, tmp_path)
    cell = {(row["INDICATOR"], row["STATUS"], row["VARIANT"], row["ADJUSTMENT"], row["UNIT_MEASURE"]): row for row in found}
    assert cell["unemployment", "actual", "youth", "S", "PT"] and cell["unemployment", "actual", "youth", "N", "PT"]
    jobless = cell["unemployment", "actual", "_T", "_X", "PT"]
    assert [jobless[n] for n in ("REF_AREA", "COUNTERPART_AREA", "ENTITY", "BASIS", "OBS_STATUS")] == ["USA", "_Z", "_Z", "_Z", "A"]
    assert cell["unemployment", "forecast", "_T", "_X", "PT"]["OBS_STATUS"] == "F"
    assert cell["unemployment", "target", "_T", "_X", "PT"]["OBS_STATUS"] == "", "SDMX has no code for a target"
    traded = cell["exports", "actual", "_T", "_X", "USD"]
    assert (traded["REF_AREA"], traded["COUNTERPART_AREA"], traded["UNIT_MULT"]) == ("USA", "CHN", "0")
    nobody = cell["exports", "actual", "_T", "_X", "PT"]
    assert [nobody[n] for n in ("REF_AREA", "ENTITY", "COUNTERPART_AREA", "COUNTERPART", "BASIS")] == ["_X", "_Z", "_Z", "Acme", "_X"]
    company = next(row for row in found if row["INDICATOR"] == "profit")
    assert (company["REF_AREA"], company["ENTITY"]) == ("_Z", "Smith, Sons"), "a company is no area"


def test_a_reader_of_others_reads_the_sdmx_csv(house, tmp_path):
    import pysdmx.io

    made, found = sdmx(house, tmp_path)
    (dataset,) = pysdmx.io.get_datasets(tmp_path / "s.csv", validate=False)
    assert dataset.short_urn == "Dataflow=STATWIRE:LATEST(1.0.0)"
    assert dataset.action.name == "Information"
    assert len(dataset.data) == made.observations
    assert list(dataset.data["OBS_VALUE"].astype(float)) == [float(row["OBS_VALUE"]) for row in found]
    assert list(dataset.data["TIME_PERIOD"].astype(str)) == [row["TIME_PERIOD"] for row in found]


# Nothing is lost, nothing is half-written


@pytest.mark.parametrize("form", ["parquet", "csv", "sdmx-csv"])
def test_an_export_replaces_an_earlier_one_and_leaves_nothing_beside_it(house, tmp_path, form):
    con = told(house)
    export(con, tmp_path / "x", form, Choice("exports"))
    export(con, tmp_path / "x", form, Choice("unemployment"))
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    if form == "parquet":
        assert not (tmp_path / "x/indicator=exports").exists()


@pytest.mark.parametrize("form", ["csv", "sdmx-csv"])
@pytest.mark.parametrize("there", ["a,b\n1,2\n", ""])
def test_a_file_that_it_did_not_write_is_kept(house, tmp_path, form, there):
    (tmp_path / "x").write_text(there)
    with pytest.raises(StoreError, match="not an export"):
        export(told(house), tmp_path / "x", form, Choice())
    assert (tmp_path / "x").read_text() == there


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_folder_that_it_did_not_write_or_that_others_use_is_kept(house, tmp_path, form):
    con = told(house)
    (tmp_path / "empty").mkdir()
    export(con, tmp_path / "x", "parquet", Choice())
    (tmp_path / "x/notes.txt").write_text("mine")
    for place in ("empty", "x"):
        with pytest.raises(StoreError, match="not an export"):
            export(con, tmp_path / place, form, Choice())
    assert (tmp_path / "x/notes.txt").exists()


def test_a_link_is_never_followed(house, tmp_path):
    con = told(house)
    export(con, tmp_path / "real", "csv", Choice())
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(StoreError, match="not an export"):
        export(con, tmp_path / "link", "csv", Choice())


@pytest.mark.parametrize("form", ["parquet", "csv", "sdmx-csv"])
def test_where_writing_fails_the_earlier_export_stands_and_nothing_is_left(house, tmp_path, form, monkeypatch):
    import pipeline.export

    con = told(house)
    export(con, tmp_path / "x", form, Choice("exports"))
    before = sorted((path.as_posix(), path.read_bytes()) for path in [tmp_path / "x", *tmp_path.rglob("*")] if path.is_file())

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pipeline.export.Path, "replace", full)
    monkeypatch.setattr(pipeline.export.Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        export(con, tmp_path / "x", form, Choice())
    assert sorted((path.as_posix(), path.read_bytes()) for path in [tmp_path / "x", *tmp_path.rglob("*")] if path.is_file()) == before


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_what_a_killed_export_left_hinders_none(house, tmp_path, form):
    import os

    con = told(house)
    left = tmp_path / f".x.{os.getpid()}.partial"
    if form == "parquet":
        (left / "indicator=exports").mkdir(parents=True)
    else:
        left.write_text("half a li")
    export(con, tmp_path / "x", form, Choice())
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


# The command


def test_the_command_says_what_it_wrote(sample, tmp_path):
    warehouse = ("--warehouse", str(sample / "w.duckdb"))
    said = statwire("export", str(tmp_path / "new/u.csv"), "--format", "sdmx-csv", "--search", JOBLESS, *warehouse)
    assert said.exit_code == 0
    assert said.output == f"wrote 15 observations of 1 series to {tmp_path}/new/u.csv\n"


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--format", "csv", "--search", "no such"], 1, "no series holds 'no such'"),
        (["--format", "csv", "--as-of", "soon"], 2, "soon"),
        (["--format", "csv", "--as-of", "2009-01-01", "--values", "latest"], 2, "exclude each other"),
        (["--format", "xml"], 2, "xml"),
        ([], 2, "--format"),
    ],
)
def test_what_cannot_be_exported_is_said_in_a_line(sample, tmp_path, options, code, words):
    result = statwire("export", str(tmp_path / "x"), "--warehouse", str(sample / "w.duckdb"), *options)
    assert result.exit_code == code and words in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_warehouse_that_is_not_there_is_said_in_a_line(tmp_path):
    result = statwire("export", str(tmp_path / "x"), "--format", "csv", "--warehouse", str(tmp_path / "none"))
    assert result.exit_code == 1 and "there is no warehouse" in result.output


def test_docs_export_tells_each_column_of_sdmx_csv_in_order(house, tmp_path):
    _, found = sdmx(house, tmp_path)
    text = (ROOT / "docs/export.md").read_text("utf-8")
    assert re.findall(r"^\| ([A-Z_]+) \|", text, re.MULTILINE) == list(found[0])
