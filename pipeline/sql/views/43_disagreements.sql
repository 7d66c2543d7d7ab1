-- disagreements: one row a series, period, vintage and competing value.
CREATE OR REPLACE VIEW disagreements AS
WITH told AS (
    SELECT series_id, period, vintage, value, min(precision) AS precision, bool_or(approx = 'exact') AS exact,
           count(DISTINCT publisher)::INTEGER AS publishers, list(DISTINCT publisher ORDER BY publisher) AS said_by, list(DISTINCT fact ORDER BY fact) AS fact_ids
    FROM claims
    WHERE period IS NOT NULL AND NOT is_event(indicator)
    GROUP BY series_id, period, vintage, value
)
SELECT t.series_id, t.period, t.vintage, t.value, o.value AS value_shown, t.value - o.value AS gap,
       t.publishers, t.said_by, o.publishers AS publishers_shown, t.fact_ids
FROM told t
JOIN observations o USING (series_id, period, vintage)
JOIN told s ON s.series_id = o.series_id AND s.period = o.period AND s.vintage = o.vintage AND s.value = o.value
WHERE t.exact AND t.value <> o.value AND abs(t.value - o.value) > greatest(t.precision, s.precision) * 0.5000001;
COMMENT ON VIEW disagreements IS 'Values that differ from the one shown by more than their printed precision allows, with who says them.';
COMMENT ON COLUMN disagreements.series_id IS 'The series.';
COMMENT ON COLUMN disagreements.period IS 'ISO period.';
COMMENT ON COLUMN disagreements.vintage IS 'The vintage in dispute.';
COMMENT ON COLUMN disagreements.value IS 'The competing value.';
COMMENT ON COLUMN disagreements.value_shown IS 'The value that observations shows.';
COMMENT ON COLUMN disagreements.gap IS 'Competing less shown.';
COMMENT ON COLUMN disagreements.publishers IS 'Publishers of the competing value.';
COMMENT ON COLUMN disagreements.said_by IS 'Their names.';
COMMENT ON COLUMN disagreements.publishers_shown IS 'Publishers of the value shown.';
COMMENT ON COLUMN disagreements.fact_ids IS 'Facts that say the competing value.';
