"""Files that were read to their end, as the warehouse keeps them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pyarrow as pa

from pipeline.store import Connection, transaction


def whole_files(con: Connection) -> dict[str, int]:
    """The documents of each, by its key."""
    return dict(con.execute("SELECT whole_file, documents FROM whole_file").fetchall())


def record(con: Connection, files: Mapping[str, int], run: str, now: dt.datetime) -> None:
    """Keep files that a run read to their end."""
    with transaction(con):
        con.register(
            "read_whole", pa.table({"whole_file": pa.array(files, pa.string()), "documents": pa.array(files.values(), pa.int32())})
        )
        con.execute(
            "INSERT INTO whole_file BY NAME SELECT *, $run AS run, $now AS recorded_at FROM read_whole ANTI JOIN whole_file USING (whole_file)",
            {"run": run, "now": now},
        )
        con.unregister("read_whole")
