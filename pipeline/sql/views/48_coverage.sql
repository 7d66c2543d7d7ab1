-- coverage: one row a series of years, quarters or months.
CREATE OR REPLACE VIEW coverage AS
SELECT series_id, frequency, count(*)::INTEGER AS points,
       (CASE frequency WHEN 'A' THEN date_diff('year', min(period_start), max(period_start))
                       WHEN 'Q' THEN date_diff('quarter', min(period_start), max(period_start))
                       ELSE date_diff('month', min(period_start), max(period_start)) END + 1)::INTEGER AS periods,
       (CASE frequency WHEN 'A' THEN date_diff('year', min(period_start), max(period_start))
                       WHEN 'Q' THEN date_diff('quarter', min(period_start), max(period_start))
                       ELSE date_diff('month', min(period_start), max(period_start)) END + 1 - count(*))::INTEGER AS missing,
       min(period) AS first_period, max(period) AS last_period
FROM latest WHERE frequency IN ('A', 'Q', 'M') AND period_start IS NOT NULL
GROUP BY series_id, frequency;
COMMENT ON VIEW coverage IS 'What is missing between the first and last period of each regular series.';
COMMENT ON COLUMN coverage.series_id IS 'The series.';
COMMENT ON COLUMN coverage.frequency IS 'SDMX FREQ.';
COMMENT ON COLUMN coverage.points IS 'Periods with a value.';
COMMENT ON COLUMN coverage.periods IS 'Periods from the first to the last.';
COMMENT ON COLUMN coverage.missing IS 'Periods without a value.';
COMMENT ON COLUMN coverage.first_period IS 'First period with a value.';
COMMENT ON COLUMN coverage.last_period IS 'Last one.';
