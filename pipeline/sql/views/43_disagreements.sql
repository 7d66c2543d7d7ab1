-- disagreements: one row a series, period, vintage and competing value.
CREATE OR REPLACE VIEW disagreements AS
SELECT c.series_id, c.period, c.value, o.value AS value_shown, c.value - o.value AS gap,
       count(DISTINCT c.publisher) AS publishers, list(DISTINCT c.publisher ORDER BY c.publisher) AS said_by,
       o.publishers AS publishers_shown, list(DISTINCT c.fact ORDER BY c.fact) AS fact_ids
FROM claims c
JOIN latest o ON o.series_id = c.series_id AND o.period = c.period
WHERE c.revision IS DISTINCT FROM 'from'
  AND c.published >= o.published
  AND NOT list_contains(o.fact_ids, c.fact)
  AND abs(c.value - o.value) > greatest(c.precision, (SELECT min(s.precision) FROM claims s WHERE list_contains(o.fact_ids, s.fact))) * 0.5000001
  AND c.approx = 'exact'
GROUP BY ALL;
COMMENT ON VIEW disagreements IS 'Values that differ from the one shown by more than their printed precision allows, with who says them.';
COMMENT ON COLUMN disagreements.series_id IS 'The series.';
COMMENT ON COLUMN disagreements.period IS 'ISO period.';
COMMENT ON COLUMN disagreements.value IS 'The competing value.';
COMMENT ON COLUMN disagreements.value_shown IS 'The value that observations shows.';
COMMENT ON COLUMN disagreements.gap IS 'Competing less shown.';
COMMENT ON COLUMN disagreements.publishers IS 'Publishers of the competing value.';
COMMENT ON COLUMN disagreements.said_by IS 'Their names.';
COMMENT ON COLUMN disagreements.publishers_shown IS 'Publishers of the value shown.';
COMMENT ON COLUMN disagreements.fact_ids IS 'Facts that say the competing value.';
