"""Time the warehouse on a million synthetic facts: load, reload, derive, as_of, one series' history, each view; and the size of its file.

    python benchmarks/warehouse.py [FACTS]

Writes its table into docs/benchmarks.md where the facts are a million: the bars are for so many.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import section
from synthetic import Synthetic

from pipeline import store
from pipeline.store import derive, load

MILLION = 1_000_000
DAY = "2008-12-31"
RUNS = 5


class Report:
    """Rows of a table: what was measured, by the clock and of the processor, and the bar; what is `often` measured has its median."""

    def __init__(self) -> None:
        self.lines = ["| | s | s of the processor | asked |", "|---|---|---|---|"]

    def timed(self, what: str, work: Callable[[], object], bar: float | None = None, often: bool = False) -> None:
        took = []
        for _ in range(RUNS if often else 1):
            clock, processor = time.perf_counter(), time.process_time()
            work()
            took.append((time.perf_counter() - clock, time.process_time() - processor))
        seconds, used = sorted(took)[len(took) // 2]
        self.add(f"| {what} | {seconds:.3f} | {used:.3f} | {bar or ''} |")

    def add(self, line: str) -> None:
        self.lines.append(line)
        print(line, flush=True)


def main() -> None:
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else MILLION
    made = Synthetic(facts)
    documents, rows = (pa.concat_tables(parts) for parts in zip(*made.batches(), strict=True))
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.duckdb"
        con = store.connect(path)

        def fill() -> None:
            load.store(con, documents, rows)
            con.execute("CHECKPOINT")

        def whole(query: str) -> Callable[[], object]:
            return lambda: con.execute(query).to_arrow_table()

        report.timed("load", fill, 5)
        report.timed("identical reload", fill, 1)
        report.timed("points, claims, events and releases derived", lambda: derive.refresh(con))
        con.execute("CHECKPOINT")
        [(series,)] = con.execute("SELECT series_id FROM vintages GROUP BY series_id ORDER BY count(*) DESC, series_id LIMIT 1").fetchall()
        report.timed(f"`as_of('{DAY}')`, every row and column", whole(f"FROM as_of(DATE '{DAY}')"), 0.5, often=True)
        report.timed(
            "history of the longest series", lambda: con.execute("FROM observations WHERE series_id = ?", [series]).fetchall(), 0.05
        )
        for (view,) in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name").fetchall():
            report.timed(f"`{view}`, every row and column", whole(f"FROM {view}"), often=True)
        con.close()
        report.add(f"| size, bytes a fact with evidence | {path.stat().st_size / made.fact.num_rows:.0f} | | 250 |")
    if facts == MILLION:
        said = f"{made.fact.num_rows:,} facts of {made.documents:,} documents, loaded in one transaction; {os.cpu_count()} cores."
        table = "\n".join(report.lines)
        section.write("warehouse", f"Written by `make bench`; do not edit.\n\n{said}\n\n{table}\n")


if __name__ == "__main__":
    main()
