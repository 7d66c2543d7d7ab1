"""Time the reading of figures against quantulum3 on the same stories, on one core, and write the section "Speed" of docs/benchmarks.md.

    python benchmarks/recognition.py [CORPUS.jsonl.gz ...]

Both are warmed up first.  quantulum3 is given one sentence at a time, the quickest way to use it, and a sample of the stories,
for it would need hours for all.  Medians of five; the ratio is taken pair by pair, so that a machine that speeds up or slows
down does not move it.
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
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "corpora"
BEGIN, END = "<!-- speed -->", "<!-- end of speed -->"
RUNS = 5
SAMPLE = 40
"""Stories that quantulum3 reads in one run."""


def stories(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


def megabytes(texts: list[str]) -> float:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def pairs(texts: list[str]) -> tuple[float, float, float]:
    """Median speeds in MB/s of ours and of quantulum3, and the median of the ratios."""
    from pipeline.recognise import quantulum, recognise
    from pipeline.split import split

    parser = quantulum._parser()
    few = texts[:: max(1, len(texts) // SAMPLE)][:SAMPLE]
    few_sentences = [text[s.start : s.end] for text in few for s in split(text)]
    many = texts[:: max(1, len(texts) // (20 * SAMPLE))]  # the sample among them: as many as make the time worth measuring

    def theirs() -> None:
        for sentence in few_sentences:
            try:
                parser.parse(sentence, lang="en_US")
            except Exception:  # noqa: S112 (it raises on some sentences of news; the time counts all the same)
                continue

    def ours() -> None:
        for text in many:
            recognise(text)

    ours()
    rows = []
    for _ in range(RUNS):
        a, b = megabytes(many) / seconds(ours), megabytes(few) / seconds(theirs)
        rows.append((a, b, a / b))
    return tuple(statistics.median(column) for column in zip(*rows, strict=True))  # type: ignore[return-value]


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
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
        took.append(time.perf_counter() - began)
        held.append(float(done.stdout))
    return statistics.median(took), statistics.median(held)


def main() -> None:
    warnings.simplefilter("ignore")
    paths = [Path(name) for name in sys.argv[1:]] or [SHARED / "reuters21578.jsonl.gz", SHARED / "reuters_2006_2010.jsonl.gz"]
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        sys.exit(f"not here: {', '.join(missing)}: name a JSON Lines file with a `text` a line")
    lines = ["Written by `make bench`; do not edit.", ""]
    lines += [f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, one used; medians of {RUNS}.", ""]
    took, held = first_sentence()
    lines += [f"Import and first sentence: {took:.2f} s, {held:.0f} MB.", ""]
    lines += ["| stories | recognition, MB/s | quantulum3, MB/s | ratio |", "|---|---|---|---|"]
    for path in paths:
        texts = stories(path)
        ours, theirs, ratio = pairs(texts)
        lines.append(f"| {path.name} | {ours:.2f} | {theirs:.4f} | {ratio:.0f} |")
    held_after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines += ["", "| stories of | MB/s |", "|---|---|"]
    lines += [f"| {size:.0f} MB | {speed:.2f} |" for size, speed in by_size(texts)]
    lines += ["", f"Memory of the whole benchmark, the stories held: {held_after:.0f} MB.", ""]
    report = "\n".join(lines)
    page = ROOT / "docs" / "benchmarks.md"
    before, rest = page.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n\n{report}\n{END}{after}", "utf-8")
    print(report)


if __name__ == "__main__":
    main()
