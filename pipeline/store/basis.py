"""What versions, points, claims and releases were worked out from, and whether documents and facts were only added to it since."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.store import Connection


class Basis(NamedTuple):
    """Columns of the table `basis`: rows are only ever added and marked, so that as many of them are the same ones."""

    documents: int
    facts: int
    retired: int
    corrected: int
    real: bool


def at_present(con: Connection) -> Basis:
    """What the warehouse holds."""
    found = con.execute(
        """SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM fact), (SELECT count(retired_at) FROM fact),
                  (SELECT count(*) + count(retired_at) FROM corrected), EXISTS (FROM document WHERE NOT synthetic)"""
    ).fetchall()
    return Basis(*found[0])


def stood_on(con: Connection, made_by: str) -> tuple[Basis, int] | None:
    """What the derived tables were worked out from, and how many of their claims came since all was; None where another program did, or nobody."""
    found = con.execute(
        "SELECT documents, facts, retired, corrected, real, added FROM basis WHERE made_by = $by", {"by": made_by}
    ).fetchall()
    return (Basis(*found[0][:-1]), found[0][-1]) if found else None


def only_added(before: Basis, now: Basis) -> bool:
    """Whether no fact was retired or corrected, and no story stopped to count, between two moments."""
    return (before.retired, before.corrected, before.real) == (now.retired, now.corrected, now.real)


def record(con: Connection, made_by: str, basis: Basis, added: int) -> None:
    """Keep what the derived tables were worked out from, inside a transaction; `made_by` empty: by whom is not known, so that nothing builds on it."""
    con.execute("DELETE FROM basis")
    if made_by:
        con.execute(
            "INSERT INTO basis (made_by, documents, facts, retired, corrected, real, added) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [made_by, *basis, added],
        )
