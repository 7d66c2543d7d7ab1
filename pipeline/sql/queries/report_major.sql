-- One row a followed series that a reader would turn to, those that most texts tell first: at least $1 dated values, at most $3 of one indicator and $2 in
-- all. The moves of single days make no series that one reads.
SELECT *
FROM followed
WHERE dated >= $1 AND NOT (frequency IN ('D', 'O') AND statistic IN ('growth', 'change') AND basis IS NULL)
QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY documents DESC, points DESC, series_id) <= $3
ORDER BY documents DESC, points DESC, series_id
LIMIT $2;
