"""How far a run is, on stderr, and how many processes it is worth."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from pipeline.batch.meter import Meter
from pipeline.run import Progress as Told
from pipeline.show.log import line

SMALL = 4_000_000
"""Bytes of input up to which starting processes costs more than it saves."""
EVERY = 10.0
"""Seconds between two lines of a log."""


def workers(raw: list[Path]) -> int:
    """Processes worth starting for the input under `raw`."""
    from pipeline.read import files

    return (os.cpu_count() or 1) if Meter(files(raw)).total > SMALL else 1


@contextmanager
def progress_bar() -> Iterator[Told]:
    """Progress on stderr: a bar with rate and time left on a terminal, a line of JSON every ten seconds elsewhere."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=20), TaskProgressColumn(), TimeElapsedColumn(), TextColumn("left"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(counts: dict[str, int], meter: Meter) -> None:
            bar.update(task, total=meter.total, completed=meter.done, description=_spoken(counts, meter, bar.tasks[0].elapsed or 1))

        yield advance


def _spoken(counts: dict[str, int], meter: Meter, seconds: float) -> str:
    if meter.done == meter.total:
        return f"{counts['read']:,} stories read, {counts['facts']:,} facts stored; working out series, checking"
    return f"{counts['read']:,} stories read, {counts['facts']:,} facts stored, {counts['read'] / seconds:,.0f} stories/s"


def _lines() -> Told:
    begun = said = time.monotonic()

    def advance(counts: dict[str, int], meter: Meter) -> None:
        nonlocal said
        now = time.monotonic()
        if now - said < EVERY:
            return
        said = now
        took, done = now - begun, meter.done
        line(
            "info", "progress", read=counts["read"], new=counts["new"], facts=counts["facts"], bytes=done, bytes_total=meter.total,
            stories_per_second=round(counts["read"] / took, 1), seconds_left=round(took * (meter.total - done) / done) if done else None,
        )  # fmt: skip

    return advance
