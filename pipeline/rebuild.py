"""A new warehouse from the raw stories, with the second clock of the old one carried over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from pipeline import store
from pipeline.batch.lock import lock
from pipeline.corrections import file as corrections_file
from pipeline.run import Progress, Result, begin, fill, finish
from pipeline.store import history, publish


@dataclass
class Rebuilt:
    """What a rebuild made, and what of the old file's history it could not keep."""

    result: Result
    kept: history.Kept | None


def rebuild(raw: list[Path], warehouse: Path, jobs: int, progress: Progress, corrections: Path | None = None) -> Rebuilt:
    """Read everything under `raw` into a new file, take over what the old one knew and when, apply the corrections, check, and publish in its place.

    The old working file is left beside the new one as `work.duckdb.before-<run>`.
    Raises BusyError, store.StoreError and CorrectionError as `run` does; the old file stands until the new one is sound.
    """
    publish.refuse_foreign(warehouse)
    entries = corrections_file.read(corrections or corrections_file.beside(warehouse))
    with lock(warehouse):
        now = dt.datetime.now(dt.UTC)
        old = publish.working_file(warehouse)
        new = old.with_name("rebuild.duckdb")
        for left in (new, new.with_name(new.name + ".wal")):
            left.unlink(missing_ok=True)
        kept = None
        with store.writing(new) as con:
            result = begin(con, warehouse, raw, now)
            fill(con, raw, jobs, now, result, progress)
            if old.exists():
                store.connect(old).close()  # brings an older schema up to date
                kept = history.carry_over(con, old)
            sound = finish(con, result, now, entries)
        if sound:
            if old.exists():  # copied, not moved: killed at any moment, one of both stands in its place
                store.back_up(old, f"before-{result.run}")
            new.replace(old)
            publish.publish(warehouse, result.target)
            result.published = result.target
    return Rebuilt(result, kept)
