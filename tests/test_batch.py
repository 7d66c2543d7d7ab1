"""Runs that nobody watches: what they take, what they leave, what they refuse, and what they say of it."""

import datetime as dt
import fcntl
import hashlib
import json
import os
import platform
import subprocess
import sys

import duckdb
import pytest
from commands import statwire
from test_run import ask, run


def stories(folder, **published):
    """A file of JSON Lines with a story for each id and date given."""
    lines = [
        json.dumps({"id": name, "published": day, "text": f"Exports of Norway rose {n} percent."})
        for n, (name, day) in enumerate(published.items(), 2)
    ]
    (folder / "a.jsonl").write_text("\n".join(lines))
    return folder / "a.jsonl"


def stored(folder):
    return [story for (story,) in ask(folder, "SELECT story FROM document ORDER BY story")]


def tree(folder):
    """Each file under a folder with its content and time of change."""
    return {p: (p.is_file() and hashlib.sha256(p.read_bytes()).hexdigest(), p.lstat().st_mtime_ns) for p in sorted(folder.rglob("*"))}


def test_a_range_of_dates_takes_its_first_and_last_day_and_leaves_the_rest_to_another_run(tmp_path):
    raw = stories(tmp_path, a="2014-01-31", b="2014-02-01", c="2014-02-28", d="2014-02", e="2014", f="2014-03-01", g=None)
    result = run(tmp_path, raw, "--since", "2014-02-01", "--until", "2014-02-28", "--json")
    assert result.exit_code == 0, result.output
    assert stored(tmp_path) == ["b", "c", "d"]
    assert json.loads(result.stdout)["left"] == 4
    run(tmp_path, raw)
    assert stored(tmp_path) == list("abcdefg")


def test_a_range_leaves_stories_that_no_rule_can_date(tmp_path, monkeypatch):
    import pipeline.batch.choice
    import pipeline.facts

    lines = [{"id": "fr", "text": "Les prix ont baisse.", "language": "fr"}, {"id": "bad", "text": "It fell 3 pct."}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))

    def fails(document):
        raise ZeroDivisionError("made up")

    for module in (pipeline.batch.choice, pipeline.facts):
        monkeypatch.setattr(module, "publication", fails)
    result = run(tmp_path, tmp_path / "a.jsonl", "--since", "2014-01-01")
    assert result.exit_code == 4 and "story 'bad' cannot be extracted" in result.stdout
    assert "left      1" in result.stdout


def test_a_range_that_holds_no_day_is_wrong_usage(tmp_path):
    assert run(tmp_path, stories(tmp_path, a="2014"), "--since", "2014-02-02", "--until", "2014-02-01").exit_code == 2


def test_only_takes_the_files_whose_path_ends_so(tmp_path):
    for name in ("wire/one.txt", "wire/two.md", "other/three.txt"):
        (tmp_path / "raw" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "raw" / name).write_text(f"Exports of Norway rose 5 percent, {name}.")
    run(tmp_path, tmp_path / "raw", "--only", "wire/*.txt")
    assert stored(tmp_path) == ["one"]
    run(tmp_path, tmp_path / "raw", "--only", "*.txt")
    assert stored(tmp_path) == ["one", "three"]


def test_limits_go_on_where_the_run_before_stopped(tmp_path):
    raw = stories(tmp_path, **dict.fromkeys("abcde", "2014"))
    for expected in ("ab", "abcd", "abcde"):
        assert run(tmp_path, raw, "--limit", "2").exit_code == 0
        assert stored(tmp_path) == list(expected)


def test_a_dry_run_tells_what_the_run_does_and_writes_nothing(tmp_path):
    (tmp_path / "first").mkdir()
    raw = stories(tmp_path, a="2014", b="2014")
    (tmp_path / "bad.txt").write_text("")
    dry = run(tmp_path / "first", raw, "--dry-run")
    assert dry.exit_code == 0 and "nothing was written" in dry.stdout
    assert list((tmp_path / "first").iterdir()) == []
    run(tmp_path / "first", raw)
    stories(tmp_path, a="2014", b="2014", c="2014")
    before = tree(tmp_path)
    arguments = (tmp_path / "first", tmp_path / "a.jsonl", "--raw", str(tmp_path / "bad.txt"), "--again", "--json")
    dry = run(*arguments, "--dry-run")
    assert tree(tmp_path) == before
    real = run(*arguments)
    assert dry.exit_code == real.exit_code == 4
    told, done = json.loads(dry.stdout), json.loads(real.stdout)
    assert told["dry_run"] and not done["dry_run"] and told["new"] == 1 and told["rejected"] == 1
    for name in ("read", "new", "known", "left", "rejected", "facts", "retired", "checks_failed", "warehouse"):
        assert told[name] == done[name], name


