"""Corrections by people: applied on every build, guarded by the words that they correct, and known only from when they were recorded."""

import datetime as dt
import json
import tomllib
from decimal import Decimal

import pytest
from commands import statwire
from test_run import ask
from warehouse import Warehouse, moment

from pipeline.corrections import file
from pipeline.corrections.apply import apply
from pipeline.corrections.entry import parse
from pipeline.store import derive, load

RATE = "unemployment:USA:level:percent:M:actual"
STORIES = [
    {"id": "one", "published": "2009-02-06", "publisher": "Wire One", "language": "en",
     "text": "The U.S. unemployment rate rose to 7.6 percent in January from 7.2 percent in December. Exports of France rose 3.5 percent in 2008."},
    {"id": "two", "published": "2009-02-07", "publisher": "Wire Two", "language": "en",
     "text": "The U.S. unemployment rate was 7.8 percent in January."},
]  # fmt: skip


@pytest.fixture
def told():
    """A warehouse in memory, for what corrections mean."""
    return Warehouse()


def correct(house, *entries, on="2026-02-01", **given):
    """Build with corrections, each of the first fact unless it names another; what became of them."""
    made = []
    for number, entry in enumerate(entries or (given,), 1):
        [(fact, quote, sentence), *_] = house.ask("SELECT fact, value_text, sentence FROM fact ORDER BY recorded_at, start")
        expect = {"quote": quote, "sentence": sentence}
        made.append(
            parse({"fact": fact, "because": "So it says.", "by": "Ann", "on": dt.date(2026, 2, 1), "expect": expect} | entry, number)
        )
    outcome = apply(house.con, made, f"run of {on}", moment(on))
    derive.refresh(house.con)
    return outcome


@pytest.fixture
def house(tmp_path):
    """A folder with the warehouse of two stories."""
    write(tmp_path, STORIES)
    assert build(tmp_path).exit_code == 0
    return tmp_path


def write(folder, stories):
    (folder / "raw.jsonl").write_text("".join(json.dumps(story) + "\n" for story in stories), "utf-8")


def build(folder, command="run", *more):
    places = ["--raw", str(folder / "raw.jsonl"), "--warehouse", str(folder / "w.duckdb"), "--jobs", "1", *more]
    return statwire(command, *places, *(["--reports", str(folder / "r")] if command == "run" else []))


def command(folder, fact, *more, by="Ann", because="So it says."):
    return statwire("correct", fact, *more, "--because", because, "--by", by, "--warehouse", str(folder / "w.duckdb"))


def fact_of(folder, quote):
    [(fact,)] = ask(folder, f"SELECT fact FROM facts WHERE value_text = '{quote}'")
    return fact


def values(folder):
    return ask(folder, f"SELECT period, value FROM latest WHERE series_id = '{RATE}' ORDER BY ALL")


# What a correction does


def test_an_accepted_fact_has_confidence_1_and_is_else_as_read(told):
    told.tell({"value": "7.6"})
    before = told.ask("SELECT * EXCLUDE (confidence, correction, recorded_at) FROM facts")
    correct(told, do="accept")
    assert told.ask("SELECT confidence FROM facts") == told.ask("SELECT confidence FROM observations") == [(1.0,)]
    assert told.ask("SELECT * EXCLUDE (confidence, correction, recorded_at) FROM facts") == before


def test_a_rejected_fact_leaves_the_views_and_stays_in_fact(told):
    told.tell({"value": "7.6"})
    before = told.ask("SELECT * FROM fact")
    correct(told, do="reject")
    assert [told.ask(f"SELECT count(*) FROM {view}") for view in ("facts", "claims", "observations", "series")] == [[(0,)]] * 4
    assert told.ask("SELECT * FROM fact") == before


