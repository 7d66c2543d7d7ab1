-- as_of(day): one row a series and period, the vintage that stood at the end of that day.
CREATE OR REPLACE MACRO as_of(day) AS TABLE
SELECT * FROM observations
WHERE published < CAST(day AS TIMESTAMPTZ) + INTERVAL 1 DAY
QUALIFY row_number() OVER (PARTITION BY series_id, period ORDER BY vintage DESC) = 1;
COMMENT ON MACRO TABLE as_of IS 'What was known at the end of a day (UTC): one row a series and period, the latest vintage published by then.';
