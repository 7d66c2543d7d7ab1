-- targets: one row a target.
CREATE OR REPLACE VIEW targets AS
SELECT t.series_id, t.entity, t.partner, t.indicator, t.variant, t.statistic, t.unit, t.value AS target, t.stated_period AS due, t.period_end AS due_by,
       t.published AS set_at, t.publisher, o.period AS outcome_period, o.value AS outcome, o.value - t.value AS distance, t.fact, o.fact_ids AS outcome_fact_ids
FROM claims t
LEFT JOIN LATERAL (
    SELECT period, value, fact_ids FROM latest l
    WHERE l.status = 'actual' AND l.indicator = t.indicator AND l.variant = t.variant AND l.entity_id IS NOT DISTINCT FROM t.entity_id
      AND l.partner IS NOT DISTINCT FROM t.partner AND l.statistic = t.statistic AND l.unit = t.unit AND l.per IS NOT DISTINCT FROM t.per
      AND (t.stated_period IS NULL OR l.period_end <= t.period_end)
    ORDER BY l.period_end DESC, l.documents DESC, l.series_id LIMIT 1) o ON TRUE
WHERE t.status = 'target';
COMMENT ON VIEW targets IS 'Targets beside the latest outcome of the same measure; due is null for a target without a date.';
COMMENT ON COLUMN targets.series_id IS 'The series of the target.';
COMMENT ON COLUMN targets.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN targets.partner IS 'The other side.';
COMMENT ON COLUMN targets.indicator IS 'What is measured.';
COMMENT ON COLUMN targets.variant IS 'What narrows it.';
COMMENT ON COLUMN targets.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN targets.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN targets.target IS 'The value aimed at, signed.';
COMMENT ON COLUMN targets.due IS 'The period it is due for, null where none is set.';
COMMENT ON COLUMN targets.due_by IS 'Last day of that period.';
COMMENT ON COLUMN targets.set_at IS 'When the story that tells it was published.';
COMMENT ON COLUMN targets.publisher IS 'Who published it.';
COMMENT ON COLUMN targets.outcome_period IS 'Period of the latest outcome.';
COMMENT ON COLUMN targets.outcome IS 'Its value.';
COMMENT ON COLUMN targets.distance IS 'Outcome less target.';
COMMENT ON COLUMN targets.fact IS 'Fact that states the target.';
COMMENT ON COLUMN targets.outcome_fact_ids IS 'Facts behind the outcome.';