@pytest.mark.parametrize(
    ("sets", "series", "period", "value"),
    [
        ({"period": "2009-02"}, RATE, "2009-02", 7.6),
        ({"period": "2009-Q1"}, "unemployment:USA:level:percent:Q:actual", "2009-Q1", 7.6),
        ({"period": ""}, "unemployment:USA:level:percent:U:actual", None, 7.6),
        ({"period": "", "period_source": "reference_date"}, "unemployment:USA:level:percent:D:actual", "2009-02-06", 7.6),
        ({"value": "8.6"}, RATE, "2009-01", 8.6),
        ({"low": "7", "high": "8"}, RATE, "2009-01", 7.5),
        ({"entity": "FRA"}, "unemployment:FRA:level:percent:M:actual", "2009-01", 7.6),
        ({"entity": "GM", "indicator": "market_share"}, "market_share:General_Motors:level:percent:M:actual", "2009-01", 7.6),
        ({"entity": ""}, "unemployment:?:level:percent:M:actual", "2009-01", 7.6),
        ({"partner": "RUS"}, "unemployment:USA>RUS:level:percent:M:actual", "2009-01", 7.6),
        ({"unit": "basis_point"}, "unemployment:USA:level:percentage_point:M:actual", "2009-01", 0.076),
        ({"variant": "young"}, "unemployment/young:USA:level:percent:M:actual", "2009-01", 7.6),
        ({"status": "forecast"}, "unemployment:USA:level:percent:M:forecast", "2009-01", 7.6),
        ({"statistic": "growth", "direction": "down", "basis": "yoy"}, "unemployment:USA:growth.yoy:percent:M:actual", "2009-01", -7.6),
    ],
)
def test_a_corrected_field_moves_the_fact_to_the_point_it_belongs_to(told, sets, series, period, value):
    told.tell({"value": "7.6"})
    correct(told, set=sets)
    assert told.ask("SELECT series_id, period, value, confidence FROM claims") == [(series, period, value, 1.0)]
    assert told.ask("SELECT low, period, unit, entity, status FROM readings()") == [(Decimal("7.6"), "2009-01", "percent", "USA", "actual")]


def test_what_follows_from_a_corrected_field_follows(told):
    told.tell({"attribution": "Labor Department", "entity": "FRA"})
    correct(told, set={"entity": "USA", "period": "2009-Q1"})
    assert told.ask("SELECT entity_id, own_source, period_start, period_end, period_source FROM facts") == [
        ("USA", True, dt.date(2009, 1, 1), dt.date(2009, 3, 31), "stated")
    ]


def test_a_level_has_no_direction_and_who_corrects_to_one_need_not_say_so(told):
    told.tell({"statistic": "growth", "direction": "up"})
    correct(told, set={"statistic": "level"})
    assert told.ask("SELECT statistic, direction FROM facts") == [("level", None)]


@pytest.mark.parametrize(
    ("read", "given", "precision"),
    [
        ("3.1", "3100", "100"),
        ("7.6", "8.6", "0.1"),
        ("7", "7.6", "0.1"),
        ("500", "510", "1"),
        ("7.6", "0", "0.1"),
        ("3100", "3.1", "0.001"),
    ],
)
def test_the_precision_of_a_corrected_value_moves_with_its_point_or_stays_where_it_fits(told, read, given, precision):
    told.tell({"value": read})
    correct(told, set={"value": given})
    assert told.ask("SELECT precision FROM facts") == [(Decimal(precision),)]


def test_two_corrections_of_one_fact_add_up_and_the_later_has_the_last_word(told):
    told.tell({"value": "7.6"})
    assert correct(told, {"set": {"period": "2009-02", "value": "8.6"}}, {"set": {"value": "9.6"}}).applied == 2
    assert told.ask("SELECT period, value FROM latest") == [("2009-02", 9.6)]
    [(said,)] = told.ask("SELECT correction FROM facts")
    signed = "So it says. (Ann, 2026-02-01)"
    assert said == f"period 2009-02, read as 2009-01, value 8.6, read as 7.6: {signed}; value 9.6, read as 8.6: {signed}"
    correct(told, {"do": "reject"}, {"do": "accept"})
    assert told.ask("SELECT period, value FROM latest") == [("2009-01", 7.6)]
    correct(told, {"do": "accept"}, {"do": "reject"})
    assert told.ask("SELECT count(*) FROM facts") == [(0,)]