def test_a_dry_run_tells_that_a_check_would_fail(tmp_path, monkeypatch):
    import pipeline.run
    from pipeline.store import Failed

    monkeypatch.setattr(pipeline.run.store, "failed_checks", lambda _: {"error_made_up": Failed(2, frozenset())})
    result = run(tmp_path, stories(tmp_path, a="2014"), "--dry-run")
    assert result.exit_code == 3 and "not published" in result.stdout


def test_the_lock_names_the_process_that_holds_it(tmp_path):
    from pipeline.batch.lock import lock

    raw = stories(tmp_path, a="2014")
    with lock(tmp_path / "w.duckdb"):
        for more in ((), ("--dry-run",)):
            refused = run(tmp_path, raw, *more)
            assert refused.exit_code == 75
            assert f"process {os.getpid()}, since 20" in refused.stderr
    assert run(tmp_path, raw).exit_code == 0


def test_a_lock_that_outlives_its_holder_says_so(tmp_path):
    raw = stories(tmp_path, a="2014")
    (tmp_path / ".w.duckdb").mkdir()
    with (tmp_path / ".w.duckdb/lock").open("a+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        held.write("999999999 2020-01-01T00:00:00Z")
        held.flush()
        refused = run(tmp_path, raw)
    assert refused.exit_code == 75 and "process 999999999, which has ended, left it" in refused.stderr


@pytest.mark.parametrize("left", ["999999999 2020-01-01T00:00:00Z", "1", "", "nonsense\n"])
def test_what_a_killed_run_left_in_the_lock_keeps_nobody_out(tmp_path, left):
    (tmp_path / ".w.duckdb").mkdir()
    (tmp_path / ".w.duckdb/lock").write_text(left)
    assert run(tmp_path, stories(tmp_path, a="2014")).exit_code == 0


def test_the_ledger_says_what_made_a_run_and_what_came_of_it(tmp_path):
    raw = stories(tmp_path, a="2014", b="2015-02")
    said = json.loads(run(tmp_path, raw, "--since", "2015-01-01", "--only", "a*", "--json").stdout)
    (row,) = runs(tmp_path)
    assert (row["read"], row["new"], row["left"], row["outcome"], row["checks"]) == (2, 1, 1, "published", {})
    assert row["options"] == "--since 2015-01-01 --only 'a*'"
    assert row["packages"].keys() >= {"python", "duckdb", "pyarrow"} and row["packages"]["duckdb"] == duckdb.__version__
    assert len(row["code"]) == len(row["lexicon"]) == 64 and row["host"] == platform.node()
    assert row["published"] == (tmp_path / "w.duckdb").resolve().name == said["file"]
    for name in ("run", "started", "finished", "code", "lexicon", "packages", "host", "version"):
        assert said[name] == row[name], name


def test_runs_are_listed_newest_first_with_those_that_failed_and_were_killed(tmp_path, monkeypatch):
    import pipeline.run
    from pipeline.store import Failed

    raw = stories(tmp_path, a="2014")
    run(tmp_path, raw)
    with monkeypatch.context() as patch:
        patch.setattr(pipeline.run.store, "failed_checks", lambda _: {"error_made_up": Failed(2, frozenset())})
        assert run(tmp_path, raw, "--again").exit_code == 3
    with monkeypatch.context() as patch:
        patch.setattr(pipeline.run, "finish", dies)
        assert run(tmp_path, raw).exit_code == 1
    run(tmp_path, raw)
    listed = runs(tmp_path)
    assert [row["outcome"] for row in listed] == ["published", "killed", "checks failed", "published"]
    assert listed[2]["checks"] == {"error_made_up": 2} and listed[2]["published"] is None
    shown = statwire("runs", "--limit", "1", "--warehouse", str(tmp_path / "w.duckdb")).stdout.splitlines()
    assert len(shown) == 2 and listed[0]["run"] in shown[1]


def dies(*_):
    raise KeyboardInterrupt


@pytest.fixture
def large(tmp_path):
    """A file of stories that is large enough to be kept in mind as a whole, and has been read."""
    lines = [
        json.dumps({"id": f"s{n}", "published": "2014", "text": f"Exports of Norway rose {n} percent." + " " * 900}) for n in range(80)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines) + "\n")
    assert run(tmp_path, tmp_path / "a.jsonl").exit_code == 0
    return tmp_path


def counted(folder, *more):
    result = run(folder, folder / "a.jsonl", "--json", *more)
    said = json.loads(result.stdout)
    return said["read"], said["new"], said["known"]


def unread(monkeypatch):
    import pipeline.run

    monkeypatch.setattr(pipeline.run, "read", lambda *_: pytest.fail("a file was read that holds nothing new"))


