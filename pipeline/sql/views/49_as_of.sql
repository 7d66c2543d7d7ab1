-- as_of(day[, known]): one row a series and period, the vintage that stood at the end of a day, as this store knew it at a moment.
-- A vintage that was told for the last time by then is read as it stands; of the others what had been told by then is worked out.
CREATE OR REPLACE MACRO end_of(day) AS CAST(day AS TIMESTAMPTZ) + INTERVAL 1 DAY - INTERVAL 1 MICROSECOND;
COMMENT ON MACRO end_of IS 'The last moment of a day (UTC).';

CREATE OR REPLACE MACRO as_of(day) AS TABLE (
    WITH stood AS NOT MATERIALIZED (
        FROM release WHERE published <= end_of(day) AND (replaced_at IS NULL OR replaced_at > end_of(day))
    ), unfinished AS (
        SELECT * REPLACE (CASE WHEN superseded_at <= end_of(day) THEN superseded_at END AS superseded_at)
        FROM claim SEMI JOIN (FROM stood WHERE last_said > end_of(day)) USING (point, vintage) WHERE published <= end_of(day)
    ), released AS (
        FROM stood WHERE last_said <= end_of(day) UNION ALL BY NAME FROM releases('unfinished', 'point')
    )
    SELECT * EXCLUDE (latest, precision, point) FROM dated('released', 'point')
), (day, known) AS TABLE (
    WITH claims_then AS MATERIALIZED (
        FROM claims_known(CAST(known AS TIMESTAMPTZ))
    ), told_then AS NOT MATERIALIZED (
        SELECT * REPLACE (CASE WHEN superseded_at <= end_of(day) THEN superseded_at END AS superseded_at)
        FROM claims_then WHERE published <= end_of(day)
    ), point_then AS (
        SELECT DISTINCT ON (point) point, series_id, entity_id, partner, indicator, variant, statistic, basis, unit, per, adjustment, frequency, status,
               period, period_start, period_end
        FROM claims_then
    ), released AS (
        FROM releases('told_then', 'point_then') WHERE latest
    )
    SELECT * EXCLUDE (latest, precision, point) FROM dated('released', 'point_then')
);
COMMENT ON MACRO TABLE as_of IS 'What was published by the end of a day (UTC): one row a series and period, its last vintage by then. With a second argument, a moment: only what this store itself knew then; which texts are copies of one story is as it knows today.';

-- as_of_evidence(day): the same with the facts that had told each value by then; apart, for their lists take longer than all the rest.
CREATE OR REPLACE MACRO as_of_evidence(day) AS TABLE
SELECT a.*, list(f.fact ORDER BY f.fact) AS fact_ids
FROM as_of(day) a
JOIN point p ON p.series_id = a.series_id AND p.period = a.period
JOIN claim c ON c.point = p.point AND c.vintage = a.vintage AND c.value = a.value AND c.low = a.low AND c.high = a.high AND c.published <= end_of(day)
JOIN fact f ON f.rowid = c.fact
GROUP BY ALL;
COMMENT ON MACRO TABLE as_of_evidence IS 'as_of with the facts that had told each value by the end of the day.';
