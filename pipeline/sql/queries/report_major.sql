-- One row a followed series that a reader would turn to, those that most texts tell first: at least $1 dated values, at most $3 of one indicator and $2 in
-- all. The moves of single days make no series that one reads, and sums of money said on a day are hardly of the same thing twice. Of series that differ in frequency alone one is enough: "unemployment is 9.6 percent", said
-- on a day, is of a day.
SELECT *
FROM (
    FROM followed
    WHERE dated >= $1 AND NOT (frequency IN ('D', 'O') AND statistic IN ('growth', 'change') AND basis IS NULL)
        AND NOT (frequency IN ('D', 'O') AND statistic = 'level' AND per IS NULL AND unit = upper(unit))
    QUALIFY row_number() OVER (
        PARTITION BY indicator, variant, entity_id, partner, statistic, basis, unit, per, adjustment, status ORDER BY documents DESC, points DESC, series_id
    ) = 1
)
QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY documents DESC, points DESC, series_id) <= $3
ORDER BY documents DESC, points DESC, series_id
LIMIT $2;