def test_a_file_that_was_read_whole_is_not_read_again_while_it_holds_the_same(large, monkeypatch):
    with monkeypatch.context() as patch:
        unread(patch)
        assert counted(large) == (80, 0, 80)
    with (large / "a.jsonl").open("a") as file:
        file.write(json.dumps({"id": "more", "text": "Exports of Norway fell 4 percent."}) + "\n")
    assert counted(large) == (81, 1, 80)
    unread(monkeypatch)
    assert counted(large) == (81, 0, 81)


def test_a_file_is_read_again_whose_origin_says_something_else_and_on_demand(large):
    (large / "a.jsonl.origin.toml").write_text('publisher = "Example News"')
    assert counted(large) == (80, 80, 0)  # another publisher's stories
    assert counted(large, "--again") == (80, 0, 80)
    assert ask(large, "SELECT DISTINCT publisher FROM document ORDER BY ALL") == [("",), ("Example News",)]


def test_another_version_of_the_program_reads_a_file_again(large, monkeypatch):
    from pipeline.batch import ledger

    plain = ledger.maker()
    monkeypatch.setattr("pipeline.run.maker", lambda: plain._replace(code="another"))
    unread(monkeypatch)
    with pytest.raises(BaseException, match="holds nothing new"):
        raise run(large, large / "a.jsonl").exception


def test_a_file_is_read_again_for_what_may_be_read_another_day_and_not_for_what_never_will(large, monkeypatch):
    tomorrow = f"{dt.date.today() + dt.timedelta(days=9)}"
    with (large / "a.jsonl").open("a") as file:
        file.write('{"id": "broken\n')
        file.write(json.dumps({"id": "early", "published": tomorrow, "text": "Exports of Norway fell 4 percent."}) + "\n")
    assert counted(large) == counted(large) == (80, 0, 80)
    monkeypatch.setattr("pipeline.read.dates.AHEAD", dt.timedelta(days=20))
    assert counted(large) == (81, 1, 80)
    unread(monkeypatch)
    assert counted(large) == (81, 0, 81)
    [broken] = json.loads(statwire("rejects", "--warehouse", str(large / "w.duckdb"), "--json").stdout)
    assert broken["line"] == 81


def test_a_file_with_left_stories_is_read_until_there_are_none(large):
    with (large / "a.jsonl").open("a") as file:
        file.write('{"id": "broken\n{"id": "late", "published": "2016", "text": "Exports of Norway fell 4 percent."}\n')
    assert counted(large, "--until", "2015-12-31") == (81, 0, 80)
    assert counted(large) == (81, 1, 80)
    text = (large / "a.jsonl").read_text()
    (large / "a.jsonl").write_text(text.replace('{"id": "broken\n', ""))
    assert counted(large) == (81, 0, 81)
    assert statwire("rejects", "--warehouse", str(large / "w.duckdb"), "--json").stdout.strip() == "[]"


def test_processes_are_started_only_for_more_than_one_shard(monkeypatch):
    from pipeline.batch import processes

    monkeypatch.setattr(processes.multiprocessing, "get_context", lambda _: pytest.fail("a process was started"))
    for shards in ([], [1]):
        with processes.mapped(2, str, iter(shards)) as made:
            assert list(made) == [str(n) for n in shards]
    monkeypatch.undo()
    with processes.mapped(2, str, iter([1, 2, 3])) as made:
        assert list(made) == ["1", "2", "3"]


