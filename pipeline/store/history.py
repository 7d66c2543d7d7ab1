"""What a rebuilt warehouse takes over from the one before it: when each document and fact was learned, and what was retired."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pipeline.store import Connection, transaction
from pipeline.store.load import alike, columns, number


class Kept(NamedTuple):
    """Rows whose time was taken over, and what could not be kept."""

    documents: int
    facts: int
    retired: int
    """Earlier readings carried over as retired."""
    lost_documents: int
    """Documents of the old file that the raw stories no longer hold; their facts are gone with them."""


def carry_over(con: Connection, old: Path) -> Kept:
    """Take over `recorded_at` of what both files hold, the old file's other readings as retired, its rejects and its ledger.

    A reading that only the old file has is retired at the moment at which the new one was recorded.
    """
    same, names = alike("fact", "o", "f"), columns("fact")
    con.execute(f"ATTACH '{str(old).replace(chr(39), chr(39) * 2)}' AS old (READ_ONLY)")
    with transaction(con):
        number(con, "rule", "old.rule", "rule")
        number(con, "sense", "old.sense", "sense")
        con.execute(
            f"""CREATE TEMP VIEW before AS
                WITH rules AS (SELECT list(r.rule ORDER BY o.rule) AS today FROM old.rule o JOIN rule r USING (name)),
                     senses AS (SELECT o.sense, s.sense AS today FROM old.sense o JOIN sense s ON {alike("sense", "s", "o")})
                SELECT f.* REPLACE (list_select((SELECT today FROM rules), f.rules) AS rules, n.today AS sense)
                FROM old.fact f JOIN senses n USING (sense)"""
        )
        documents = _count(
            con, "UPDATE document d SET recorded_at = o.recorded_at, run = o.run FROM old.document o WHERE o.document = d.document"
        )
        # The reading of today may have stood before, been retired and come back: it was first known at its first time.
        facts = _count(
            con,
            f"""UPDATE fact f SET recorded_at = o.first, run = o.run
                FROM (SELECT f.fact, f.document, min(o.recorded_at) AS first, arg_min(o.run, o.recorded_at) AS run
                      FROM fact f JOIN before o ON {same} WHERE o.retired_at IS NULL GROUP BY ALL) o
                WHERE o.fact = f.fact AND o.document = f.document""",
        )
        retired = _count(
            con,
            f"""INSERT INTO fact ({names})
                SELECT o.* REPLACE (coalesce(o.retired_at, (SELECT max(started) FROM run)) AS retired_at)
                FROM (SELECT {names} FROM before) o
                WHERE o.document IN (SELECT document FROM document)
                  AND (o.retired_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM fact f WHERE {same}))""",
        )
        # Corrections stand as they stood: the build that follows applies the file anew, and retires what comes out differently.
        con.execute("INSERT INTO correction BY NAME FROM old.correction")
        con.execute("INSERT INTO corrected BY NAME SELECT * FROM old.corrected SEMI JOIN document USING (document)")
        lost = con.execute("SELECT count(*) FROM old.document ANTI JOIN document USING (document)").fetchall()[0][0]
        con.execute(
            "INSERT INTO reject BY NAME SELECT * FROM old.reject o WHERE NOT EXISTS (SELECT 1 FROM reject r WHERE r.reject = o.reject)"
        )
        con.execute("INSERT INTO run BY NAME SELECT * FROM old.run")
        con.execute("DROP VIEW before")
    con.execute("DETACH old")
    return Kept(documents, facts, retired, lost)


def _count(con: Connection, sql: str) -> int:
    return int(con.execute(sql).fetchall()[0][0])
