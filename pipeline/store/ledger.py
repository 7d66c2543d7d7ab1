"""The ledger: a row a run, from its start on."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

from pipeline.store import Connection

COUNTS = ("read", "new", "known", "left", "rejected", "facts", "retired", "masked", "passed")


def begin(con: Connection, run: str, started: dt.datetime, told: Mapping[str, str]) -> None:
    """A run that begins; `told` are the columns that tell what made it and what it takes.

    Only one run works at a time: another that the ledger still has at work was killed.
    """
    con.execute("UPDATE run SET outcome = 'killed' WHERE outcome = 'working'")
    columns = {"run": run, "started": started, "outcome": "working"} | dict.fromkeys(COUNTS, 0) | dict(told)
    names = ", ".join(f'"{name}"' for name in columns)
    con.execute(f"INSERT INTO run ({names}) VALUES ({', '.join('?' * len(columns))})", list(columns.values()))


def left_sound(con: Connection, run: str, made_by: Mapping[str, str]) -> dict[str, int] | None:
    """The rows of the checks that failed in the last run before `run`, where it ended, published, and was `made_by` the same; else None."""
    same = " AND ".join(f'"{name}" = ${name}' for name in made_by)
    found = con.execute(
        f"""SELECT checks FROM (FROM run WHERE run <> $run ORDER BY started DESC, run DESC LIMIT 1) WHERE outcome = 'published' AND {same}""",
        {"run": run, **made_by},
    ).fetchall()
    return json.loads(found[0][0]) if found else None


def end(
    con: Connection, run: str, finished: dt.datetime, counts: Mapping[str, int], checks: Mapping[str, int], published: str | None
) -> None:
    """A run that ended: its counts, the rows of the checks that failed, and the name of the file that it publishes, if it does."""
    sets = ", ".join(f'"{name}" = ?' for name in COUNTS)
    con.execute(
        f"UPDATE run SET finished = ?, {sets}, checks = ?, published = ?, outcome = ? WHERE run = ?",
        [finished, *(counts[name] for name in COUNTS), json.dumps(checks), published, "published" if published else "checks failed", run],
    )
