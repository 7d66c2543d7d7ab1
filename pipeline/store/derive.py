"""Points and claims: what the views stand on, worked out from the facts that stand."""

from __future__ import annotations

from pipeline.store import Connection


def refresh(con: Connection) -> None:
    """Fill `point` and `claim` anew, in one transaction.  Whole: a new fact may move the vintages of its point."""
    con.begin()
    try:
        con.execute("CREATE OR REPLACE TEMP TABLE claims_now AS FROM claims_known(TIMESTAMPTZ 'infinity')")
        con.execute("DELETE FROM point")
        con.execute("DELETE FROM claim")
        for table, order in (("point", "point"), ("claim", "point, published, fact, document")):
            columns = ", ".join(name for (name,) in con.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall())
            unique = "DISTINCT ON (point)" if table == "point" else ""
            con.execute(f"INSERT INTO {table} ({columns}) SELECT {unique} {columns} FROM claims_now ORDER BY {order}")
        con.execute("DROP TABLE claims_now")
    except BaseException:
        con.rollback()
        raise
    con.commit()
