-- disagreements: one row a series, period, vintage and competing value.
CREATE OR REPLACE VIEW disagreements AS
WITH told AS (
    SELECT p.series_id, point, c.vintage, c.value, c.low, c.high, min(c.precision) AS precision, CASE WHEN bool_or(c.approx = 'exact') THEN 'exact' ELSE min(c.approx) END AS approx,
           sum(c.new_voice::INTEGER)::INTEGER AS documents, sum(c.new_publisher::INTEGER)::INTEGER AS publishers,
           list(DISTINCT c.publisher ORDER BY c.publisher) AS said_by, min(c.published) AS first_said, list(f.fact ORDER BY f.fact) AS fact_ids
    FROM claim c JOIN point p USING (point) JOIN fact f ON f.rowid = c.fact
    -- Few periods have two values; the lists are made for those alone.
    WHERE c.point IN (SELECT point FROM claim GROUP BY point, vintage HAVING min(value) <> max(value))
      AND c.superseded_at IS NULL -- what its own publisher took back is no dispute
    GROUP BY p.series_id, point, c.vintage, c.value, c.low, c.high
)
SELECT v.series_id, v.entity, v.indicator, v.statistic, v.unit, v.status, v.period, v.period_start, v.vintage, t.value, v.value AS value_shown,
       round(t.value - v.value, 9) AS gap, round(100 * abs(t.value - v.value) / nullif(abs(v.value), 0), 3) AS gap_percent,
       t.documents, t.publishers, t.said_by, t.first_said, v.documents AS documents_shown, v.publishers AS publishers_shown, s.said_by AS shown_by,
       t.fact_ids, s.fact_ids AS fact_ids_shown
FROM vintages v
JOIN told t USING (series_id, point, vintage)
JOIN told s ON s.series_id = v.series_id AND s.point = v.point AND s.vintage = v.vintage AND s.value = v.value AND s.low = v.low AND s.high = v.high
-- A range holds what lies in it; half a unit of the coarser last digit is rounding; "more than 5" does not dispute 5.3.
WHERE t.approx = 'exact'
  AND (t.low > v.high + greatest(t.precision, v.precision) * 0.5000001 AND v.approx NOT IN ('more_than', 'at_least')
       OR t.high < v.low - greatest(t.precision, v.precision) * 0.5000001 AND v.approx NOT IN ('less_than', 'at_most', 'nearly'));
COMMENT ON VIEW disagreements IS 'Values that differ from the one shown by more than printing and wording allow, with who says each. Forecasts that differ are here too, under status forecast; events never are.';
COMMENT ON COLUMN disagreements.series_id IS 'The series.';
COMMENT ON COLUMN disagreements.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN disagreements.indicator IS 'What is measured.';
COMMENT ON COLUMN disagreements.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN disagreements.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN disagreements.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN disagreements.period IS 'ISO period.';
COMMENT ON COLUMN disagreements.period_start IS 'First day.';
COMMENT ON COLUMN disagreements.vintage IS 'The vintage in dispute.';
COMMENT ON COLUMN disagreements.value IS 'The competing value.';
COMMENT ON COLUMN disagreements.value_shown IS 'The value that observations shows.';
COMMENT ON COLUMN disagreements.gap IS 'Competing less shown, in units of unit.';
COMMENT ON COLUMN disagreements.gap_percent IS 'The gap in percent of the value shown; null where that is zero.';
COMMENT ON COLUMN disagreements.documents IS 'Different texts that say the competing value.';
COMMENT ON COLUMN disagreements.publishers IS 'Publishers of the competing value.';
COMMENT ON COLUMN disagreements.said_by IS 'Their names.';
COMMENT ON COLUMN disagreements.first_said IS 'When it was first said.';
COMMENT ON COLUMN disagreements.documents_shown IS 'Different texts that say the value shown.';
COMMENT ON COLUMN disagreements.publishers_shown IS 'Publishers of the value shown.';
COMMENT ON COLUMN disagreements.shown_by IS 'Their names.';
COMMENT ON COLUMN disagreements.fact_ids IS 'Facts that say the competing value.';
COMMENT ON COLUMN disagreements.fact_ids_shown IS 'Facts that say the value shown.';