def test_processes_hold_from_their_start_what_they_are_given_to_hold():
    program = """
from pipeline.batch.processes import mapped
if __name__ == "__main__":
    with mapped(2, eval, iter(["'pipeline.warm' in __import__('sys').modules"] * 4), held="pipeline.warm") as made:
        print(*made)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"] * 4, done.stderr


def test_a_run_that_changes_nothing_works_nothing_out_anew(large, monkeypatch):
    import pipeline.run

    before = ask(large, "FROM claims ORDER BY ALL")
    with monkeypatch.context() as patch:
        patch.setattr(pipeline.run.derive, "refresh", lambda *_: pytest.fail("nothing changed"))
        assert run(large, large / "a.jsonl").exit_code == 0
    assert ask(large, "FROM claims ORDER BY ALL") == before and before


@pytest.mark.parametrize(
    ("change", "whole"),
    [("new", False), ("again", False), ("killed", False), ("read otherwise", True), ("correction", True), ("lexicon", True)],
)
def test_a_run_that_changes_anything_works_out_what_that_touches_or_the_whole(large, monkeypatch, change, whole):
    import pipeline.run
    from pipeline import record

    done, all_anew = [], []
    plain, work_out, fact_row = pipeline.run.derive.refresh, pipeline.run.derive._work_out, record.fact_row
    if change == "killed":  # the run before stored its facts and went no further
        with monkeypatch.context() as patch:
            patch.setattr(pipeline.run, "finish", dies)
            run(large, large / "a.jsonl", "--again")
    if change == "correction":
        [(fact,)] = ask(large, "SELECT fact FROM facts WHERE value_text = '7 percent'")
        statwire("correct", fact, "value=8", "--because", "It says so.", "--by", "Ann", "--warehouse", str(large / "w.duckdb"))
    if change in ("new", "lexicon"):
        (large / "b.txt").write_text("Exports of Sweden fell 4 percent.")
    if change == "lexicon":
        maker = pipeline.run.maker()._replace(lexicon="another")
        monkeypatch.setattr(pipeline.run, "maker", lambda: maker)
    if change == "read otherwise":
        monkeypatch.setattr(record, "fact_row", lambda *given: fact_row(*given) | {"entity": "Norway"})
    monkeypatch.setattr(pipeline.run.derive, "refresh", lambda *given: (done.append(1), plain(*given)))
    monkeypatch.setattr(pipeline.run.derive, "_work_out", lambda con: (all_anew.append(1), work_out(con)))
    raw = large / ("b.txt" if change in ("new", "lexicon") else "a.jsonl")
    assert run(large, raw, *(["--again"] if change in ("again", "read otherwise") else [])).exit_code == 0
    assert done and bool(all_anew) is whole


def runs(folder):
    result = statwire("runs", "--json", "--warehouse", str(folder / "w.duckdb"))
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_words_that_change_change_the_hash_of_the_lexicon_alone(tmp_path, monkeypatch):
    from pipeline.batch import ledger

    (tmp_path / "lexicon/en/corpus").mkdir(parents=True)
    (tmp_path / "run.py").write_text("x = 1")
    monkeypatch.setattr(ledger, "PACKAGE", tmp_path)
    (tmp_path / "lexicon/en/cues.toml").write_text("a = 1")
    before = ledger.maker()
    (tmp_path / "lexicon/en/corpus/money.toml").write_text("a = 1")
    assert ledger.maker() == before
    (tmp_path / "lexicon/en/cues.toml").write_text("a = 2")
    after = ledger.maker()
    assert after.code == before.code and after.lexicon != before.lexicon


@pytest.mark.parametrize(
    ("story", "published", "code"), [(0, 0, 0), (35, 35, 0), (37, 0, 3), (0, 37, 3), (24 * 400, 24 * 400, 3), (-20, 0, 0)]
)
def test_what_is_newest_is_fresh_up_to_the_age_given(tmp_path, story, published, code):
    now = dt.datetime.now(dt.UTC)
    run(tmp_path, stories(tmp_path, a=(now - dt.timedelta(hours=story)).isoformat()))
    file = str((tmp_path / "w.duckdb").resolve())
    con = duckdb.connect(file)
    con.execute("UPDATE run SET finished = ?", [now - dt.timedelta(hours=published)])
    con.close()
    result = statwire("check", "--fresh", "36h", "--warehouse", str(tmp_path / "w.duckdb"))
    assert result.exit_code == code, result.output
    assert ("stale" in result.stdout) == bool(code)
    told = statwire("check", "--fresh", "36h", "--json", "--warehouse", str(tmp_path / "w.duckdb"))
    assert told.exit_code == code
    newest = json.loads(told.stdout)["newest"]
    assert (newest["run"], newest["stale"]) == (f"{now - dt.timedelta(hours=published):%FT%TZ}", bool(code))


def test_a_story_dated_ahead_is_as_old_as_when_it_was_learned(tmp_path):
    """As an earlier version stored it; today's rejects it."""
    run(tmp_path, stories(tmp_path, a="2015-03-19"))
    con = duckdb.connect(str((tmp_path / "w.duckdb").resolve()))
    con.execute("UPDATE document SET recorded_at = now() - INTERVAL 3 DAY, published_at = now() + INTERVAL 90 DAY")
    con.close()
    result = statwire("check", "--fresh", "2d", "--warehouse", str(tmp_path / "w.duckdb"))
    assert result.exit_code == 3 and "the newest story is 3 days old" in result.stdout


@pytest.mark.parametrize("age", ["36", "h", "-1h", "1w", "1.5h", "", "9999999d"])
def test_an_age_that_is_none_is_wrong_usage(tmp_path, age):
    assert statwire("check", "--fresh", age).exit_code == 2


def test_a_run_counts_what_it_masked(tmp_path):
    (tmp_path / "a.txt").write_text("Advertisement\n\nIt fell 3 pct. (Editing by B Berg)")
    assert json.loads(run(tmp_path, tmp_path / "a.txt", "--json").stdout)["masked"] == 2
    (row,) = runs(tmp_path)
    assert row["masked"] == 2
    said = statwire("sql", "SELECT masked, pages FROM document", "--warehouse", str(tmp_path / "w.duckdb"), "--format", "json").stdout
    assert json.loads(said) == [{"masked": 2, "pages": None}]
