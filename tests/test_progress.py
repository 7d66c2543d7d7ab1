"""What a run says while it reads: JSON lines where nobody looks, a bar on a terminal."""

import gzip
import json
import os
import pty
import subprocess
import sys

from commands import ROOT
from test_batch import stories
from test_run import run

from pipeline.batch.meter import Meter
from pipeline.show import progress


def logged(result):
    return [json.loads(line) for line in result.stderr.splitlines()]


def test_stderr_is_json_lines_and_stdout_the_result(tmp_path):
    (tmp_path / "bad.txt").write_text("")
    result = run(tmp_path, stories(tmp_path, a="2014", b="2014"), "--raw", str(tmp_path / "bad.txt"), "--json")
    (last,) = logged(result)
    said = json.loads(result.stdout)
    assert (last["event"], last["level"], last["exit"]) == ("finished", "warning", 4)
    assert last["time"].endswith("Z") and (last["read"], last["new"], last["rejected"]) == (2, 2, 1)
    assert last["run"] == said["run"] and last["published"] == said["file"]


def test_a_long_run_says_how_far_it_is_and_what_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0.0)
    raw = stories(tmp_path, **{f"s{n}": "2014" for n in range(1300)})  # more than what is looked at to tell the format
    lines = [line for line in logged(run(tmp_path, raw)) if line["event"] == "progress"]
    assert [line["read"] for line in lines[:3]] == [200, 400, 600]
    assert 0 < lines[0]["bytes"] < raw.stat().st_size == lines[0]["bytes_total"] == lines[-1]["bytes"]
    assert lines[0]["seconds_left"] >= lines[-1]["seconds_left"] == 0 and lines[-1]["stories_per_second"] > 0


def test_the_meter_counts_bytes_as_they_lie_on_the_disk_and_ends_at_all(tmp_path):
    from pipeline.read import read

    (tmp_path / "a.jsonl.gz").write_bytes(
        gzip.compress(b"".join(b'{"text": "%d", "x": "%s"}\n' % (n, os.urandom(40).hex().encode()) for n in range(9000)))
    )
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    paths = sorted(tmp_path.iterdir())
    meter, seen = Meter(paths), []
    for path in paths:
        for _ in read(path, meter.opened):
            seen.append(meter.done)
        meter.closed(path)
    assert seen == sorted(seen) and len(set(seen)) > 5
    assert meter.done == meter.total == (tmp_path / "a.jsonl.gz").stat().st_size


def test_a_terminal_shows_a_bar_and_no_json(tmp_path):
    outer, inner = pty.openpty()
    raw = stories(tmp_path, **{f"s{n}": "2014" for n in range(300)})
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", "run", "--raw", str(raw), "--warehouse", str(tmp_path / "w.duckdb"),
         "--reports", str(tmp_path / "reports"), "--jobs", "1"],
        stdout=subprocess.PIPE, stderr=inner, cwd=ROOT, env=os.environ | {"TERM": "xterm", "COLUMNS": "160"},
    )  # fmt: skip
    os.close(inner)
    shown = b""
    try:
        while some := os.read(outer, 4096):
            shown += some
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(outer)
    process.communicate(timeout=60)
    assert process.returncode == 0
    shown = shown.decode()
    assert "300 stories read" in shown and "100%" in shown and "left" in shown and '"event"' not in shown
