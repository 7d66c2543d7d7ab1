-- revisions: one row a series and period whose value was revised: the triangle's row, and its steps.
CREATE OR REPLACE VIEW revisions AS
WITH told AS (
    -- A vintage that shows what the one before it showed changed nothing.
    SELECT * FROM (SELECT *, lag(value) OVER (PARTITION BY series_id, point ORDER BY vintage) AS before FROM vintages
                   WHERE point IN (SELECT point FROM release WHERE vintage > 1)) -- few are ever revised
    WHERE before IS DISTINCT FROM value
), rows AS (
    SELECT series_id, point, any_value(indicator) AS indicator, any_value(status) AS status,
           any_value(period) AS period, any_value(period_start) AS period_start,
           list(value ORDER BY vintage) AS told,
           list({'vintage': vintage, 'value_before': before, 'value': value, 'change': round(value - before, 9), 'published': published} ORDER BY vintage) AS steps
    FROM told GROUP BY series_id, point HAVING count(*) > 1
)
SELECT series_id, indicator, status, period, period_start, len(told)::INTEGER AS values_told,
       told[1] AS first, told[2] AS second, told[3] AS third, told[-1] AS latest, told AS triangle,
       round(told[-1] - told[1], 9) AS revision_total,
       steps[1].published AS first_published, steps[-1].published AS latest_published, steps[2:] AS steps
FROM rows;
COMMENT ON VIEW revisions IS 'How each value that was revised came to what it is. One row a revision: SELECT series_id, period, unnest(steps, max_depth := 2) FROM revisions. Revised forecasts have status forecast.';
COMMENT ON COLUMN revisions.series_id IS 'The series.';
COMMENT ON COLUMN revisions.indicator IS 'What is measured.';
COMMENT ON COLUMN revisions.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN revisions.period IS 'ISO period.';
COMMENT ON COLUMN revisions.period_start IS 'First day.';
COMMENT ON COLUMN revisions.values_told IS 'How many values stood one after another.';
COMMENT ON COLUMN revisions.first IS 'The first value.';
COMMENT ON COLUMN revisions.second IS 'The second.';
COMMENT ON COLUMN revisions.third IS 'The third; null where there is none.';
COMMENT ON COLUMN revisions.latest IS 'The last.';
COMMENT ON COLUMN revisions.triangle IS 'All of them in order: a row of the triangle, as long as it has values.';
COMMENT ON COLUMN revisions.revision_total IS 'The sum of the changes: latest less first; 0 where a revision was taken back.';
COMMENT ON COLUMN revisions.first_published IS 'When the first was said.';
COMMENT ON COLUMN revisions.latest_published IS 'When the last was first said.';
COMMENT ON COLUMN revisions.steps IS 'The revisions in order: vintage that each opened, value_before, value, change, when it was published.';
