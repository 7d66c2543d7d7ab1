"""A warehouse survives kills, full disks, bad documents and newer schemas; what readers see is whole at any moment."""

import ctypes
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from commands import ROOT, statwire
from test_run import ask, run

import pipeline.run
from pipeline import store
from pipeline.store import publish

UNDATED = "* REPLACE (CASE published_precision WHEN 'none' THEN NULL ELSE published END AS published)"
"""What no story dates is dated by when it was recorded."""

TABLES = {
    "document": "* EXCLUDE (recorded_at, run)",
    "fact": "* EXCLUDE (recorded_at, run)",
    "observations": UNDATED,
    "point": "*",
    "release": "* EXCLUDE (published, first_told, last_said, replaced_at)",
    "version": "*",
    "events": "* EXCLUDE (first_said, last_said, planned_at, done_at, history)",
    "reject": "* EXCLUDE (run, recorded_at)",
    "claim": UNDATED,
}


def rows(folder):
    return {table: ask(folder, f"SELECT {columns} FROM {table} ORDER BY ALL") for table, columns in TABLES.items()}


def started(folder, raw, **more):
    """`statwire run` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", "run", "--raw", str(raw), "--warehouse", str(folder / "w.duckdb"),
         "--reports", str(folder / "reports"), "--jobs", "1"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT, start_new_session=True, **more,
    )  # fmt: skip


WAREHOUSE_ONLY = (
    "import sys, pathlib; from pipeline import run; run.SHARD, run.BATCH = 2, 2;"
    "run.run([pathlib.Path(sys.argv[1])], pathlib.Path(sys.argv[2]), 1, lambda *_: None)"
)
"""A run without its report, which is made of what is published and touches nothing of it; four stories a batch, so that a kill falls between many."""


def filling(folder, raw):
    """A run of the warehouse in a process of its own."""
    return subprocess.Popen([sys.executable, "-c", WAREHOUSE_ONLY, str(raw), str(folder / "w.duckdb")], cwd=ROOT, start_new_session=True)


def recorded(folder):
    """When each document of the working file was recorded: what a killed run had committed, and that only the next shall build upon."""
    work = publish.working_file(folder / "w.duckdb")
    copy = folder / "killed"
    shutil.rmtree(copy, ignore_errors=True)
    if not work.exists():
        return {}
    shutil.copytree(work.parent, copy)  # opening the file itself would recover it
    con = duckdb.connect(str(copy / work.name))
    try:
        if not con.execute("FROM duckdb_tables() WHERE table_name = 'document'").fetchall():
            return {}
        return dict(con.execute("SELECT document, recorded_at FROM document").fetchall())
    finally:
        con.close()


@pytest.mark.slow
def test_kill_at_any_moment_loses_at_most_the_unfinished_batch(tmp_path):
    seed = int(os.environ.get("STATWIRE_SEED", "20261126"))
    print(f"seed {seed}: set STATWIRE_SEED to change it")
    luck = random.Random(seed)  # noqa: S311 (moments to kill at, no secret)
    between = 0
    begun = time.monotonic()
    assert filling(tmp_path, ROOT / "data/raw").wait() == 0
    whole = time.monotonic() - begun
    for n in range(12):
        folder = tmp_path / f"killed{n}"
        folder.mkdir()
        victim = filling(folder, ROOT / "data/raw")
        time.sleep(luck.uniform(0.2, 1.0) * whole)
        os.killpg(victim.pid, signal.SIGKILL)
        victim.wait()
        committed = recorded(folder)
        pipeline.run.run([ROOT / "data/raw"], folder / "w.duckdb", 1, lambda *_: None)
        assert rows(folder) == rows(tmp_path), f"seed {seed}, kill {n}"
        assert committed.items() <= recorded(folder).items(), f"seed {seed}, kill {n}"
        if 0 < len(committed) < len(recorded(folder)):
            between += 1
    assert between, f"seed {seed}: no kill fell between two batches"


def test_a_full_disk_is_one_clear_error_and_the_published_file_stands(tmp_path):
    run(tmp_path, ROOT / "data/raw/sample/port-opens.txt")
    before = (tmp_path / "w.duckdb").resolve()
    held = before.read_bytes()

    def small_disk():
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(held) // 2, len(held) // 2))

    process = started(tmp_path, ROOT / "data/raw", preexec_fn=small_disk)
    said, _ = process.communicate()
    assert process.returncode == 1
    assert "Traceback" not in said and len(said.strip().splitlines()) == 1, said
    assert (tmp_path / "w.duckdb").resolve() == before and before.read_bytes() == held
    assert run(tmp_path, ROOT / "data/raw").exit_code == 0


def bound_by_modes():
    """Let root, whom no mode of a file binds, be bound by them: take CAP_DAC_OVERRIDE from what is executed next (prctl(2), PR_CAPBSET_DROP)."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


