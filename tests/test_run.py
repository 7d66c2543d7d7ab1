"""`statwire run`: what it stores, what it leaves alone, what it says of bad input."""

import fcntl
import gzip
import json
import os
import shutil
from pathlib import Path

import duckdb
import pytest
from commands import ROOT, statwire

VIEWS = {
    "facts",
    "observations",
    "first_release",
    "latest",
    "revisions",
    "disagreements",
    "targets",
    "surprises",
    "events",
    "coverage",
    "series",
}


def run(folder, raw, *more):
    return statwire(
        "run", "--raw", str(raw), "--warehouse", str(folder / "w.duckdb"), "--reports", str(folder / "reports"), "--jobs", "1", *more
    )


def ask(folder, sql):
    con = duckdb.connect(str((folder / "w.duckdb").resolve()), read_only=True)
    try:
        return con.execute(sql).fetchall()
    finally:
        con.close()


def test_the_sample_holds_what_real_stories_hold(sample):
    assert ask(sample, "SELECT count(*) >= 30, bool_and(synthetic) FROM document") == [(True, True)]
    assert ask(sample, "SELECT count(*) >= 12 FROM latest WHERE series_id = 'unemployment:USA:level:percent:M:actual'") == [(True,)]
    assert ask(sample, "SELECT first, second FROM revisions WHERE period = '2009-10'") == [(10.2, 10.1)]
    assert ask(sample, "SELECT target, outcome_period, outcome FROM targets WHERE due = '2020'") == [(1e9, "2019", 47.9e6)]
    assert ask(sample, "SELECT expected, released FROM surprises WHERE period = '2009-08' AND indicator = 'unemployment'") == [(9.5, 9.7)]
    assert ask(
        sample,
        "SELECT value, value_shown FROM disagreements WHERE indicator_of(series_id) = 'trade_turnover'".replace(
            "indicator_of(series_id)", "split_part(series_id, ':', 1)"
        ),
    ) == [(104.2e6, 112.7e6)]
    assert ask(sample, "SELECT value, entity, partner FROM events WHERE indicator = 'debt_relief'") == [(10e9, "PRK", "RUS")]
    assert ask(sample, "SELECT low, high FROM facts WHERE low <> high AND indicator = 'revenue'") == [(3_200_000_000, 3_400_000_000)]
    assert ask(sample, "SELECT count(*) FROM facts WHERE statistic = 'share' AND low IN (25, 46.2)") == [(2,)]
    assert ask(sample, "SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.document = d.document)") == [(1,)]
    assert ask(sample, "SELECT count(*) FROM document WHERE published IS NULL") == [(1,)]


def test_every_origin_file_tells_the_hash_of_its_story():
    import hashlib
    import tomllib

    stories = sorted((ROOT / "data/raw/sample").glob("*.txt"))
    assert len(stories) >= 30
    for story in stories:
        origin = tomllib.loads(story.with_name(story.name + ".origin.toml").read_text("utf-8"))
        assert origin["synthetic"] is True
        assert origin["sha256"] == hashlib.sha256(story.read_bytes()).hexdigest(), story.name


def test_a_second_run_changes_only_the_ledger(tmp_path):
    run(tmp_path, ROOT / "data/raw")
    dump = "SELECT * FROM {} ORDER BY ALL"
    before = {table: ask(tmp_path, dump.format(table)) for table in ("document", "fact", "reject", "migration", "observations")}
    result = run(tmp_path, ROOT / "data/raw")
    assert result.exit_code == 0 and "0 new" in result.output
    assert {table: ask(tmp_path, dump.format(table)) for table in before} == before
    assert ask(tmp_path, "SELECT count(*) FROM run") == [(2,)]


def test_every_table_view_and_column_is_commented(sample):
    assert ask(sample, "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL") == []
    assert ask(sample, "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND comment IS NULL") == []
    assert ask(sample, "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL") == []
    found = {name for (name,) in ask(sample, "SELECT view_name FROM duckdb_views() WHERE NOT internal")}
    assert found >= VIEWS


def test_synthetic_stories_leave_the_views_once_anything_real_is_there(tmp_path):
    shutil.copytree(ROOT / "data/raw/sample", tmp_path / "raw")
    (tmp_path / "raw/real.txt").write_text("Exports of Norway rose 5 percent in 2014.")
    run(tmp_path, tmp_path / "raw")
    assert ask(tmp_path, "SELECT DISTINCT story FROM facts") == [("real",)]
    assert ask(tmp_path, "SELECT count(*) > 50 FROM fact") == [(True,)]


