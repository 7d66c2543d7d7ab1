"""Export: observations of the published warehouse as Parquet, CSV or SDMX-CSV, for work elsewhere.

What is written appears whole or not at all, and is the same byte for byte for the same warehouse.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import shutil
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from pipeline import lexicon
from pipeline.store import Connection, StoreError
from pipeline.store.query import do, rows, text

VALUES = {"latest": "latest", "first-release": "first_release", "vintages": "observations"}
"""Which values of a period are meant, and the view that has them."""
STRUCTURE = "1.0.0"
"""Version of the structure of SDMX-CSV: it changes with the columns."""
MANIFEST = "_statwire.json"
"""What a folder of Parquet holds.  Readers of Parquet pass over names that begin with an underscore."""
ORDER = "ORDER BY series_id, period_start NULLS LAST, period, vintage"


class Choice(NamedTuple):
    """Which observations: of series whose id holds the words of `search`; `values` as VALUES has them, or what was known on `day`."""

    search: str = ""
    values: str = "latest"
    day: dt.date | None = None


class Exported(NamedTuple):
    """How many observations of how many series were written, and how many have no time or key that SDMX could write."""

    observations: int
    series: int
    left_out: int


def export(con: Connection, place: Path, form: str, choice: Choice) -> Exported:
    """Write what is chosen to `place`: a folder where `form` is parquet, a file where it is csv or sdmx-csv.

    Raises StoreError where nothing is chosen or something that statwire did not export stands at `place`.
    """
    source = f"as_of_evidence(DATE '{choice.day.isoformat()}')" if choice.day else VALUES[choice.values]
    do(con, f"CREATE OR REPLACE TEMP VIEW source AS FROM {source}")
    do(con, f"CREATE OR REPLACE TEMP TABLE exported AS {text('exported')}", [choice.search])
    _, counted = rows(con, "SELECT count(*), count(DISTINCT series_id) FROM exported")
    ((found, series),) = counted
    if not found:
        raise StoreError(f"no series holds {choice.search!r}{' by then' if choice.day else ''}: `statwire series` lists the series")
    if form == "parquet":
        _parquet(con, place, {**choice._asdict(), "observations": found, "series": series})
        return Exported(found, series, 0)
    if form == "csv":
        return Exported(_text(place, "\n", *rows(con, text("exported_csv"))), series, 0)
    flow = "AS_OF" if choice.day else choice.values.upper().replace("-", "_")
    places = sorted({code for language in lexicon.languages() for code in lexicon.entries("places", language)})
    # RFC 4180, on which the field guide of SDMX-CSV stands, ends lines so.
    written = _text(place, "\r\n", *rows(con, text("exported_sdmx"), [f"STATWIRE:{flow}({STRUCTURE})", places]))
    return Exported(written, series, found - written)


def _parquet(con: Connection, place: Path, told: dict[str, Any]) -> None:
    """A folder an indicator, Hive style, one file in each.

    By indicator, for whoever asks for one indicator reads one file, a series is in one file whole, and their list is closed: a folder an
    entity would be thousands, and a year would cut every series apart.
    """
    _refuse(place, lambda: place.is_dir() and _ours(place))
    _, found = rows(con, "SELECT DISTINCT indicator FROM exported ORDER BY indicator")
    parts = {f"indicator={quote(indicator, safe='')}/part-0.parquet": indicator for (indicator,) in found}
    do(con, "SET threads TO 1")  # several write row groups as they come: other bytes each time
    made = _beside(place)
    shutil.rmtree(made, ignore_errors=True)  # of a process that was killed and had our number
    made.mkdir()
    try:
        for part, indicator in parts.items():
            (made / part).parent.mkdir()
            target = str(made / part).replace("'", "''")
            chosen = f"SELECT * EXCLUDE (indicator) FROM exported WHERE indicator = ? {ORDER}"  # noqa: S608 (ORDER is ours)
            do(con, f"COPY ({chosen}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)", [indicator])
        manifest = {key: str(value) if isinstance(value, dt.date) else value for key, value in told.items()} | {"files": list(parts)}
        (made / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
        _swap(made, place)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _ours(folder: Path) -> bool:
    """Whether a folder holds what its manifest tells, and nothing else."""
    try:
        files = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
    except (OSError, ValueError, LookupError, TypeError):
        return False
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()} == {MANIFEST, *files}


def _swap(made: Path, place: Path) -> None:
    """Put a folder in place of an earlier export.  Folders cannot be exchanged in one step: killed in between, the earlier one is beside it."""
    if not place.exists():
        made.rename(place)
        return
    earlier = made.with_suffix(".earlier")
    shutil.rmtree(earlier, ignore_errors=True)
    place.rename(earlier)
    try:
        made.rename(place)
    except OSError:
        earlier.rename(place)
        raise
    shutil.rmtree(earlier)


def _text(place: Path, end: str, names: list[str], found: Iterable[tuple[Any, ...]]) -> int:
    """Write a file of character-separated values; how many rows it has."""
    head = StringIO()
    csv.writer(head, lineterminator=end).writerow(names)
    _refuse(place, lambda: place.is_file() and _first_line(place) == head.getvalue().encode())
    made, count = _beside(place), 0
    try:
        with made.open("w", encoding="utf-8", newline="") as file:
            file.write(head.getvalue())
            writer = csv.writer(file, lineterminator=end)
            for row in found:
                writer.writerow(row)
                count += 1
        made.replace(place)
    finally:
        made.unlink(missing_ok=True)
    return count


def _first_line(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.readline(10_000)


def _refuse(place: Path, ours: Callable[[], bool]) -> None:
    """Raise StoreError where what stands at `place` is no export of this kind: it would be lost."""
    if place.is_symlink() or (place.exists() and not ours()):
        raise StoreError(
            f"{place} is not an export of this format by statwire, which would overwrite it: move it away or name another place"
        )


def _beside(place: Path) -> Path:
    """A name for what is being made, in the folder of `place`, which is made where it is missing."""
    place.parent.mkdir(parents=True, exist_ok=True)
    return place.with_name(f".{place.name}.{os.getpid()}.partial")
