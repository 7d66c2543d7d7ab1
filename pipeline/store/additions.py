"""What documents and facts that were added touch of versions, points, claims, events and releases: worked out alone, to be put in place of what stood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.store import Connection
from pipeline.store.basis import Basis
from pipeline.store.versions import earliest, renew

Make = Callable[[str, str], None]
"""Makes a temporary table or view, as it is told to in SQL, of a query."""


def add(con: Connection, before: Basis, most: int) -> int | None:
    """Work out the claims of all points that what came after `before` touches, in `claims_now`, and their events, in `events_now`; bring `version` and the
    events of other claims up to date, and take the claims and releases of these points out, inside a transaction: how many claims there are.

    None where they would be more than `most`: then all is to be worked out anew.
    """
    with _scratch(con) as make:
        _versions(con, before, make)
        make("TABLE heard_anew", HEARD_ANEW)
        make("VIEW readings_fresh", f"SELECT *, rowid AS fact_row FROM fact WHERE rowid >= {before.facts}")
        make("TABLE facts_fresh", "FROM numbered_among('readings_fresh', TIMESTAMPTZ 'infinity')")
        make("TABLE touched", TOUCHED)
        make("TABLE facts_touched", FACTS_TOUCHED)
        (claims,) = con.execute("SELECT count(*) FROM facts_touched").fetchall()[0]
        if claims > most:
            return None
        make("VIEW readings_told", "SELECT *, rowid AS fact_row FROM fact WHERE rowid IN (FROM facts_touched)")
        make("VIEW facts_told", "FROM numbered_among('readings_told', TIMESTAMPTZ 'infinity')")
        con.execute(f"CREATE TEMP TABLE claims_now AS {CLAIMS}")
        for name, query in SIDES.items():
            make(name, query)
        con.execute(f"CREATE TEMP TABLE events_now AS {EVENTS}")
        con.execute("UPDATE claim SET event = e.event FROM events_now e WHERE e.fact = claim.fact AND e.event <> claim.event")
        for table in ("claim", "release"):
            con.execute(f"DELETE FROM {table} WHERE point IN (FROM touched)")
    return int(claims)


@contextmanager
def _scratch(con: Connection) -> Iterator[Make]:
    """Temporary tables and views that go when the work is done; where it fails, they go with its transaction."""
    made: list[str] = []

    def make(name: str, query: str) -> None:
        con.execute(f"CREATE TEMP {name} AS {query}")
        made.append(name)

    yield make
    for name in made:
        con.execute(f"DROP {name}")


def _versions(con: Connection, before: Basis, make: Make) -> None:
    """Bring `version` up to date, from the first day of a new text on, and keep what it was."""
    make("TABLE version_before", "FROM version")
    since = earliest(con, before.documents)
    if since is not None:
        renew(con, since)


HEARD_ANEW = """
    WITH moved AS (
        SELECT document FROM (SELECT document, story FROM version_before EXCEPT SELECT document, story FROM version)
        UNION SELECT document FROM (SELECT document, story FROM version EXCEPT SELECT document, story FROM version_before)
    )
    SELECT rowid::INTEGER AS document FROM document
    WHERE text_sha256 IN (SELECT text_sha256 FROM document WHERE rowid IN (SELECT document FROM moved))"""
"""The documents whose voice may be another now: those with a text that joined, left or changed a story."""

TOUCHED = """
    SELECT point FROM point p
    JOIN (SELECT DISTINCT series_id, period FROM signed_facts('facts_fresh')) f ON f.series_id = p.series_id AND f.period IS NOT DISTINCT FROM p.period
    UNION SELECT point FROM claim WHERE document IN (FROM heard_anew)"""
"""The points that new facts tell, or documents that are heard anew."""

FACTS_TOUCHED = "SELECT fact FROM claim WHERE point IN (FROM touched) UNION ALL SELECT fact_row FROM facts_fresh"
"""All facts that tell these points, and new ones."""

CLAIMS = """
    WITH told AS MATERIALIZED (FROM claims_of('facts_told')), numbers AS (
        SELECT t.point AS here,
               coalesce(p.point, (SELECT coalesce(max(point), 0) FROM point) + row_number() OVER (PARTITION BY p.point IS NULL ORDER BY t.point))::INTEGER AS point
        FROM (SELECT DISTINCT point, series_id, period FROM told) t
        LEFT JOIN (FROM point WHERE point IN (FROM touched)) p ON p.series_id = t.series_id AND p.period IS NOT DISTINCT FROM t.period
    )
    SELECT t.* REPLACE (n.point AS point) FROM told t JOIN numbers n ON n.here = t.point"""
"""The claims of the touched points, which keep their numbers, and of new ones, which are numbered behind all, in order of series and period."""

SIDES = {
    # Claims that tell events and are new or have another voice: with their voice of now, and with that of before, by which they are gone.
    "TABLE come": """
        SELECT c.*, o.voice AS voice_before FROM claims_now c LEFT JOIN claim o USING (fact)
        WHERE is_event(c.indicator, c.statistic, c.unit) AND o.voice IS DISTINCT FROM c.voice""",
    "VIEW come_or_gone": """
        SELECT * EXCLUDE (voice_before) FROM come
        UNION ALL SELECT * EXCLUDE (voice_before) REPLACE (voice_before AS voice) FROM come WHERE voice_before IS NOT NULL""",
    "TABLE sides_moved": "SELECT fact AS n, * FROM event_sides('come_or_gone')",
    "VIEW events_told": """
        SELECT c.*, p.* EXCLUDE (point) FROM claim c JOIN point p USING (point) WHERE c.event IS NOT NULL AND c.point NOT IN (FROM touched)
        UNION ALL BY NAME FROM claims_now""",
    "VIEW sides_told": "SELECT fact AS n, * FROM event_sides('events_told') SEMI JOIN sides_moved USING (indicator, statistic, unit, per)",
    "TABLE sides": "FROM doored('sides_told')",
    "TABLE events_moved": "SELECT DISTINCT event FROM claim WHERE fact IN (SELECT fact FROM retold('sides', 'sides_moved'))",
    "VIEW sides_anew": """
        SELECT * EXCLUDE (n, door_a, door_b, class_low, class_high) FROM sides
        WHERE fact IN (SELECT fact FROM sides_moved) OR fact IN (SELECT fact FROM claim WHERE event IN (FROM events_moved))""",
}
"""The steps to the sides of all claims whose events can hang on those that came or went."""

EVENTS = """
    WITH anew AS MATERIALIZED (FROM tellings('sides_anew'))
    FROM anew UNION ALL SELECT fact, event FROM claim SEMI JOIN claims_now USING (fact) ANTI JOIN anew USING (fact) WHERE event IS NOT NULL"""
"""Their events, and those of the touched points' other claims, which stand."""