def test_a_correction_holds_for_each_copy_of_a_text(told):
    for publisher in ("Wire One", "Wire Two"):
        told.tell({"fact": "f" * 64}, publisher=publisher, text="the same")
    assert correct(told, set={"period": "2009-02"}).facts == 2
    assert told.ask("SELECT period, count(*) FROM facts GROUP BY ALL") == [("2009-02", 2)]


def test_a_figure_may_be_named_by_document_start_and_end(told):
    key = told.tell({"value": "7.6"}, {"value": "7.2"})
    told.tell({"value": "7.2"})
    correct(told, fact=None, document=key, start=1, end=2, set={"period": "2008-12"}, expect={"quote": "7.2", "sentence": "It was"})
    assert told.ask("SELECT period, value FROM claims ORDER BY ALL") == [("2008-12", 7.2), ("2009-01", 7.2), ("2009-01", 7.6)]


def test_a_correction_that_leaves_no_sense_is_reported_and_not_applied(told):
    told.tell({"value": "7.6"})
    outcome = correct(told, set={"statistic": "growth"})
    assert [why for _, why in outcome.refused] == ["a growth has a direction: set direction to up, down or flat as well"]
    assert told.ask("SELECT statistic, correction FROM facts") == [("level", None)]


# The second clock


def test_what_a_correction_changed_is_known_only_from_when_it_was_recorded(told):
    told.tell({"value": "7.6"}, recorded="2026-01-01")
    correct(told, set={"value": "8.6"}, on="2026-02-01")
    correct(told, set={"value": "9.6"}, on="2026-03-01")
    apply(told.con, [], "r", moment("2026-04-01"))
    derive.refresh(told.con)
    then = [
        told.ask(f"SELECT value FROM as_of(DATE '2009-12-31', TIMESTAMPTZ '2026-{month}-15 00:00:00Z')")
        for month in ("01", "02", "03", "04")
    ]
    assert then == [[(7.6,)], [(8.6,)], [(9.6,)], [(7.6,)]]
    assert told.ask("SELECT value FROM as_of(DATE '2009-12-31')") == [(7.6,)]
    assert told.ask("SELECT low, retired_at FROM corrected ORDER BY low") == [
        (Decimal("8.6"), moment("2026-03-01")),
        (Decimal("9.6"), moment("2026-04-01")),
    ]


def test_a_fact_as_corrected_was_learned_when_the_correction_was(told):
    told.tell({"value": "7.6"}, recorded="2026-01-01")
    correct(told, do="accept", on="2026-02-01")
    assert told.ask("SELECT recorded_at FROM facts") == [(moment("2026-02-01"),)]


def test_the_same_corrections_again_change_nothing(told):
    told.tell({"value": "7.6"})
    correct(told, set={"value": "8.6"}, on="2026-02-01")
    before = [told.ask(f"SELECT * FROM {table} ORDER BY ALL") for table in ("correction", "corrected", "claim", "point")]
    correct(told, set={"value": "8.6"}, on="2026-03-01")
    assert [told.ask(f"SELECT * FROM {table} ORDER BY ALL") for table in ("correction", "corrected", "claim", "point")] == before


def test_a_reading_that_changes_under_a_correction_keeps_what_was_corrected_and_takes_the_rest(told):
    key = told.tell({"value": "7.6"}, recorded="2026-01-01")
    correct(told, set={"period": "2009-02"}, on="2026-02-01")
    now = moment("2026-03-01")
    load.replace(told.con, [key], load.arrow("fact", [told.row({"value": "7.6", "entity": "FRA"}, key, now, 0)]), now)
    correct(told, set={"period": "2009-02"}, on="2026-03-01")
    assert told.ask("SELECT entity, period FROM facts") == [("FRA", "2009-02")]
    assert told.ask("SELECT entity, period FROM facts_known(TIMESTAMPTZ '2026-02-15 00:00:00Z')") == [("USA", "2009-02")]
    assert told.ask("SELECT entity, period FROM facts_known(TIMESTAMPTZ '2026-01-15 00:00:00Z')") == [("USA", "2009-01")]


# The guard


