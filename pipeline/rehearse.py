"""A run that changes nothing: on a copy of the warehouse that is thrown away, so that what it tells is what the run would do."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from pipeline import store
from pipeline.batch.choice import Choice
from pipeline.batch.lock import still
from pipeline.corrections import file as corrections_file
from pipeline.run import Progress, Result, begin, fill, finish
from pipeline.store import publish


def rehearse(
    raw: list[Path], warehouse: Path, jobs: int, progress: Progress, again: bool, corrections: Path | None, choice: Choice
) -> Result:
    """What `run` would do with the same arguments; `published` is the name that it would publish to, None where a check would fail.

    The copy lies in the system's folder for temporary files (`TMPDIR`), is as large as the warehouse, and is gone at the end.
    Raises what `run` raises.
    """
    publish.refuse_foreign(warehouse)
    entries = corrections_file.read(corrections or corrections_file.beside(warehouse))
    work = publish.working_file(warehouse)
    now = dt.datetime.now(dt.UTC)
    with tempfile.TemporaryDirectory(prefix="statwire-") as folder:
        copy = Path(folder) / work.name
        with still(warehouse):
            for file in (work, work.with_name(work.name + ".wal")):
                if file.exists():
                    shutil.copyfile(file, copy.with_name(file.name))
        with store.writing(copy) as con:
            result = begin(con, warehouse, raw, now, again, choice)
            result.rehearsed = True
            fill(con, raw, jobs, now, result, progress, again, choice)
            if finish(con, result, now, entries):
                result.published = result.target
    return result