def test_as_of_gives_what_was_known(sample):
    sql = "SELECT value FROM as_of(DATE '{}') WHERE series_id = 'unemployment:USA:level:percent:M:actual' AND period = '2009-10'"
    assert ask(sample, sql.format("2009-11-05")) == []
    assert ask(sample, sql.format("2009-11-06")) == [(10.2,)]
    assert ask(sample, sql.format("2010-01-08")) == [(10.1,)]


BAD = {
    "empty.txt": (b"", None, "the file is empty"),
    "blank.txt": (b" \n\t\n", None, "the file is empty"),
    "latin.txt": ("caf\xe9 prices rose 5 percent".encode("latin-1"), None, "cannot be decoded as UTF-8"),
    "binary.txt": (b"\x7fELF\x00\x01\x02\x03" * 40, None, "is not text"),
    "cut.jsonl.gz": (gzip.compress(b'{"text": "It rose 5 pct."}\n' * 4000)[:-60], 4001, "the file breaks off here"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_recorded_and_the_rest_is_stored(tmp_path, name):
    content, _, reason = BAD[name]
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / name).write_bytes(content)
    (raw / "good.txt").write_text("It fell 3 pct in 2014.")
    result = run(tmp_path, raw)
    assert result.exit_code == 4
    assert reason in result.output and name in result.output
    assert ask(tmp_path, "SELECT story FROM facts WHERE story = 'good'") == [("good",)]
    ((file, said),) = ask(tmp_path, "SELECT file, reason FROM reject")
    assert file.endswith(name) and reason in said
    assert run(tmp_path, raw).exit_code == 0, "the same bad file is no news the night after"


def test_a_broken_line_is_recorded_with_its_number(tmp_path):
    (tmp_path / "a.jsonl").write_text(
        '{"id": "1", "text": "It fell 3 pct."}\n{"id": "2", \n\n{"id": "4", "text": 5}\n[1]\n{"id": "6", "text": "It rose 4 pct."}\n'
    )
    result = run(tmp_path, tmp_path / "a.jsonl")
    assert result.exit_code == 4
    assert [line for (line,) in ask(tmp_path, "SELECT line FROM reject ORDER BY line")] == [2, 4, 5]
    assert [story for (story,) in ask(tmp_path, "SELECT story FROM facts ORDER BY story")] == ["1", "6"]


def test_a_story_that_makes_a_rule_raise_is_recorded(tmp_path, monkeypatch):
    import pipeline.facts

    real = pipeline.facts.interpret

    def failing(document, *rest):
        if document.id == "b":
            raise ZeroDivisionError("made up")
        return real(document, *rest)

    monkeypatch.setattr(pipeline.facts, "interpret", failing)
    lines = [json.dumps({"id": i, "text": "It fell 3 pct."}) for i in "abc"]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    result = run(tmp_path, tmp_path / "a.jsonl")
    assert result.exit_code == 4
    assert "story 'b' cannot be extracted: ZeroDivisionError: made up" in result.output
    assert ask(tmp_path, "SELECT story FROM document ORDER BY story") == [("a",), ("c",)]


def test_a_file_that_may_not_be_opened_is_recorded(tmp_path, monkeypatch):
    raw = tmp_path / "raw"
    raw.mkdir()
    for name in ("good.txt", "shut.txt"):
        (raw / name).write_text("It fell 3 pct.")
    real = Path.open

    def refusing(path, *more, **named):
        if path.name == "shut.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *more, **named)

    monkeypatch.setattr(Path, "open", refusing)
    result = run(tmp_path, raw)
    assert result.exit_code == 4
    assert "shut.txt: cannot be read: permission denied" in result.output
    assert ask(tmp_path, "SELECT story FROM facts") == [("good",)]


def test_two_runs_at_once_are_refused(tmp_path):
    run(tmp_path, ROOT / "data/raw/sample/port-opens.txt")
    with (tmp_path / ".w.duckdb" / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        result = run(tmp_path, ROOT / "data/raw")
    assert result.exit_code == 75
    assert "another run holds" in result.stderr


def test_a_failing_check_of_severity_error_publishes_nothing(tmp_path, monkeypatch):
    run(tmp_path, ROOT / "data/raw/sample/port-opens.txt")
    before = (tmp_path / "w.duckdb").resolve()
    import pipeline.run
    from pipeline.store import Failed

    monkeypatch.setattr(pipeline.run.store, "failed_checks", lambda _: {"error_made_up": Failed(2, frozenset())})
    result = run(tmp_path, ROOT / "data/raw")
    assert result.exit_code == 3
    assert "error: made up: 2 rows" in result.output
    assert (tmp_path / "w.duckdb").resolve() == before


def test_several_processes_store_what_one_does(tmp_path, sample):
    result = statwire(
        "run",
        "--raw",
        str(ROOT / "data/raw"),
        "--warehouse",
        str(tmp_path / "w.duckdb"),
        "--reports",
        str(tmp_path / "reports"),
        "--jobs",
        "2",
    )
    assert result.exit_code == 0, result.output
    columns = "SELECT * EXCLUDE (run, recorded_at) FROM fact ORDER BY fact, document"
    assert ask(tmp_path, columns) == ask(sample, columns)


def test_sql_is_read_only_and_prints_a_table(sample):
    warehouse = ("--warehouse", str(sample / "w.duckdb"))
    result = statwire(
        "sql", "SELECT entity, value FROM latest WHERE period = '2009-10' AND indicator = 'unemployment' AND status = 'actual'", *warehouse
    )
    assert result.stdout.split() == ["entity", "value", "USA", "10.1"]
    refused = statwire("sql", "DELETE FROM fact", *warehouse)
    assert refused.exit_code == 1 and "read-only" in refused.stderr
    wrong = statwire("sql", "SELECT nothing", *warehouse)
    assert wrong.exit_code == 1 and len(wrong.stderr.splitlines()) == 1


def test_a_row_of_more_columns_than_a_line_holds_is_a_paragraph(sample):
    result = statwire("sql", "SELECT * FROM latest ORDER BY series_id, period LIMIT 2", "--warehouse", str(sample / "w.duckdb"))
    first, second = result.stdout.strip().split("\n\n")
    assert [line.split()[0] for line in first.splitlines()] == [line.split()[0] for line in second.splitlines()]
    assert {line.split()[0]: line.split()[1:] for line in first.splitlines()}["published_precision"] == ["day"]
    none = statwire("sql", "SELECT * FROM latest WHERE period = 'none'", "--warehouse", str(sample / "w.duckdb"))
    assert none.exit_code == 0 and none.stdout.startswith("series_id  entity")


def test_no_warehouse_is_one_clear_line(tmp_path):
    result = statwire("sql", "SELECT 1", "--warehouse", str(tmp_path / "none.duckdb"))
    assert result.exit_code == 1
    assert "run `statwire run` first" in result.stderr


def test_wrong_usage_exits_2(tmp_path):
    assert statwire("run", "--raw", str(tmp_path / "nowhere")).exit_code == 2
    assert statwire("fly").exit_code == 2


def test_why_shows_each_sentence_that_speaks_for_a_point(sample):
    result = statwire("why", "trade_turnover:PRK>RUS:level:USD:A:actual", "2013", "--warehouse", str(sample / "w.duckdb"), "--json")
    said = json.loads(result.stdout)
    assert [(row["value"], row["shown"]) for row in said] == [(112.7e6, True), (112.7e6, True), (104.2e6, False)]


def test_series_are_found_by_a_part_of_their_id(sample):
    result = statwire("series", "unemployment", "--warehouse", str(sample / "w.duckdb"), "--json")
    assert "unemployment:USA:level:percent:M:actual" in {row["series_id"] for row in json.loads(result.stdout)}


def test_nothing_that_statwire_did_not_publish_is_replaced(tmp_path):
    precious = tmp_path / "w.duckdb"
    precious.write_text("years of work")
    result = run(tmp_path, ROOT / "data/raw/sample/port-opens.txt")
    assert result.exit_code == 1
    assert "is not a warehouse that statwire published" in result.stderr
    assert precious.read_text() == "years of work"


def test_every_kind_of_cell_is_shown(sample):
    warehouse = ("--warehouse", str(sample / "w.duckdb"))
    for query in (
        "SELECT rules FROM facts LIMIT 1",
        "SELECT NULL::INTEGER AS a, 0.00972 AS b, [1, 2] AS c, ':a:' AS d, chr(27) || '[2J' AS e",
        "SELECT * FROM run",
    ):
        result = statwire("sql", query, *warehouse)
        assert result.exit_code == 0, result.output
    shown = statwire("sql", "SELECT 0.00972 AS b, ':a:' AS d, chr(27) || '[2J' AS e", *warehouse).stdout
    assert "0.00972" in shown and ":a:" in shown and "\x1b" not in shown
    empty = statwire("sql", "", *warehouse)
    assert empty.exit_code == 1 and "the query is empty" in empty.stderr
    event = statwire("why", "debt_relief:PRK>RUS:level:USD:D:actual", "2014-05-06", *warehouse)
    assert "has written off" in event.stdout


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "It rose 5 pct.", "id": "\\ud800"}', "half a surrogate pair"),
        ('{"text": "It rose 5 pct.", "published": "2015-02-30"}', "is no date of the calendar"),
        ('{"text": "It rose 5 pct.", "published": "0001"}', "lies before 1900"),
        ('{"text": "It rose 5 pct.", "published": "1899-12-31"}', "lies before 1900"),
        ('{"text": "It rose 5 pct.", "published": "2999-01-01"}', "lies in the future"),
        ('{"text": "It rose 5 pct.", "published": "yesterday"}', "is not an ISO date"),
    ],
)
def test_a_field_that_cannot_be_kept_rejects_its_line_only(tmp_path, line, reason):
    (tmp_path / "a.jsonl").write_text(line + '\n{"id": "good", "text": "It fell 3 pct."}\n')
    result = run(tmp_path, tmp_path / "a.jsonl")
    assert result.exit_code == 4 and reason in result.output
    assert ask(tmp_path, "SELECT story FROM facts") == [("good",)]
    said = statwire("extract", str(tmp_path / "a.jsonl"))
    assert said.exit_code == 4 and reason in said.stderr and len(said.stdout.splitlines()) == 1


