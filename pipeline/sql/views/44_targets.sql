-- targets: one row a target: a value aimed at for a due period, however often it is told.
CREATE OR REPLACE VIEW targets AS
WITH told AS (
    SELECT p.series_id, c.stated_period AS due, c.value, c.low, c.high, arg_min(c.entity, c.fact) AS entity, any_value(p.entity_id) AS entity_id,
           any_value(p.partner) AS partner, any_value(p.indicator) AS indicator, any_value(p.variant) AS variant, any_value(p.statistic) AS statistic,
           any_value(p.basis) AS basis, any_value(p.unit) AS unit, any_value(p.per) AS per, any_value(p.adjustment) AS adjustment,
           CASE WHEN c.stated_period IS NOT NULL THEN any_value(p.frequency) END AS frequency,
           CASE WHEN c.stated_period IS NOT NULL THEN any_value(p.period_end) END AS due_by,
           min(c.published) AS first_said, max(c.published) AS last_said, count(DISTINCT c.voice)::INTEGER AS documents,
           count(DISTINCT c.publisher) FILTER (c.new_publisher)::INTEGER AS publishers, list(f.fact ORDER BY f.fact) AS fact_ids
    FROM claim c JOIN point p USING (point) JOIN fact f ON f.rowid = c.fact
    WHERE p.status = 'target' AND c.superseded_at IS NULL
    GROUP BY p.series_id, c.stated_period, c.value, c.low, c.high
), outcomes AS (
    SELECT t.series_id, t.due, t.value, t.low, t.high,
           arg_max(o, (o.period_end, o.adjustment IS NOT DISTINCT FROM t.adjustment, o.frequency IS NOT DISTINCT FROM t.frequency, o.documents, o.series_id)) AS o
    FROM told t
    JOIN (SELECT * FROM vintages WHERE latest AND status = 'actual' AND period_end IS NOT NULL) o
      ON o.indicator = t.indicator AND o.variant = t.variant AND o.statistic = t.statistic AND o.unit = t.unit
     AND coalesce(o.entity_id, '') = coalesce(t.entity_id, '') AND coalesce(o.partner, '') = coalesce(t.partner, '') AND coalesce(o.per, '') = coalesce(t.per, '')
    WHERE coalesce(o.basis, CASE WHEN o.statistic = 'growth' THEN 'yoy' END, '') = coalesce(t.basis, CASE WHEN t.statistic = 'growth' THEN 'yoy' END, '')
      -- A sum of a year is not compared with that of a quarter; rates, prices, and what stands on a day are.
      AND (o.frequency = t.frequency OR t.due IS NULL AND o.frequency = 'A' OR o.frequency = 'D' AND o.statistic = 'level'
           OR o.frequency NOT IN ('D', 'O') AND (o.unit IN ('percent', 'percentage_point') OR o.per IS NOT NULL))
      -- Of a time that had not ended when it was told nobody knew the outcome.
      AND o.period_end <= CAST(o.published AS DATE)
      AND (t.due IS NULL OR o.period_end <= t.due_by)
    GROUP BY t.series_id, t.due, t.value, t.low, t.high
)
SELECT t.series_id, t.entity, t.partner, t.indicator, t.variant, t.statistic, t.unit, t.value AS target, t.low, t.high, t.due, t.due_by,
       t.first_said AS set_at, t.last_said, t.last_said = max(t.last_said) OVER (PARTITION BY t.series_id, t.due) AS stands, t.documents, t.publishers,
       o.series_id AS outcome_series_id, o.period AS outcome_period, o.value AS outcome,
       CASE WHEN o.value < t.low THEN round(o.value - t.low, 9) WHEN o.value > t.high THEN round(o.value - t.high, 9) WHEN o.value IS NOT NULL THEN 0 END AS distance,
       CASE WHEN o.value IS NOT NULL AND t.due_by IS NOT NULL THEN o.period_end = t.due_by END AS decided, t.fact_ids
FROM told t
LEFT JOIN (SELECT * EXCLUDE (o), unnest(o) FROM (SELECT series_id AS of_series, due, value AS of_value, low AS of_low, high AS of_high, o FROM outcomes)) o
  ON o.of_series = t.series_id AND o.due IS NOT DISTINCT FROM t.due AND o.of_value = t.value AND o.of_low = t.low AND o.of_high = t.high;
COMMENT ON VIEW targets IS 'Targets beside the latest outcome of the same measure, at the latest that of the due period. Due is null for a target without a date.';
COMMENT ON COLUMN targets.series_id IS 'The series of the target.';
COMMENT ON COLUMN targets.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN targets.partner IS 'The other side.';
COMMENT ON COLUMN targets.indicator IS 'What is measured.';
COMMENT ON COLUMN targets.variant IS 'What narrows it.';
COMMENT ON COLUMN targets.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN targets.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN targets.target IS 'The value aimed at, signed; the middle of a range.';
COMMENT ON COLUMN targets.low IS 'Lower bound of a range aimed at.';
COMMENT ON COLUMN targets.high IS 'Upper bound.';
COMMENT ON COLUMN targets.due IS 'The period it is due for, null where none is set.';
COMMENT ON COLUMN targets.due_by IS 'Last day of that period.';
COMMENT ON COLUMN targets.set_at IS 'When it was first said.';
COMMENT ON COLUMN targets.last_said IS 'When it was last said.';
COMMENT ON COLUMN targets.stands IS 'False where another value was aimed at later for the same due period.';
COMMENT ON COLUMN targets.documents IS 'Different texts that tell it.';
COMMENT ON COLUMN targets.publishers IS 'Independent publishers that tell it: who prints another''s text is none.';
COMMENT ON COLUMN targets.outcome_series_id IS 'The series of the outcome.';
COMMENT ON COLUMN targets.outcome_period IS 'Period of the latest outcome.';
COMMENT ON COLUMN targets.outcome IS 'Its value.';
COMMENT ON COLUMN targets.distance IS 'Outcome less target; from the nearer end of a range, 0 within it.';
COMMENT ON COLUMN targets.decided IS 'True where the outcome is of the end of the due period, false where a later one may come; null without a date or an outcome.';
COMMENT ON COLUMN targets.fact_ids IS 'Facts that tell the target.';
