-- surprises: one row a series of forecasts and period, beside the first release of what was forecast.
CREATE OR REPLACE VIEW surprises AS
WITH released AS (
    SELECT f.series_id, f.point, any_value(f.period) AS period, any_value(f.period_start) AS period_start,
           -- The release whose basis and adjustment the forecast names; where it names none, it must be the only one.
           arg_max(r, (r.basis IS NOT DISTINCT FROM f.basis, r.adjustment IS NOT DISTINCT FROM f.adjustment, r.documents, r.series_id)) AS r,
           count(DISTINCT coalesce(r.basis, '')) AS bases, bool_or(r.basis IS NOT DISTINCT FROM f.basis) AS same
    FROM point f
    JOIN (SELECT * FROM vintages WHERE vintage = 1 AND status = 'actual') r
      ON r.indicator = f.indicator AND r.variant = f.variant AND r.statistic = f.statistic AND r.unit = f.unit AND r.period = f.period
     AND coalesce(r.entity_id, '') = coalesce(f.entity_id, '') AND coalesce(r.partner, '') = coalesce(f.partner, '') AND coalesce(r.per, '') = coalesce(f.per, '')
    WHERE f.status = 'forecast' AND (f.basis IS NULL OR r.basis IS NULL OR r.basis = f.basis)
      -- Nothing is released well before its time is over; a quarter early may be a business year that ends before the calendar's.
      AND (r.period_end IS NULL OR CAST(r.published AS DATE) > r.period_end - 93)
    GROUP BY f.series_id, f.point
), before AS (
    SELECT w.series_id, w.point, any_value(w.period) AS period, any_value(w.period_start) AS period_start, any_value(w.r) AS r,
           c.value, arg_min(c.entity, c.fact) AS entity, max(c.published) AS last_said, min(c.published) AS first_said,
           count(DISTINCT c.voice)::INTEGER AS documents, count(DISTINCT c.publisher) FILTER (c.new_publisher) AS publishers, max(c.confidence) AS confidence, list(f.fact ORDER BY f.fact) AS fact_ids
    FROM released w JOIN claim c USING (point) JOIN fact f ON f.rowid = c.fact
    -- In the story of the release "had been expected" is said of the time before it.
    WHERE c.published <= w.r.published AND c.superseded_at IS NULL AND c.revision IS DISTINCT FROM 'from' AND (w.same OR w.bases = 1)
    GROUP BY w.series_id, w.point, c.value
)
SELECT b.series_id, b.r.series_id AS outcome_series_id, b.entity, b.r.partner AS partner, b.r.indicator AS indicator, b.r.variant AS variant,
       b.r.statistic AS statistic, b.r.unit AS unit, b.period, b.period_start, b.value AS expected, b.r.value AS released, round(b.r.value - b.value, 9) AS surprise,
       min(b.value) OVER (PARTITION BY b.series_id, b.point) AS expected_low, max(b.value) OVER (PARTITION BY b.series_id, b.point) AS expected_high,
       sum(b.documents) OVER (PARTITION BY b.series_id, b.point)::INTEGER AS forecasts, b.last_said AS expected_at, b.r.published AS released_at, b.fact_ids
FROM before b
QUALIFY row_number() OVER (PARTITION BY b.series_id, b.point ORDER BY b.last_said DESC, b.publishers DESC, b.documents DESC, b.confidence DESC, b.value) = 1;
COMMENT ON VIEW surprises IS 'What was last expected before a release, or in the story of the release, beside the first value released. Forecasts said after it are no part of it.';
COMMENT ON COLUMN surprises.series_id IS 'The series of the forecast.';
COMMENT ON COLUMN surprises.outcome_series_id IS 'The series of the outcome.';
COMMENT ON COLUMN surprises.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN surprises.partner IS 'The other side.';
COMMENT ON COLUMN surprises.indicator IS 'What is measured.';
COMMENT ON COLUMN surprises.variant IS 'What narrows it.';
COMMENT ON COLUMN surprises.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN surprises.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN surprises.period IS 'ISO period.';
COMMENT ON COLUMN surprises.period_start IS 'First day.';
COMMENT ON COLUMN surprises.expected IS 'The value expected last before the release; of several said then that of most publishers, then most documents, then the surest.';
COMMENT ON COLUMN surprises.released IS 'The value of the first vintage of what was forecast.';
COMMENT ON COLUMN surprises.surprise IS 'Released less expected.';
COMMENT ON COLUMN surprises.expected_low IS 'The lowest value expected before the release.';
COMMENT ON COLUMN surprises.expected_high IS 'The highest.';
COMMENT ON COLUMN surprises.forecasts IS 'How many texts told an expectation before the release.';
COMMENT ON COLUMN surprises.expected_at IS 'When the forecast was last said.';
COMMENT ON COLUMN surprises.released_at IS 'When that value was first said.';
COMMENT ON COLUMN surprises.fact_ids IS 'Facts behind the forecast.';
