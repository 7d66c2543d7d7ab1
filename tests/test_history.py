"""Stories read again and warehouses made anew: what was known before is kept, with its time."""

import shutil
from pathlib import Path

import pytest
from commands import ROOT, statwire
from test_run import ask

from pipeline.rebuild import rebuild
from pipeline.store import publish

SAMPLE = ROOT / "data/raw/sample"


@pytest.fixture
def house(tmp_path):
    """A folder with three stories and their warehouse."""
    raw = tmp_path / "raw"
    raw.mkdir()
    for story in sorted(SAMPLE.glob("*.txt"))[:3]:
        shutil.copy(story, raw)
        shutil.copy(story.with_name(story.name + ".origin.toml"), raw)
    assert call(tmp_path, "run").exit_code == 0
    return tmp_path


def call(folder, command, *more):
    places = ["--raw", str(folder / "raw"), "--warehouse", str(folder / "w.duckdb"), "--jobs", "1", *more]
    return statwire(command, *places, *(["--reports", str(folder / "r")] if command == "run" else []))


def newer(monkeypatch):
    """Rules that read the statistic of every figure as a share."""
    from pipeline.interpret.statistic import Statistic

    old = Statistic.after_measure

    def settle(self, figure):
        old(self, figure)
        figure.fact.statistic, figure.fact.direction = "share", None

    monkeypatch.setattr(Statistic, "after_measure", settle)


def test_reading_again_with_the_same_rules_changes_nothing(house):
    before = ask(house, "SELECT * FROM fact ORDER BY ALL")
    assert call(house, "run", "--again").exit_code == 0
    assert ask(house, "SELECT * FROM fact ORDER BY ALL") == before


def test_reading_again_with_newer_rules_retires_old_facts_and_keeps_them(house, monkeypatch):
    facts = ask(house, "SELECT fact, statistic, recorded_at FROM readings() ORDER BY fact")
    newer(monkeypatch)
    result = call(house, "run", "--again")
    assert f"retired   {len([s for _, s, _ in facts if s != 'share'])} facts" in result.output
    assert ask(house, "SELECT DISTINCT statistic FROM facts") == [("share",)]
    kept = ask(
        house, "SELECT fact, statistic, recorded_at FROM readings() WHERE recorded_at < (SELECT max(started) FROM run) ORDER BY fact"
    )
    assert kept == facts
    assert ask(house, "SELECT count(*) FROM fact WHERE retired_at IS NOT NULL") == [(len([s for _, s, _ in facts if s != "share"]),)]
    [(then,)] = ask(house, "SELECT max(recorded_at) FROM document")
    assert ask(house, f"SELECT count(*) FROM as_of(DATE '2030-01-01', TIMESTAMPTZ '{then}') WHERE statistic <> 'share'") != [(0,)]


def test_a_rebuild_carries_the_second_clock_over(house):
    dump = "SELECT * FROM {} ORDER BY ALL"
    before = {table: ask(house, dump.format(table)) for table in ("document", "fact", "observations")}
    result = call(house, "rebuild")
    assert result.exit_code == 0, result.output
    assert {table: ask(house, dump.format(table)) for table in before} == before
    assert ask(house, "SELECT count(*) FROM run") == [(2,)]


def test_a_rebuild_that_is_killed_leaves_a_working_file_with_its_history(house, monkeypatch):
    """At the worst moment: the new file is made, and has not yet taken the place of the old one."""
    before = ask(house, "SELECT document, recorded_at FROM document ORDER BY ALL")
    working = publish.working_file(house / "w.duckdb")

    replace = Path.replace

    def killed(file, target):
        if target == working:
            raise KeyboardInterrupt
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        rebuild([house / "raw"], house / "w.duckdb", 1, lambda *_: None)
    monkeypatch.undo()
    assert working.exists()
    assert call(house, "run").exit_code == 0
    assert ask(house, "SELECT document, recorded_at FROM document ORDER BY ALL") == before


def test_a_rebuild_with_newer_rules_keeps_the_old_readings_as_retired(house, monkeypatch):
    facts = ask(house, "SELECT fact, recorded_at, rule_names(rules) FROM readings() WHERE statistic <> 'share' ORDER BY fact")
    newer(monkeypatch)
    call(house, "rebuild")
    assert ask(house, "SELECT fact, recorded_at, rule_names(rules) FROM fact WHERE retired_at IS NOT NULL ORDER BY fact") == facts
    assert ask(house, "SELECT DISTINCT statistic FROM facts") == [("share",)]


def test_a_rebuild_says_what_history_it_could_not_keep(house):
    next(iter(sorted((house / "raw").glob("*.txt")))).unlink()
    result = call(house, "rebuild")
    assert "not kept  1 stories of the old file" in result.output
    assert ask(house, "SELECT count(*) FROM document") == [(2,)]
    assert list((house / ".w.duckdb").glob("work.duckdb.before-*"))
