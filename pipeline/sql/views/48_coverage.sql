-- coverage: one row a series and kind of period: its calendar years, fiscal years, half-years, quarters, months, weeks, or spans of months.
CREATE OR REPLACE VIEW coverage AS
WITH numbered AS (
    SELECT DISTINCT v.series_id, v.frequency, p.kind, p.n
    FROM vintages v
    -- The few hundred different periods are read once, not at each point.
    JOIN (SELECT period, period_kind(period) AS kind, period_number(period) AS n FROM (SELECT DISTINCT period FROM point)) p USING (period)
    WHERE v.latest AND p.kind IS NOT NULL
), gaps AS (
    SELECT *, lag(n) OVER (PARTITION BY series_id, kind ORDER BY n) AS before FROM numbered
)
SELECT series_id, any_value(frequency) AS frequency, kind, count(*)::INTEGER AS points, (max(n) - min(n) + 1)::INTEGER AS periods,
       (max(n) - min(n) + 1 - count(*))::INTEGER AS missing,
       coalesce(flatten(list(list_transform(range(before + 1, n), lambda m: period_at(kind, m)) ORDER BY n) FILTER (n - before > 1)), []) AS missing_periods,
       period_at(kind, min(n)) AS first_period, period_at(kind, max(n)) AS last_period
FROM gaps
GROUP BY series_id, kind;
COMMENT ON VIEW coverage IS 'What is missing between the first and last period of each regular series; days and spans that are no part of a sequence are left out.';
COMMENT ON COLUMN coverage.series_id IS 'The series.';
COMMENT ON COLUMN coverage.frequency IS 'SDMX FREQ.';
COMMENT ON COLUMN coverage.kind IS 'A, S, Q, M, W; FY for fiscal years called by one year, FY/ by two; P12M4 for spans of twelve months from April on.';
COMMENT ON COLUMN coverage.points IS 'Periods with a value.';
COMMENT ON COLUMN coverage.periods IS 'Periods from the first to the last.';
COMMENT ON COLUMN coverage.missing IS 'Periods without a value.';
COMMENT ON COLUMN coverage.missing_periods IS 'These periods, in order.';
COMMENT ON COLUMN coverage.first_period IS 'First period with a value.';
COMMENT ON COLUMN coverage.last_period IS 'Last one.';