@pytest.mark.parametrize(
    ("quote", "sentence", "holds"),
    [
        ("7.6", "It was said.", True),
        ("7.6", "was   said", True),
        ("7.6", "was\nsaid", True),
        ("7.6", "It was denied.", False),
        ("7.5", "It was said.", False),
    ],
)
def test_a_correction_is_applied_only_to_the_words_that_it_expects(told, quote, sentence, holds):
    told.tell({"value": "7.6"})
    outcome = correct(told, set={"value": "8.6"}, expect={"quote": quote, "sentence": sentence})
    assert (outcome.applied, len(outcome.refused)) == ((1, 0) if holds else (0, 1))
    assert told.ask("SELECT value FROM latest") == [(8.6 if holds else 7.6,)]


def test_a_guard_broken_by_a_changed_reading_of_the_sentence_is_reported_and_the_correction_undone(told):
    key = told.tell({"value": "7.6", "sentence": "It was 7.6. He said so."}, recorded="2026-01-01")
    expect = {"quote": "7.6", "sentence": "7.6. He said"}
    correct(told, set={"value": "8.6"}, expect=expect)
    now = moment("2026-03-01")
    load.replace(told.con, [key], load.arrow("fact", [told.row({"value": "7.6", "sentence": "It was 7.6."}, key, now, 0)]), now)
    outcome = correct(told, set={"value": "8.6"}, expect=expect, on="2026-03-01")
    assert [why for _, why in outcome.refused] == ["the sentence is another now: 'It was 7.6.'"]
    assert told.ask("SELECT value FROM latest") == [(7.6,)]
    assert told.ask("SELECT value FROM as_of(DATE '2009-12-31', TIMESTAMPTZ '2026-02-15 00:00:00Z')") == [(8.6,)]


def test_a_guard_broken_by_a_changed_text_is_reported_in_the_summary_its_json_and_by_check(house):
    command(house, fact_of(house, "7.8 percent"), "value=7.6")
    assert "corrected 1 facts by 1 corrections" in build(house).output
    write(house, [STORIES[0], STORIES[1] | {"text": "In the U.S. the unemployment rate was 7.8 percent in January."}])
    result = build(house, "rebuild")
    assert result.exit_code == 0
    assert "corrected 0 facts by 0 corrections; 1 not applied:\n" in result.output
    assert "correction 1 (fact " in result.output and "): no such fact stands: " in result.output
    told = json.loads(build(house, "run", "--json").stdout)["corrections"]
    assert (told["applied"], told["facts"], told["undone"]) == (0, 0, 0)
    assert [(at["correction"], at["reason"].split(":")[0]) for at in told["not_applied"]] == [(1, "no such fact stands")]
    check = statwire("check", "--warehouse", str(house / "w.duckdb"))
    assert check.exit_code == 0 and check.output == "warn: correction not applied: 1 rows\n"
    check = statwire("check", "--json", "--warehouse", str(house / "w.duckdb"))
    assert json.loads(check.stdout) == {"failed": [{"severity": "warn", "check": "correction not applied", "rows": 1}]}
    assert ask(house, "SELECT facts, starts_with(fault, 'no such fact') FROM corrections") == [(0, True)]


# The file, and builds


def test_corrections_are_applied_on_every_run_and_rebuild_and_survive_reading_again(house):
    assert command(house, fact_of(house, "7.8 percent"), "value=7.6").exit_code == 0
    assert values(house) == [("2008-12", 7.2), ("2009-01", 7.8)]  # two publishers, each one value: that of the surer fact is shown
    for how in (["run"], ["run", "--again"], ["rebuild"], ["run"]):
        result = build(house, *how)
        assert result.exit_code == 0 and "corrected 1 facts by 1 corrections" in result.output
        assert ask(house, "SELECT publishers FROM latest WHERE period = '2009-01'") == [(2,)]
        assert ask(house, "SELECT count(*), count(DISTINCT recorded_at) FROM corrected") == [(1, 1)]
        assert ask(house, "SELECT low FROM fact WHERE value_text = '7.8 percent'") == [(Decimal("7.8"),)]


