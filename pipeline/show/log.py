"""Lines for machines on stderr: a JSON object each, where nobody sits at a terminal."""

from __future__ import annotations

import datetime as dt
import json
import sys

from pipeline.run import Result


def line(level: str, event: str, **fields: object) -> None:
    """Write one line: time (UTC), level, event, and what belongs to it.  Nothing on a terminal, where people see a bar and a summary."""
    if not sys.stderr.isatty():
        at = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        print(json.dumps({"time": at, "level": level, "event": event, **fields}, ensure_ascii=False), file=sys.stderr, flush=True)


def finished(result: Result, code: int) -> None:
    """The last line of a run."""
    end = result.finished or dt.datetime.now(dt.UTC)
    line(
        {0: "info", 4: "warning"}.get(code, "error"), "finished", run=result.run, exit=code, dry_run=result.rehearsed,
        seconds=round((end - result.started).total_seconds(), 3), **result.counts, checks=result.failed,
        published=result.target.name if result.published else None,
    )  # fmt: skip
