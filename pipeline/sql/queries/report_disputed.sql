-- One row a value told for a disputed period of a series among $1: of each of the 12 newest such periods the value shown and those that differ from it.
WITH held AS (
    SELECT x.* FROM disagreements x JOIN followed s USING (series_id)
    WHERE x.series_id IN (SELECT unnest($1::VARCHAR[])) AND (s.usual IS NULL OR abs(x.gap) <= 10 * s.usual)
    QUALIFY dense_rank() OVER (PARTITION BY x.series_id ORDER BY x.period_start DESC, x.period DESC) <= 12
)
SELECT series_id, period, period_start, value_shown AS value, value_shown AS low, value_shown AS high, TRUE AS shown, any_value(shown_by) AS publishers,
       any_value(documents_shown) AS documents
FROM held GROUP BY series_id, period, period_start, value_shown
UNION ALL
SELECT series_id, period, period_start, value, value, value, FALSE, said_by, documents FROM held
ORDER BY series_id, period_start, period, shown DESC, value;