def test_a_rebuild_carries_over_when_corrections_were_recorded(house):
    command(house, fact_of(house, "7.8 percent"), "value=7.6")
    build(house)
    command(house, fact_of(house, "7.8 percent"), "value=7.7")
    build(house)
    before = [ask(house, f"SELECT * FROM {table} ORDER BY ALL") for table in ("correction", "corrected", "fact")]
    assert build(house, "rebuild").exit_code == 0
    assert [ask(house, f"SELECT * FROM {table} ORDER BY ALL") for table in ("correction", "corrected", "fact")] == before


def test_a_correction_taken_out_of_the_file_is_undone_and_that_is_said(house):
    command(house, fact_of(house, "7.2 percent"), "--reject")
    build(house)
    assert values(house) == [("2009-01", 7.8)]
    (house / "corrections.toml").unlink()
    assert "undone    1 facts that were corrected before are as read again" in build(house).output
    assert values(house) == [("2008-12", 7.2), ("2009-01", 7.8)]


def test_without_corrections_nothing_is_said_of_them(house):
    assert not any(line.startswith(("corrected", "undone")) for line in build(house).output.splitlines())


def test_another_file_may_be_named_and_must_exist(house):
    command(house, fact_of(house, "7.2 percent"), "--reject", "--corrections", str(house / "mine.toml"))
    assert not (house / "corrections.toml").exists()
    assert "corrected 1 facts" in build(house, "run", "--corrections", str(house / "mine.toml")).output
    gone = build(house, "run", "--corrections", str(house / "theirs.toml"))
    assert gone.exit_code == 2 and "theirs.toml does not exist" in gone.output


def test_what_people_wrote_in_the_file_stays_and_new_corrections_stand_behind_it(house):
    path = house / "corrections.toml"
    command(house, fact_of(house, "7.2 percent"), "--reject", because='Said "so" \\ thus, é')
    by_hand = path.read_text("utf-8") + "\n# Look again in March.\n# No end of line"
    path.write_text(by_hand, "utf-8")
    command(house, fact_of(house, "7.6 percent"), "period=2009-02", "per=", by="Bob")
    text = path.read_text("utf-8")
    assert text.startswith(by_hand)
    first, second = tomllib.loads(text)["correction"]
    assert (first["do"], first["because"], first["by"]) == ("reject", 'Said "so" \\ thus, é', "Ann")
    assert (second["set"], second["by"]) == ({"period": "2009-02", "per": ""}, "Bob")
    assert second["expect"] == {"quote": "7.6 percent", "sentence": STORIES[0]["text"].split(". E")[0] + "."}
    assert isinstance(second["on"], dt.date)


def test_whatever_is_written_reads_back_as_it_was(tmp_path):
    path = tmp_path / "c.toml"
    entry = {"document": "d", "start": 1, "end": 3, "set": {"low": "1.50", "high": "2", "variant": ""}, "because": "é\\", "by": '"',
             "on": dt.date(2026, 1, 2), "expect": {"quote": "\x1b[2J\x7f 5", "sentence": "a ''' \"\"\" \\u0041 \U0001f4c8"}}  # fmt: skip
    for number in (1, 2):
        file.append(path, parse(entry, number))
    assert file.read(path) == [parse(entry, 1), parse(entry, 2)]


@pytest.mark.parametrize("ending", ["\r\n", "\n", ""])
def test_a_file_of_other_line_ends_is_added_to(tmp_path, ending):
    path = tmp_path / "c.toml"
    path.write_bytes(f"# mine{ending}".encode())
    file.append(path, parse(GOOD, 1))
    assert path.read_bytes().startswith(f"# mine{ending}".encode()) and len(file.read(path)) == 1


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "c.toml"
    file.append(path, parse(GOOD, 1))
    before = path.read_bytes()
    real = file.os.write
    monkeypatch.setattr(file.os, "write", lambda to, data: real(to, data[:20]))
    with pytest.raises(OSError, match="No space left"):
        file.append(path, parse(GOOD, 2))
    assert path.read_bytes() == before


