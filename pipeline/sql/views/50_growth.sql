-- growth(id, months): one row a period of the level series `id`, beside that many months earlier.
CREATE OR REPLACE MACRO growth(id, months) AS TABLE
WITH told AS (
    SELECT period, period_start, period_end, value, period_kind(period) AS kind, period_number(period) AS n FROM vintages
    WHERE series_id = id AND latest AND statistic = 'level'
      AND CASE WHEN months > 0 THEN TRUE ELSE error('growth: the months are 1 or more, not ' || months) END
)
SELECT t.period, t.period_start, t.period_end, t.value, e.period AS period_before, e.value AS value_before, round(t.value - e.value, 9) AS change,
       -- Of a deficit the growth of its magnitude; between a deficit and a surplus, or from nothing, there is none.
       CASE WHEN t.value * e.value > 0 OR (t.value = 0 AND e.value <> 0) THEN 100 * (t.value / e.value - 1) END AS growth
FROM told t
LEFT JOIN told e ON CASE
    WHEN t.kind IS NOT NULL THEN e.kind = t.kind AND months % period_months(t.kind) = 0 AND e.n = t.n - months // period_months(t.kind)
    -- Days: the same day of the month, or none: the 31st of March has no day before it in February.
    ELSE t.period_start = t.period_end AND e.kind IS NULL AND e.period_start = e.period_end AND e.period_start = t.period_start - to_months(months)
         AND day(e.period_start) = day(t.period_start) END
ORDER BY t.period_start, t.period;
COMMENT ON MACRO TABLE growth IS 'Growth in percent, and change in units, of a level series over a number of months, never across a gap: null where the period exactly that much earlier is missing. For a rate in percent read change: it is in percentage points.';
