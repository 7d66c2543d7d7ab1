"""Files that come, go and grow while they are read, and very many of them."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest
from commands import statwire
from test_quarantine import listed
from test_read_bad import GOOD, split
from test_run import ask, run

from pipeline.model import Document
from pipeline.read import files, read

LINE = json.dumps({"id": "late", "text": "It fell 3 percent."}).encode() + b"\n"


def test_a_file_that_grows_while_it_is_read_is_read_as_it_was_when_opened(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD * 3)
    size, count = path.stat().st_size, 0
    for _ in read(path):
        count += 1
        with path.open("ab") as file:  # faster than it is read: without a bound there is no end
            file.write(LINE * 2000)
        assert count < 9
    assert (count, path.stat().st_size > size) == (3, True)
    assert split(path)[0][3].id == "late", "the next run reads the rest"


def test_a_line_that_is_still_being_written_is_told_once_and_read_when_it_is_whole(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE[:20])
    assert run(tmp_path, path).exit_code == 4 and len(listed(tmp_path)) == 1
    path.write_bytes(LINE)
    assert run(tmp_path, path).exit_code == 0 and listed(tmp_path) == []


def test_a_file_that_is_gone_before_its_turn_is_told_and_the_rest_is_read(tmp_path, monkeypatch):
    import pipeline.run

    raw = tmp_path / "raw"
    raw.mkdir()
    for name in "abc":
        (raw / f"{name}.txt").write_text(f"It fell {ord(name)} percent.")
    real = pipeline.run.files

    def and_one_goes(places):
        found = real(places)
        (raw / "b.txt").unlink(missing_ok=True)
        return found

    monkeypatch.setattr(pipeline.run, "files", and_one_goes)
    result = run(tmp_path, raw)
    assert result.exit_code == 4 and "b.txt: cannot be read: no such file or directory" in result.output
    assert [story for (story,) in ask(tmp_path, "SELECT story FROM document ORDER BY 1")] == ["a", "c"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_file_that_shrinks_while_it_is_read_costs_what_is_gone_only(tmp_path, name):
    path = tmp_path / name
    lines = [b"id,text\n"] + [b"%d,It fell 3 percent.\n" % n for n in range(9000)] if name.endswith("csv") else [LINE] * 9000
    path.write_bytes(b"".join(lines))
    count = 0
    for item in read(path):
        count += isinstance(item, Document)
        if count == 5:
            os.truncate(path, 40)
    assert 5 <= count < 9000


def open_files():
    return len([*Path("/proc/self/fd").iterdir()])


def test_many_files_are_read_one_at_a_time_and_not_held(tmp_path):
    def peak(count):
        folder = tmp_path / str(count)
        for n in range(count):
            if n % 500 == 0:
                (folder / str(n)).mkdir(parents=True)
            (folder / str(n // 500 * 500) / f"{n}.txt").write_text(f"Exports rose {n} percent." + " " * 8000)
        before = open_files()
        tracemalloc.start()
        read_of_them = 0
        for path in files([folder]):
            for item in read(path):
                read_of_them += isinstance(item, Document)
                assert read_of_them % 100 or open_files() <= before + 2
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert read_of_them == count
        return top

    peak(500)
    assert peak(3000) - peak(1000) < 8 << 20, "half of what the texts take"


def test_files_come_in_the_order_of_their_names_without_sidecars_and_hidden_ones(tmp_path):
    for name in ("b/z.txt", "a.txt", "b.txt", "b/a/c.txt", ".git/x.txt", "b/.y.txt", "a.txt.origin.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("It fell.")
    (tmp_path / "link").symlink_to(tmp_path / "b")
    (tmp_path / "void").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    found = files([tmp_path])
    assert [str(p.relative_to(tmp_path)) for p in found] == ["a.txt", "b/a/c.txt", "b/z.txt", "b.txt", "void"] and found == sorted(found)
    assert files([tmp_path / "b", tmp_path]) == found


def test_a_folder_that_may_not_be_listed_is_told(tmp_path, monkeypatch):
    (tmp_path / "raw" / "shut").mkdir(parents=True)
    (tmp_path / "raw" / "a.txt").write_text("It fell 3 percent.")
    real = os.scandir

    def refusing(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    result = run(tmp_path, tmp_path / "raw")
    assert result.exit_code == 4 and "raw/shut: cannot be read" in result.output
    assert ask(tmp_path, "SELECT story FROM document") == [("a",)]


def test_the_same_id_with_another_text_is_another_document(tmp_path):
    lines = [json.dumps({"id": "s", "text": f"Exports of Norway rose {n} percent in 2014."}) for n in (5, 6)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert run(tmp_path, tmp_path / "a.jsonl").exit_code == 0
    assert ask(tmp_path, "SELECT story, value_text FROM facts ORDER BY value_text") == [("s", "5 percent"), ("s", "6 percent")]


def test_a_link_into_nothing_does_not_end_a_run_that_counts_its_processes(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/void.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "raw/a.txt").write_text("It fell 3 percent.")
    result = statwire("run", "--raw", str(tmp_path / "raw"), "--warehouse", str(tmp_path / "w.duckdb"), "--reports", str(tmp_path / "r"))
    assert result.exit_code == 4 and "void.txt: cannot be read: no such file" in result.output