GOOD = {
    "fact": "abc",
    "do": "accept",
    "because": "b",
    "by": "c",
    "on": dt.date(2026, 1, 1),
    "expect": {"quote": "5 percent", "sentence": "It was 5 percent."},
}
WRITTEN = """[[correction]]
fact = "abc"
do = "accept"
because = "b"
by = "c"
on = 2026-01-01
expect = { quote = "5 percent", sentence = "It was 5 percent." }
"""


def test_the_style_of_the_file_is_a_line_a_key():
    assert file.written(parse(GOOD, 1)) == WRITTEN


def put(**fields):
    return WRITTEN.replace('do = "accept"', "set = { " + ", ".join(f"{k} = {v}" for k, v in fields.items()) + " }")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"\xff", "is not UTF-8 at byte 0"),
        ("[[correction", "is no TOML: "),
        ("[correction]\nfact = 'a'", "write [[correction]] with two brackets"),
        ("[[corection]]", "'corection' is unknown: begin each correction with [[correction]]"),
        ("correction = [1]", "correction 1: it is no table"),
        (WRITTEN + WRITTEN.replace("because", "becuase"), "correction 2 (abc): 'becuase' is unknown"),
        (WRITTEN.replace('because = "b"', ""), "`because` is missing or no text"),
        (WRITTEN.replace('"b"', "5"), "`because` is missing or no text"),
        (WRITTEN.replace('"b"', r'"\u001b[2J"'), "`because` holds a control character"),
        (WRITTEN.replace('"b"', '" "'), "`because` is missing or no text"),
        (WRITTEN.replace('by = "c"', ""), "`by` is missing or no text"),
        (WRITTEN.replace("2026-01-01", '"2026-01-01"'), "`on` is missing or no day"),
        (WRITTEN.replace("2026-01-01", "2026-01-01T00:00:00"), "`on` is missing or no day"),
        (WRITTEN.replace('quote = "5 percent", ', ""), "the words that it corrects are missing"),
        (WRITTEN.replace('"5 percent"', '""'), "expect.quote is empty or no text"),
        (WRITTEN.replace("accept", "agree"), "say one of do ="),
        (WRITTEN.replace('do = "accept"', ""), "say one of do ="),
        (WRITTEN + 'set = { period = "2009" }\n', "say one of do ="),
        (put(), "say one of do ="),
        (WRITTEN.replace('do = "accept"', "set = 5"), "`set` is no table"),
        (WRITTEN.replace('fact = "abc"', ""), "name either the fact, or the document with start and end"),
        (WRITTEN.replace('fact = "abc"', 'document = "d"\nstart = 1'), "name either the fact"),
        (WRITTEN.replace('fact = "abc"', 'document = "d"\nstart = 1\nend = 2\nfact = "abc"'), "name either the fact"),
        (WRITTEN.replace('fact = "abc"', 'document = "d"\nstart = 1\nend = true'), "start and end are whole numbers"),
        (put(perod='"2009"'), "'perod' is no field that can be corrected (did you mean period?)"),
        (put(sentence='"x"'), "'sentence' is no field that can be corrected"),
        (put(period="true"), "period is no text"),
        (put(period='"2009-13"'), "period is an ISO 8601 period"),
        (put(period='"2009-02-30"'), "period is an ISO 8601 period"),
        (put(period='"1/2/3"'), "period is an ISO 8601 period"),
        (put(period='"../.."'), "period is an ISO 8601 period"),
        (put(period='".."'), "period is an ISO 8601 period"),
        (put(period='"2009/2008"'), "ends before it starts"),
        (put(value='"1,000"'), "value is a plain number"),
        (put(value='"1e9"'), "value is a plain number"),
        (put(value="inf"), "value is a plain number"),
        (put(value='"0.0000000001"'), "value is a plain number"),
        (put(value='"' + "9" * 30 + '"'), "value is a plain number"),
        (put(value='""'), "value may not be empty"),
        (put(value="5", low="4"), "value stands for low and high"),
        (put(precision="0"), "precision is above zero"),
        (put(unit='"usd"'), "unit cannot be 'usd' (did you mean USD?)"),
        (put(per='"barel"'), "per cannot be 'barel' (did you mean barrel?)"),
        (put(indicator='"debt"'), "indicator cannot be 'debt' (did you mean public_debt or foreign_debt"),
        (put(status='"done"'), "status cannot be 'done': actual, estimate, forecast, target, plan, hypothetical"),
        (put(entity='"Germany"'), "entity 'Germany' is written DEU"),
        (put(measure='""'), "measure may not be empty"),
        (put(measure=r'"a\u0000b"'), "measure holds a control character"),
    ],
)  # fmt: skip
def test_a_bad_file_is_one_clear_line_and_nothing_is_built_or_written(tmp_path, text, said):
    path = tmp_path / "corrections.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    write(tmp_path, STORIES)
    for how in ("run", "rebuild"):
        result = build(tmp_path, how)
        assert result.exit_code == 1 and result.stdout == "" and result.stderr.count("\n") == 1
        assert result.stderr.startswith(f"Error: {path}") and said in result.stderr
    assert not (tmp_path / "w.duckdb").exists()


