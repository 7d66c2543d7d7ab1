-- evidence: one row a value told for a vintage of a series' period.
CREATE OR REPLACE VIEW evidence AS
SELECT p.series_id, c.point, c.vintage, c.value, c.low, c.high, list(c.fact ORDER BY c.fact) AS fact_ids
FROM claim c JOIN point p USING (point)
GROUP BY ALL;
COMMENT ON VIEW evidence IS 'The facts that say each value, shown or not.';
COMMENT ON COLUMN evidence.series_id IS 'The series.';
COMMENT ON COLUMN evidence.point IS 'Number of the series and period.';
COMMENT ON COLUMN evidence.vintage IS '1 for the first release, 2 for the first revision, and so on.';
COMMENT ON COLUMN evidence.value IS 'Signed value.';
COMMENT ON COLUMN evidence.low IS 'Signed lower bound.';
COMMENT ON COLUMN evidence.high IS 'Signed upper bound.';
COMMENT ON COLUMN evidence.fact_ids IS 'The facts that say it.';