@pytest.mark.parametrize("warehouse", ["new", "published"])
def test_a_folder_that_may_not_be_written_is_one_clear_error_and_the_published_file_stands(tmp_path, warehouse):
    folder = tmp_path / "read-only"
    folder.mkdir()
    if warehouse == "published":
        run(folder, ROOT / "data/raw/sample/port-opens.txt")
    closed = [folder, *folder.glob(".w.duckdb")]
    before = sorted((path, path.read_bytes()) for path in folder.rglob("*") if path.is_file())
    for place in closed:
        place.chmod(0o555)
    process = started(folder, ROOT / "data/raw", preexec_fn=bound_by_modes)
    said, _ = process.communicate()
    for place in closed:
        place.chmod(0o755)
    assert process.returncode == 1
    (line,) = said.strip().splitlines()
    assert line.startswith(f"Error: {folder / '.w.duckdb'}") and "Permission denied" in line
    assert sorted((path, path.read_bytes()) for path in folder.rglob("*") if path.is_file()) == before


def test_a_copy_that_fails_leaves_nothing_half_written(tmp_path, monkeypatch):
    run(tmp_path, ROOT / "data/raw/sample/port-opens.txt")
    before = (tmp_path / "w.duckdb").resolve()

    def half(source, target):
        Path(target).write_bytes(b"half")
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(store.shutil, "copyfile", half)
    result = run(tmp_path, ROOT / "data/raw")
    assert result.exit_code == 1 and "No space left on device" in result.output
    assert (tmp_path / "w.duckdb").resolve() == before
    assert not list((tmp_path / ".w.duckdb").glob("*.partial"))


def test_what_a_run_that_was_killed_while_it_copied_left_is_gone_after_the_next(tmp_path):
    run(tmp_path, ROOT / "data/raw/sample/port-opens.txt")
    left = tmp_path / ".w.duckdb/w-20010101T000000Z-000000.duckdb.partial"
    left.write_bytes(b"half")
    run(tmp_path, ROOT / "data/raw")
    assert not left.exists()


def test_readers_keep_the_file_that_they_opened_while_another_is_published(tmp_path):
    run(tmp_path, ROOT / "data/raw/sample/port-opens.txt")
    reader = duckdb.connect(str((tmp_path / "w.duckdb").resolve()), read_only=True)
    assert reader.execute("SELECT count(*) FROM document").fetchall() == [(1,)]
    run(tmp_path, ROOT / "data/raw")
    assert reader.execute("SELECT count(*) FROM document").fetchall() == [(1,)]
    reader.close()
    assert ask(tmp_path, "SELECT count(*) > 30 FROM document") == [(True,)]


