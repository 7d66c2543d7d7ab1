-- latest: one row a series and period.
CREATE OR REPLACE VIEW latest AS
SELECT v.* EXCLUDE (point, latest, precision), s.fact_ids,
       date_diff('day', v.period_end, CAST(v.published AS DATE)) AS lag_days,
       coalesce(date_diff('day', v.period_end, CAST(f.published AS DATE)) > 400, FALSE) AS first_seen_late
FROM vintages v
JOIN evidence s USING (series_id, point, vintage, value, low, high)
JOIN (SELECT series_id, point, published FROM vintages WHERE vintage = 1) f USING (series_id, point)
WHERE v.latest;
COMMENT ON VIEW latest IS 'The value that stands for each series and period: its last vintage.';
COMMENT ON COLUMN latest.series_id IS 'The series.';
COMMENT ON COLUMN latest.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN latest.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN latest.partner IS 'The other side.';
COMMENT ON COLUMN latest.indicator IS 'What is measured.';
COMMENT ON COLUMN latest.variant IS 'What narrows it.';
COMMENT ON COLUMN latest.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN latest.basis IS 'yoy, mom, qoq, ytd, annualised or null.';
COMMENT ON COLUMN latest.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN latest.per IS 'Denominator.';
COMMENT ON COLUMN latest.adjustment IS 'Seasonal adjustment.';
COMMENT ON COLUMN latest.frequency IS 'SDMX FREQ.';
COMMENT ON COLUMN latest.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN latest.period IS 'ISO period.';
COMMENT ON COLUMN latest.period_start IS 'First day.';
COMMENT ON COLUMN latest.period_end IS 'Last day.';
COMMENT ON COLUMN latest.vintage IS 'Number of the vintage, 1 for the first release.';
COMMENT ON COLUMN latest.value IS 'Signed value.';
COMMENT ON COLUMN latest.low IS 'Signed lower bound.';
COMMENT ON COLUMN latest.high IS 'Signed upper bound.';
COMMENT ON COLUMN latest.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN latest.published IS 'When this value was first said; of one that a revision calls the value before, when its vintage was.';
COMMENT ON COLUMN latest.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN latest.documents IS 'Different texts that say this value.';
COMMENT ON COLUMN latest.publishers IS 'Independent publishers that say this value: who prints another''s text is none.';
COMMENT ON COLUMN latest.own_source IS 'True where the statistic''s own publisher gives this value.';
COMMENT ON COLUMN latest.confidence IS 'Highest confidence of the facts behind it.';
COMMENT ON COLUMN latest.fact_ids IS 'The facts behind it.';
COMMENT ON COLUMN latest.lag_days IS 'Days from the end of the period to the first mention of this vintage; negative for what was said of a period before it ended.';
COMMENT ON COLUMN latest.first_seen_late IS 'True where the first mention came more than 400 days after the period ended: the press kept here may not hold the first release.';
