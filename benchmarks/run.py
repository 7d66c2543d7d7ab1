"""Time `statwire run` on a year of a newswire: into an empty warehouse, again with nothing new, and with 100 stories more; and where its time goes.

    python benchmarks/run.py [CORPUS.jsonl.gz]

Writes its table into docs/benchmarks.md.  Reports are not drawn: the warehouse is what is timed, to its published file.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import section

from pipeline import facts, store
from pipeline import run as pipeline_run
from pipeline.store import derive, money, publish

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "reuters_2006_2010.jsonl.gz"
EVERY_NTH = 60
"""Of the stories, one in so many is read stage by stage, to tell the stages' shares."""
MORE = 100
STAGES = ("detected", "clean", "split", "mentions_of", "publication", "interpret")
PROPORTIONAL = re.compile(r"^Pss: +(\d+) kB$", re.MULTILINE)
PARENT = ((pipeline_run, "apply"), (money, "refresh"), (derive, "refresh"), (store, "failed_checks"), (publish, "publish"))


class Clock:
    """Seconds spent in functions, by name, without those of functions inside them that are timed as well."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._open: list[float] = []

    def around(self, module: Any, name: str, label: str = "") -> None:
        plain = getattr(module, name)

        def timed(*args: Any, **more: Any) -> Any:
            began = time.perf_counter()
            self._open.append(0.0)
            try:
                return plain(*args, **more)
            finally:
                took = time.perf_counter() - began
                inside = self._open.pop()
                self.spent[label or name] = self.spent.get(label or name, 0.0) + took - inside
                if self._open:
                    self._open[-1] += took

        setattr(module, name, timed)


@contextmanager
def watched() -> Iterator[Callable[[], tuple[float, float]]]:
    """The most memory that this process and those below it held together, in GB, and their seconds of the processor in sum.

    Of a page that several share each counts its part (Linux: Pss).  The seconds are those of the processes as last seen: the kernel
    tells a process the time of its children alone, not of those that its server forked.
    """
    most, going = 0, True
    worked: dict[int, float] = {}

    def watch() -> None:
        nonlocal most
        while going:
            held = 0
            for pid in (os.getpid(), *_children(os.getpid())):
                try:
                    said = PROPORTIONAL.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
                    worked[pid] = _seconds(pid)
                except OSError:  # it has ended meanwhile
                    continue
                held += 1024 * int(said[1]) if said else 0
            most = max(most, held)
            time.sleep(0.2)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield lambda: (most / 1e9, sum((worked | {os.getpid(): _seconds(os.getpid())}).values()))
    finally:
        going = False
        watcher.join()


def _seconds(pid: int) -> float:
    """Of the processor, in user and system, that a process has used."""
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    try:
        below = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return below + [grandchild for child in below for grandchild in _children(child)]


def one(raw: str, warehouse: str) -> None:
    """One run in this process, told as JSON: seconds, memory, seconds of its parts and of its work in sum."""
    clock = Clock()
    for module, name in PARENT:
        clock.around(module, name, f"{module.__name__.rpartition('.')[2]}.{name}")
    began = time.perf_counter()
    with watched() as so_far:
        result = pipeline_run.run([Path(raw)], Path(warehouse), os.cpu_count() or 1, lambda *_: None)
        held, processor = so_far()
    took = time.perf_counter() - began
    print(json.dumps({"seconds": took, "processor": processor, "memory": held, "parts": clock.spent, "counts": result.counts}))


def shares(stories: list[dict[str, Any]]) -> dict[str, float]:
    """Seconds that each stage takes of a sample, in this process; what is loaded once is no story's share."""
    import pipeline.warm  # noqa: F401  # here, for the runs in processes of their own must not hold it

    clock = Clock()
    for name in STAGES:
        clock.around(facts, name)
    clock.around(facts, "shard", "rows and signatures")
    documents = [
        facts.Document(story["id"], story["text"], facts.When(story["published"], "metadata"), story.get("title") or "", language="")
        for story in stories
    ]
    facts.shard(documents, {"run": "r", "recorded_at": None})
    return clock.spent


def timed(raw: Path, warehouse: Path) -> dict[str, Any]:
    """A run in a process of its own, from its start to its end."""
    began = time.perf_counter()
    done = subprocess.run([sys.executable, __file__, "--one", str(raw), str(warehouse)], capture_output=True, text=True, check=True)  # noqa: S603
    return json.loads(done.stdout) | {"whole": time.perf_counter() - began}


def main() -> None:
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    with gzip.open(corpus, "rt", encoding="utf-8") as file:
        lines = file.readlines()
    held_back, sample = lines[-MORE:], [json.loads(line) for line in lines[::EVERY_NTH]]
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        raw.mkdir()
        with gzip.open(raw / "a.jsonl.gz", "wt", encoding="utf-8", compresslevel=1) as file:
            file.writelines(lines[:-MORE])
        warehouse = Path(folder) / "w.duckdb"
        rows = []
        for what, bar in (("empty warehouse to published file", 90), ("again, nothing new", 3), (f"{MORE} stories more", 5)):
            if what.startswith(str(MORE)):
                (raw / "b.jsonl").write_text("".join(held_back), "utf-8")
            made = timed(raw, warehouse)
            parts = ", ".join(f"{name} {spent:.1f}" for name, spent in made["parts"].items() if spent >= 0.05)
            rows.append(
                f"| {what} | {made['whole']:.1f} | {bar} | {made['processor']:.0f} | {made['memory']:.2f} | {made['counts']['facts']:,} | {parts} |"
            )
            print(rows[-1], flush=True)
    spent = shares(sample)
    total = sum(spent.values())
    stages = [
        "| stage | share of the work on a story |",
        "|---|---|",
        *(f"| {n} | {s / total:.0%} |" for n, s in sorted(spent.items(), key=lambda i: -i[1])),
    ]
    print("\n".join(stages))
    table = [
        "| run | s | asked | s of the processor | GB | facts | of which, in the main process (s) |",
        "|---|---|---|---|---|---|---|",
        *rows,
    ]
    said = f"{len(lines):,} stories of {corpus.name}, on {os.cpu_count()} cores; from the start of the process to the published file, without reports."
    body = "\n".join([*table, "", *stages])
    section.write("run", f"Written by `make bench`; do not edit.\n\n{said}\n\n{body}\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        main()