@pytest.mark.parametrize(
    "sets",
    [
        {"period": p} for p in ("2009", "2009-Q4", "2009-H2", "2009-12", "2009-W53", "2009-12-31", "2008-07/2009-06", "../2009", "2009-01/..", "FY1986/87", "FY2009")
    ]
    + [{"value": v} for v in ("-3.5", "0", "9" * 29, "0.000000001")]
    + [{"unit": u} for u in ("percent", "DEM", "XXX")]
    + [{"per": p} for p in ("share", "barrel", "GBP", "")]
    + [{"entity": e} for e in ("DEU", "EUZ", "Acme Inc.", "IBM", "")]
    + [{"approx": "exact"}, {"approx": "at_most"}, {"indicator": "other"}, {"basis": ""}, {"adjustment": "unadjusted"}],
)  # fmt: skip
def test_everything_that_a_fact_may_hold_may_be_set(sets):
    assert parse({k: v for k, v in GOOD.items() if k != "do"} | {"set": sets}, 1).sets


def test_numbers_and_days_may_be_written_without_quotes(tmp_path):
    path = tmp_path / "c.toml"
    path.write_text(put(value="7.60", period="2009-01-31"), "utf-8")
    assert file.read(path)[0].sets == {"low": Decimal("7.60"), "high": Decimal("7.60"), "period": "2009-01-31"}


def test_the_closed_words_hold_all_that_facts_hold(sample):
    from pipeline.corrections import fields

    for field in ("unit", "per", "approx", "indicator", "statistic", "direction", "status", "revision", "basis", "balance", "adjustment"):
        held = {word for (word,) in ask(sample, f"SELECT DISTINCT {field} FROM readings() WHERE {field} IS NOT NULL")}
        assert held <= set(fields.words(field)), field


# The command


def test_correct_says_what_will_change_and_that_the_next_run_applies_it(house):
    fact = fact_of(house, "7.8 percent")
    result = command(house, fact[:8], "value=7.6", "period=2009-02")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"fact          {fact[:12]}  7.8 percent",
        "story         two, Wire Two, 2009-02-07",
        "sentence      The U.S. unemployment rate was 7.8 percent in January.",
        "value         7.8 → 7.6",
        "period        2009-01 → 2009-02",
        f"confidence    {ask(house, f'SELECT confidence FROM facts WHERE fact = {fact!r}')[0][0]} → 1.0",
        f"speaks for    {RATE} in 2009-01 → {RATE} in 2009-02",
        f"written       correction 1 in {house / 'corrections.toml'}; the next `statwire run` applies it",
    ]
    assert ask(house, "SELECT count(*) FROM corrections") == [(0,)]
    build(house)
    assert values(house) == [("2008-12", 7.2), ("2009-01", 7.6), ("2009-02", 7.6)]


