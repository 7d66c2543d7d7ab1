-- as_of(day[, known]): one row a series and period, the vintage that stood at the end of a day, as this store knew it at a moment.
CREATE OR REPLACE MACRO as_of(day) AS TABLE (
    FROM shown('claims', CAST(day AS TIMESTAMPTZ) + INTERVAL 1 DAY - INTERVAL 1 MICROSECOND)
    QUALIFY row_number() OVER (PARTITION BY series_id, period ORDER BY vintage DESC) = 1
), (day, known) AS TABLE (
    WITH claims_then AS (FROM claims_known(CAST(known AS TIMESTAMPTZ)))
    FROM shown('claims_then', CAST(day AS TIMESTAMPTZ) + INTERVAL 1 DAY - INTERVAL 1 MICROSECOND)
    QUALIFY row_number() OVER (PARTITION BY series_id, period ORDER BY vintage DESC) = 1
);
COMMENT ON MACRO TABLE as_of IS 'What was published by the end of a day (UTC): one row a series and period, its last vintage by then. With a second argument, a moment: only what this store itself knew then.';