def test_a_document_that_fails_a_check_is_set_aside_and_the_rest_is_published(tmp_path, monkeypatch):
    from pipeline import record

    plain = record.fact_row

    def faulty(fact, document, key):
        return plain(fact, document, key) | ({"unit": "furlong"} if document.id == "us-unemployment-2009-08" else {})

    monkeypatch.setattr(record, "fact_row", faulty)
    result = run(tmp_path, ROOT / "data/raw")
    assert result.exit_code == 4
    assert "set aside: a check failed: unit is known" in result.output
    assert ask(tmp_path, "SELECT count(*) > 50, count(*) FILTER (unit = 'furlong') FROM facts") == [(True, 0)]
    assert "unit is known" in statwire("rejects", "--warehouse", str(tmp_path / "w.duckdb"), "--json").output
    assert run(tmp_path, ROOT / "data/raw").exit_code == 0  # what was set aside once makes no later run fail


def test_the_last_five_are_kept_and_rollback_returns_to_one(tmp_path):
    stories = sorted((ROOT / "data/raw/sample").glob("*.txt"))[:7]
    seen = []
    for story in stories:
        run(tmp_path, story)
        seen.append((tmp_path / "w.duckdb").resolve())
    assert publish.published(tmp_path / "w.duckdb") == seen[:1:-1]
    back = statwire("rollback", "--warehouse", str(tmp_path / "w.duckdb"))
    assert back.exit_code == 0 and (tmp_path / "w.duckdb").resolve() == seen[-2]
    assert ask(tmp_path, "SELECT count(*) FROM document") == [(6,)]
    named = seen[3].stem.removeprefix("w-")
    assert statwire("rollback", named, "--warehouse", str(tmp_path / "w.duckdb")).exit_code == 0
    assert ask(tmp_path, "SELECT count(*) FROM document") == [(4,)]
    gone = statwire("rollback", "20010101T000000Z-000000", "--warehouse", str(tmp_path / "w.duckdb"))
    assert gone.exit_code == 1 and named in gone.output
    assert run(tmp_path, stories[0]).exit_code == 0
    assert ask(tmp_path, "SELECT count(*) FROM document") == [(7,)]


@pytest.mark.parametrize("file", sorted(path.name for path in (store.SQL / "migrations").glob("*.sql"))[:-1])
def test_a_warehouse_of_every_earlier_schema_is_brought_up_to_date(tmp_path, file):
    """Made by the migrations up to `file`, which are immutable, and holding a document and a fact."""
    path = tmp_path / "old.duckdb"
    con = duckdb.connect(str(path))
    con.execute("CREATE TABLE migration (name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, applied_at TIMESTAMPTZ NOT NULL)")
    for migration in sorted((store.SQL / "migrations").glob("*.sql")):
        if migration.name <= file:
            con.execute(migration.read_text("utf-8"))
            con.execute("INSERT INTO migration VALUES (?, sha256(?), now())", [migration.name, migration.read_text("utf-8")])
    con.execute(
        """INSERT INTO document BY NAME SELECT 'd' AS document, 's' AS story, '' AS publisher, '' AS title, '' AS dateline, '' AS url, 'en' AS language, '' AS licence,
           '2009-02-06' AS published, 'metadata' AS published_from, '' AS published_evidence, TIMESTAMPTZ '2009-02-06 23:59:59Z' AS published_at,
           'day' AS published_precision, 't' AS text_sha256, 9 AS characters, FALSE AS synthetic, '' AS origin, 'r' AS run, now() AS recorded_at"""
    )
    rules = "['as told']" if file < "0006" else "'as told'" if file < "0013" else "[1]"
    if file >= "0013":
        con.execute("INSERT INTO rule VALUES (1, 'as told')")
    sense = """'percent' AS unit, 'exact' AS approx, 'unemployment' AS indicator, 'level' AS statistic, 'actual' AS status, 'stated' AS period_source,
               FALSE AS optional"""
    if file >= "0015":
        con.execute(f"INSERT INTO sense BY NAME SELECT 1 AS sense, {sense}")
        sense = "1 AS sense"
    con.execute(
        f"""INSERT INTO fact BY NAME SELECT 'f' AS fact, 'd' AS document, 0 AS start, 1 AS "end", '7.6' AS value_text, 7.6 AS low, 7.6 AS high, 0.1 AS precision,
           {sense}, 'rate' AS measure, '' AS variant,
           '2009-01' AS period, DATE '2009-01-01' AS period_start, DATE '2009-01-31' AS period_end, 'USA' AS entity, 'USA' AS entity_id,
           'It was.' AS sentence, 0.5 AS confidence, {rules} AS rules, '[]' AS links, '[]' AS alt, [] AS checks, 'r' AS run, now() AS recorded_at"""
    )
    con.close()
    from pipeline.store import derive

    new = store.connect(path)
    derive.refresh(new)
    assert new.execute("SELECT series_id, value FROM observations").fetchall() == [("unemployment:USA:level:percent:M:actual", 7.6)]
    assert new.execute("SELECT sentence, rules, links FROM facts").fetchall() == [("It was.", ["as told"], "[]")]
    assert new.execute("SELECT low, high, precision FROM facts").fetchall() == [(Decimal("7.6"), Decimal("7.6"), Decimal("0.1"))]
    new.close()
    backup = duckdb.connect(str(tmp_path / f"old.duckdb.at-{file.removesuffix('.sql')}"), read_only=True)
    assert backup.execute("SELECT max(name) FROM migration").fetchall() == [(file,)]


