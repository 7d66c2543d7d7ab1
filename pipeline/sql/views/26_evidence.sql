-- evidence: one row a value told for a vintage of a series' period.
-- facts_of(claims): the same from a relation of claims.
CREATE OR REPLACE MACRO facts_of(source) AS TABLE
SELECT c.point, c.vintage, c.value, c.low, c.high, list(f.fact ORDER BY f.fact) AS fact_ids
FROM query_table(source) c JOIN fact f ON f.rowid = c.fact
GROUP BY ALL;
COMMENT ON MACRO TABLE facts_of IS 'The facts behind each value that claims tell.';

CREATE OR REPLACE VIEW evidence AS
SELECT p.series_id, c.point, c.vintage, c.value, c.low, c.high, list(f.fact ORDER BY f.fact) AS fact_ids
FROM claim c JOIN point p USING (point) JOIN fact f ON f.rowid = c.fact
GROUP BY ALL;
COMMENT ON VIEW evidence IS 'The facts that say each value, shown or not.';
COMMENT ON COLUMN evidence.series_id IS 'The series.';
COMMENT ON COLUMN evidence.point IS 'Number of the series and period.';
COMMENT ON COLUMN evidence.vintage IS '1 for the first release, 2 for the first revision, and so on.';
COMMENT ON COLUMN evidence.value IS 'Signed value.';
COMMENT ON COLUMN evidence.low IS 'Signed lower bound.';
COMMENT ON COLUMN evidence.high IS 'Signed upper bound.';
COMMENT ON COLUMN evidence.fact_ids IS 'The facts that say it.';
