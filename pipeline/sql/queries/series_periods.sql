-- One row a period of series $1; null where sentences tell none.
SELECT period FROM point WHERE series_id = $1 ORDER BY period_start NULLS LAST, period;