def test_input_that_is_packed_badly_is_recorded_and_a_bracket_makes_no_json(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "broken.gz").write_bytes(gzip.compress(b"It rose 5 pct. " * 400)[:40] + b"\xff" * 60)
    (raw / "plain.txt").write_text("{Wire} It fell 3 pct.")
    (raw / "missing.txt").symlink_to(raw / "nowhere")
    result = run(tmp_path, raw)
    assert result.exit_code == 4
    assert ask(tmp_path, "SELECT count(*) FROM reject") == [(2,)]
    assert ask(tmp_path, "SELECT story FROM facts") == [("plain",)]


def test_signs_are_said_once(tmp_path):
    (tmp_path / "a.txt").write_text("Output of Norway fell -3.5 percent in 2014. Norway's trade deficit was -$40.5 billion in 2014.")
    run(tmp_path, tmp_path / "a.txt")
    assert sorted(value for (value,) in ask(tmp_path, "SELECT value FROM claims")) == [-40.5e9, -3.5]


def test_an_article_keeps_its_identity_wherever_it_lies(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    for folder in ("one", "two"):
        (tmp_path / folder / "a.jsonl").write_text('{"text": "It fell 3 pct."}\n')
    run(tmp_path, tmp_path / "one")
    assert "0 new, 1 known" in run(tmp_path, tmp_path / "two").output


def test_languages_are_told_apart_by_their_tag_and_counted(tmp_path):
    lines = [{"id": tag, "text": "It fell 3 pct.", "language": tag} for tag in ("en-US", "EN", "eng", "fr")]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    result = run(tmp_path, tmp_path / "a.jsonl")
    assert "1 stories in languages without a lexicon" in result.output
    assert [s for (s,) in ask(tmp_path, "SELECT story FROM facts ORDER BY story")] == ["EN", "en-US", "eng"]


def test_a_file_name_that_is_no_text_is_shown_as_escapes(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / os.fsdecode(b"x\xff.txt")).write_text("It fell 3 pct.")
    (raw / os.fsdecode(b"y\xff.txt")).write_text("")
    result = run(tmp_path, raw)
    assert result.exit_code == 4
    assert ask(tmp_path, "SELECT story FROM facts") == [("x\\xff",)]
