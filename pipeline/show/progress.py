"""How far a run is, on stderr, and how many processes it is worth."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

SMALL = 4_000_000
"""Bytes of input up to which starting processes costs more than it saves."""


def workers(raw: list[Path]) -> int:
    """Processes worth starting for the input under `raw`."""
    from pipeline.read import files

    size = 0
    for path in files(raw):
        size += path.stat().st_size
        if size > SMALL:
            return os.cpu_count() or 1
    return 1


@contextmanager
def progress_bar() -> Iterator[Callable[[dict[str, int]], None]]:
    """Progress on stderr: a line that moves on a terminal, a line a batch elsewhere for long runs."""
    if not sys.stderr.isatty():
        yield (
            lambda counts: (
                print(f"{counts['read']} stories read, {counts['facts']} facts stored", file=sys.stderr)
                if counts["read"] > SMALL // 2000
                else None
            )
        )
        return
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(counts: dict[str, int]) -> None:
            seconds = bar.tasks[0].elapsed or 1
            bar.update(
                task,
                description=f"{counts['read']:,} stories read, {counts['facts']:,} facts stored, {counts['read'] / seconds:,.0f} stories/s",
            )

        yield advance
