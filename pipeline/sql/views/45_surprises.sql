-- surprises: one row a forecast and the first release of what it was about.
CREATE OR REPLACE VIEW surprises AS
SELECT f.series_id, r.series_id AS outcome_series_id, f.entity, f.indicator, f.variant, f.statistic, f.unit, f.period,
       f.value AS expected, r.value AS released, r.value - f.value AS surprise, f.published AS expected_at, r.published AS released_at, f.fact_ids, r.fact_ids AS outcome_fact_ids
FROM observations f
JOIN first_release r ON r.status = 'actual' AND r.indicator = f.indicator AND r.variant = f.variant AND r.entity_id IS NOT DISTINCT FROM f.entity_id
     AND r.partner IS NOT DISTINCT FROM f.partner AND r.statistic = f.statistic AND r.unit = f.unit AND r.period = f.period
     AND (f.basis IS NULL OR r.basis IS NULL OR r.basis = f.basis)
WHERE f.status = 'forecast' AND f.published <= r.published;
COMMENT ON VIEW surprises IS 'What was expected before a release, or in the story of the release, beside the first value released.';
COMMENT ON COLUMN surprises.series_id IS 'The series of the forecast.';
COMMENT ON COLUMN surprises.outcome_series_id IS 'The series of the outcome.';
COMMENT ON COLUMN surprises.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN surprises.indicator IS 'What is measured.';
COMMENT ON COLUMN surprises.variant IS 'What narrows it.';
COMMENT ON COLUMN surprises.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN surprises.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN surprises.period IS 'ISO period.';
COMMENT ON COLUMN surprises.expected IS 'The value expected.';
COMMENT ON COLUMN surprises.released IS 'The first value released.';
COMMENT ON COLUMN surprises.surprise IS 'Released less expected.';
COMMENT ON COLUMN surprises.expected_at IS 'When the forecast was said.';
COMMENT ON COLUMN surprises.released_at IS 'When the outcome was said.';
COMMENT ON COLUMN surprises.fact_ids IS 'Facts behind the forecast.';
COMMENT ON COLUMN surprises.outcome_fact_ids IS 'Facts behind the outcome.';