def test_a_migration_that_fails_changes_nothing_and_leaves_the_file_as_it_was_backed_up(tmp_path, monkeypatch):
    sql = shutil.copytree(store.SQL, tmp_path / "sql")
    monkeypatch.setattr(store, "SQL", sql)
    path = tmp_path / "w.duckdb"
    with store.writing(path) as con:
        last, tables = con.execute(
            "SELECT max(name), (SELECT count(*) FROM duckdb_tables()) FROM migration WHERE name <> 'views'"
        ).fetchall()[0]
    bad = sql / "migrations" / "9999_bad.sql"
    bad.write_text("CREATE TABLE half (a INTEGER); INSERT INTO half VALUES (1); FROM nowhere;")
    with pytest.raises(store.StoreError, match="nowhere"), store.writing(path):
        pass
    bad.unlink()
    assert (tmp_path / f"w.duckdb.at-{last.removesuffix('.sql')}").exists()
    with store.writing(path) as con:
        assert con.execute("SELECT max(name), (SELECT count(*) FROM duckdb_tables()) FROM migration WHERE name <> 'views'").fetchall() == [
            (last, tables)
        ]


def test_views_are_made_anew_where_they_differ_and_only_there(tmp_path):
    path = tmp_path / "w.duckdb"
    made = "SELECT applied_at FROM migration WHERE name = 'views'"

    def opened(change):
        with store.writing(path) as con:
            found = con.execute(made).fetchall(), len(con.execute("FROM duckdb_views() WHERE NOT internal").fetchall())
            con.execute(change)
        return found

    first, views = opened("DROP VIEW series")
    assert opened("UPDATE migration SET sha256 = 'of before' WHERE name = 'views'") == (first, views - 1)
    again, now = opened("SELECT 1")
    assert again != first and now == views > 10


def test_a_file_of_a_newer_statwire_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "w.duckdb"
    con = store.connect(path)
    con.execute("INSERT INTO migration VALUES ('9999_to_come.sql', '', now())")
    con.close()
    before = path.read_bytes()
    with pytest.raises(store.StoreError, match="made by a newer statwire, which knows 9999_to_come"):
        store.connect(path)
    assert path.read_bytes() == before


def test_a_migration_that_was_edited_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "w.duckdb"
    con = store.connect(path)
    con.execute("UPDATE migration SET sha256 = 'another'")
    con.close()
    with pytest.raises(store.StoreError, match="has changed since it was applied"):
        store.connect(path)
