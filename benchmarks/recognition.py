"""Time the reading of figures against its peers on the same stories, on one core, and write the section "Speed" of docs/benchmarks.md.

    python benchmarks/recognition.py [CORPUS.jsonl.gz ...]

All are warmed up first.  The peers are given one sentence at a time, the quickest way to use quantulum3, and a sample of the stories,
for they would need hours or days for all.  Medians of five, of fewer where a reading takes minutes; the ratio is taken pair by pair,
so that a machine that speeds up or slows down does not move it, and all times are of the processor, so that neither does other work.  quantulum3 is at hand in our own environment; the other peers have
one of their own (`peers.py`), and are left out with a word where it is not there.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import section

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "corpora"
RUNS = 5
SAMPLE = 40
"""Stories that a peer reads in one run."""

LONG = 60
"""Seconds of readings after which no further one of a peer is begun."""

PEERS = ("Recognizers-Text", "CQE")
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"


def stories(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


def megabytes(texts: list[str]) -> float:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


class Timed(NamedTuple):
    """The median speed of a peer in MB/s, and the median of ours divided by it, taken pair by pair."""

    speed: float
    ratio: float


@contextmanager
def quantulum3(sentences: list[str]) -> Iterator[Callable[[], float]]:
    """Each call is one reading of the sentences by quantulum3, and gives the seconds it took."""
    from pipeline.recognise import quantulum

    parser = quantulum._parser()

    def read() -> None:
        for sentence in sentences:
            try:
                parser.parse(sentence, lang="en_US")
            except Exception:  # noqa: S112 (it raises on some sentences of news; the time counts all the same)
                continue

    yield lambda: seconds(read)


@contextmanager
def elsewhere(name: str, sentences: list[str]) -> Iterator[Callable[[], float]]:
    """The same by a peer in the other environment; its process inherits the one core, and is waited for while it reads."""
    command = [str(PEERS_PYTHON), str(ROOT / "benchmarks" / "peers.py"), name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as peer:  # noqa: S603
        assert peer.stdin is not None and peer.stdout is not None

        def answer(line: str) -> str:
            print(line, file=peer.stdin, flush=True)
            return peer.stdout.readline().strip()  # type: ignore[union-attr]

        if answer(json.dumps(sentences)) != "ready":
            sys.exit(f"{name} could not be started; remove .venv-peers and run make bench again")
        yield lambda: float(answer("read"))
        peer.stdin.close()


def against_peers(texts: list[str]) -> tuple[float, Timed, dict[str, Timed]]:
    """Our median speed in MB/s at reading figures, that of the whole of extract (its ratio is to quantulum3), and each peer's."""
    from pipeline.facts import facts_of
    from pipeline.model import Document
    from pipeline.recognise import recognise
    from pipeline.split import split

    few = texts[:: max(1, len(texts) // SAMPLE)][:SAMPLE]
    sentences = [text[s.start : s.end] for text in few for s in split(text)]
    many = texts[:: max(1, len(texts) // (20 * SAMPLE))]  # the sample among them: as many as make the time worth measuring

    def ours() -> None:
        for text in many:
            recognise(text)

    def extract() -> None:
        for text in many:
            facts_of(Document("", text))

    ours()
    extract()
    whole: list[tuple[float, float]] = []
    speeds: list[float] = []
    found: dict[str, Timed] = {}
    peers = {"quantulum3": quantulum3(sentences)}
    if PEERS_PYTHON.exists():
        peers |= {name: elsewhere(name, sentences) for name in PEERS}
    for name, peer in peers.items():
        rows: list[tuple[float, float]] = []
        with peer as read:
            spent = 0.0
            while len(rows) < RUNS and spent < LONG:
                our, their = seconds(ours), read()
                rows.append((megabytes(many) / our, megabytes(few) / their))
                if name == "quantulum3":
                    whole.append((megabytes(many) / seconds(extract), megabytes(few) / their))
                spent += their
        speeds += [our for our, _ in rows]
        found[name] = Timed(statistics.median(their for _, their in rows), statistics.median(our / their for our, their in rows))
    extracting = Timed(statistics.median(our for our, _ in whole), statistics.median(our / their for our, their in whole))
    return statistics.median(speeds), extracting, found


def by_size(texts: list[str]) -> list[tuple[float, float]]:
    """(megabytes of stories, MB/s): the cost of a megabyte must not grow with their number."""
    from pipeline.recognise import recognise

    found = []
    for size in (1, 10, 100):
        some: list[str] = []
        held = 0
        for text in texts:
            if held >= size * 1_000_000:
                break
            some.append(text)
            held += len(text)
        found.append((megabytes(some), megabytes(some) / seconds(lambda some=some: [recognise(text) and None for text in some])))
    return found


def first_sentence() -> tuple[float, float]:
    """Seconds from nothing to the facts of one sentence, interpreter included, and megabytes held: medians of five processes."""
    code = (
        "import resource; from pipeline.recognise import recognise; assert recognise('It cost $10 billion, up 5 pct.');"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    took, held = [], []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        held.append(float(done.stdout))
    return statistics.median(took), statistics.median(held)


def main() -> None:
    warnings.simplefilter("ignore")
    paths = [Path(name) for name in sys.argv[1:]] or [SHARED / "reuters21578.jsonl.gz", SHARED / "reuters_2006_2010.jsonl.gz"]
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        sys.exit(f"not here: {', '.join(missing)}: name a JSON Lines file with a `text` a line")
    lines = ["Written by `make bench`; do not edit.", ""]
    lines += [
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, one used; seconds of the processor, medians of {RUNS} (of fewer where a peer takes over a minute).",
        "",
    ]
    took, held = first_sentence()
    lines += [f"Import and first sentence: {took:.2f} s, {held:.0f} MB.", ""]
    lines += ["| stories | system | MB/s | ours is faster by |", "|---|---|---|---|"]
    for path in paths:
        texts = stories(path)
        ours, extracting, peers = against_peers(texts)
        lines.append(f"| {path.name} | statwire | {ours:.2f} | |")
        lines.append(f"| | statwire, whole of extract | {extracting.speed:.2f} | {extracting.ratio:.0f} × quantulum3 |")
        lines += [f"| | {name} | {timed.speed:.2g} | {timed.ratio:.0f} |" for name, timed in peers.items()]
    if not PEERS_PYTHON.exists():
        lines += ["", f"Not timed, for .venv-peers is not there: {', '.join(PEERS)}."]
    held_after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines += ["", "| stories of | MB/s |", "|---|---|"]
    lines += [f"| {size:.0f} MB | {speed:.2f} |" for size, speed in by_size(texts)]
    lines += ["", f"Memory of the whole benchmark, the stories held: {held_after:.0f} MB.", ""]
    report = "\n".join(lines)
    section.write("speed", report)
    print(report)


if __name__ == "__main__":
    main()
