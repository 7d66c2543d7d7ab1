"""Points far from their neighbours in the series that most texts tell, and the sentence behind each: where misreadings show.

Usage: tools/spikes.py WAREHOUSE [SERIES].  Of the SERIES (150) longest-told actual series, each value that lies more than eight times as far from the
median of the six points before and after it as these do (median absolute deviation, at least two percent of the median).  Some are true: a crash
is a spike too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline import store
from pipeline.store.query import dicts

FAR = """
    WITH told AS (SELECT series_id FROM series WHERE points >= 25 AND status = 'actual' ORDER BY documents DESC, series_id LIMIT $1),
    beside AS (
        SELECT series_id, period, vintage, value, median(value) OVER near AS usual, mad(value) OVER near AS spread, count(*) OVER near AS points
        FROM vintages SEMI JOIN told USING (series_id)
        WHERE latest AND period_start IS NOT NULL
        WINDOW near AS (PARTITION BY series_id ORDER BY period_start, period ROWS BETWEEN 6 PRECEDING AND 6 FOLLOWING)
    )
    SELECT series_id, period, value, usual,
           (SELECT arg_min(f.sentence, f.fact) FROM claims c JOIN facts f ON f.fact = c.fact AND f.document = c.document
            WHERE c.series_id = b.series_id AND c.period = b.period AND c.vintage = b.vintage AND c.value = b.value) AS sentence
    FROM beside b
    WHERE points >= 6 AND abs(value - usual) > 8 * greatest(spread, 0.02 * abs(usual), 1e-9)
    ORDER BY series_id, period"""


def main() -> None:
    con = store.read_only(Path(sys.argv[1]))
    found = dicts(con, FAR, [int(sys.argv[2]) if len(sys.argv) > 2 else 150])
    for row in found:
        print(
            f"{row['series_id']} {row['period']}: {row['value']:g} beside {row['usual']:g}\n    {' '.join((row['sentence'] or '').split())}"
        )
    print(f"{len(found)} points far from their neighbours")


if __name__ == "__main__":
    main()