def test_correct_knows_the_corrections_before_it(house):
    fact = fact_of(house, "7.8 percent")
    command(house, fact, "value=7.6")
    assert "value         7.6 → 7.5" in command(house, fact, "value=7.5").output
    assert "stands → rejected" in command(house, fact, "--reject").output
    assert "rejected → stands" in command(house, fact, "--accept").output


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["valu=7"], 1, "'valu' is no field that can be corrected (did you mean value?)"),
        (["value=7,5"], 1, "value is a plain number"),
        (["period=soon"], 1, "period is an ISO 8601 period"),
        (["status=likely"], 1, "status cannot be 'likely'"),
        (["statistic=growth"], 1, "a growth has a direction"),
        (["direction=up"], 1, "a level has no direction"),
        (["low=9"], 1, "low 9 is above high 7.8: set both, or value"),
        (["value=7.8", "--because", "\x1b[2J"], 1, "`because` holds a control character"),
        (["value=7.8", "--because", " "], 1, "`because` is missing"),
        (["value"], 2, "write each field once, as FIELD=VALUE"),
        (["value=7", "value=8"], 2, "write each field once, as FIELD=VALUE"),
        (["value=7", "--reject"], 2, "one of them"),
        ([], 2, "one of them"),
    ],
)
def test_correct_refuses_what_cannot_be_with_one_clear_line_and_writes_nothing(house, arguments, code, said):
    result = command(house, fact_of(house, "7.8 percent"), *arguments) if "--because" not in arguments else statwire(
        "correct", fact_of(house, "7.8 percent"), *arguments, "--by", "Ann", "--warehouse", str(house / "w.duckdb"))  # fmt: skip
    assert result.exit_code == code and result.stdout == "" and said in result.stderr
    assert code == 2 or (result.stderr.startswith("Error: fact ") and result.stderr.count("\n") == 1)
    assert not (house / "corrections.toml").exists()


def test_correct_finds_a_fact_by_a_prefix_that_no_other_has(house):
    assert "no fact in " in command(house, "xyz", "--accept").stderr
    assert "no fact in " in command(house, "", "--accept").stderr
    assert "no fact in " in command(house, "%", "--accept").stderr
    facts = [fact for (fact,) in ask(house, "SELECT fact FROM facts")]
    for fact in facts[:2]:
        for size in (1, 2, 5):
            alone = sum(other.startswith(fact[:size]) for other in facts) == 1
            result = command(house, fact[:size], "--accept", "--corrections", str(house / f"{fact}{size}.toml"))
            assert result.exit_code == (0 if alone else 1)
            assert alone or "facts start with " in result.stderr


def test_a_correction_that_changes_nothing_is_not_written(house):
    fact = fact_of(house, "7.8 percent")
    assert command(house, fact, "--accept").exit_code == 0
    again = command(house, fact, "--accept")
    assert again.exit_code == 1 and "would stay as it is: nothing is written" in again.stderr
    assert len(file.read(house / "corrections.toml")) == 1


def test_correct_does_not_add_to_a_file_that_cannot_be_read(house):
    (house / "corrections.toml").write_text("[[correction]]\nfact = 1\n", "utf-8")
    result = command(house, fact_of(house, "7.8 percent"), "--accept")
    assert result.exit_code == 1 and "correction 1: name either" not in result.stderr and "`fact` is missing or no text" in result.stderr
    (house / "corrections.toml").write_text("correction = []\n", "utf-8")
    inline = command(house, fact_of(house, "7.8 percent"), "--accept")
    assert inline.exit_code == 1 and inline.stderr.count("\n") == 1
    assert (house / "corrections.toml").read_text("utf-8") == "correction = []\n"


def test_why_shows_that_a_point_rests_on_a_correction_and_the_reason(house):
    def why(*more):
        return statwire("why", RATE, "2009-01", "--warehouse", str(house / "w.duckdb"), *more)

    assert "corrected" not in why().output and fact_of(house, "7.8 percent")[:8] in why().output
    command(house, fact_of(house, "7.8 percent"), "value=7.6", because="The table says 7.6.", by="Ann")
    build(house)
    told = {row["story"]: row for row in json.loads(why("--json").stdout)}
    assert told["two"]["correction"].startswith("value 7.6, read as 7.8: The table says 7.6. (Ann, ")
    assert told["one"]["correction"] is None and told["one"]["shown"] and told["two"]["shown"]
    assert "corrected: value 7.6" in " ".join(why().output.split())
