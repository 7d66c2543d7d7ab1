"""Time the warehouse on a million synthetic facts: load, reload, derive, as_of, one series' history, each view; and the size of its file.

    python benchmarks/warehouse.py [FACTS]

Seconds are printed by the clock and of the processor: on a machine that does other work only the second tells anything.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from synthetic import BATCH, Synthetic

from pipeline import store
from pipeline.store import derive, load

DAY = "2008-12-31"


def timed(what: str, work: Callable[[], object], bar: float | None = None) -> None:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    took, used = time.perf_counter() - clock, time.process_time() - processor
    print(
        f"{what:32} {took:8.3f} s  processor {used:8.3f} s" + (f"  asked {bar} s: {'reached' if took <= bar else 'MISSED'}" if bar else ""),
        flush=True,
    )


def main() -> None:
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    if facts != 1_000_000:
        print("The bars are for 1,000,000 facts: what is said of them here tells nothing.")
    made = Synthetic(facts)
    print(f"{made.fact.num_rows:,} facts of {made.documents:,} documents, {BATCH:,} documents a transaction")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.duckdb"
        con = store.connect(path)

        def fill() -> None:
            for documents, rows in made.batches():
                load.store(con, documents, rows)
            con.execute("CHECKPOINT")

        def whole(query: str) -> Callable[[], object]:
            return lambda: con.execute(query).to_arrow_table()

        timed("load", fill, 5)
        timed("identical reload", fill, 1)
        timed("derive points and claims", lambda: derive.refresh(con))
        con.execute("CHECKPOINT")
        [(series,)] = con.execute("SELECT series_id FROM point GROUP BY series_id ORDER BY count(*) DESC, series_id LIMIT 1").fetchall()
        timed(f"as_of {DAY}, all of it", whole(f"FROM as_of(DATE '{DAY}')"), 0.5)
        timed("one series' history", lambda: con.execute("FROM observations WHERE series_id = ?", [series]).fetchall(), 0.05)
        for (view,) in con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name").fetchall():
            timed(f"view {view}", whole(f"FROM {view}"))
        con.close()
        size = path.stat().st_size / made.fact.num_rows
        print(f"{'size':32} {size:8.1f} bytes a fact  asked 250: {'reached' if size <= 250 else 'MISSED'}")


if __name__ == "__main__":
    main()
