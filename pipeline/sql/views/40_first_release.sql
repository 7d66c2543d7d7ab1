-- first_release: one row a series and period.
CREATE OR REPLACE VIEW first_release AS
SELECT o.*,
       date_diff('day', period_end, CAST(published AS DATE)) AS lag_days,
       coalesce(date_diff('day', period_end, CAST(published AS DATE)) > 400, FALSE) AS first_seen_late
FROM observations o
WHERE vintage = 1;
COMMENT ON VIEW first_release IS 'The value of the first vintage of each series and period, chosen as in observations; published is when that value was first said.';
COMMENT ON COLUMN first_release.series_id IS 'The series.';
COMMENT ON COLUMN first_release.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN first_release.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN first_release.partner IS 'The other side.';
COMMENT ON COLUMN first_release.indicator IS 'What is measured.';
COMMENT ON COLUMN first_release.variant IS 'What narrows it.';
COMMENT ON COLUMN first_release.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN first_release.basis IS 'yoy, mom, qoq, ytd, annualised or null.';
COMMENT ON COLUMN first_release.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN first_release.per IS 'Denominator.';
COMMENT ON COLUMN first_release.adjustment IS 'Seasonal adjustment.';
COMMENT ON COLUMN first_release.frequency IS 'SDMX FREQ.';
COMMENT ON COLUMN first_release.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN first_release.period IS 'ISO period.';
COMMENT ON COLUMN first_release.period_start IS 'First day.';
COMMENT ON COLUMN first_release.period_end IS 'Last day.';
COMMENT ON COLUMN first_release.vintage IS 'Number of the vintage, 1 for the first release.';
COMMENT ON COLUMN first_release.value IS 'Signed value.';
COMMENT ON COLUMN first_release.low IS 'Signed lower bound.';
COMMENT ON COLUMN first_release.high IS 'Signed upper bound.';
COMMENT ON COLUMN first_release.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN first_release.published IS 'When this value was first said; of one that a revision calls the value before, when its vintage was.';
COMMENT ON COLUMN first_release.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN first_release.documents IS 'Different texts that say this value.';
COMMENT ON COLUMN first_release.publishers IS 'Independent publishers that say this value: who prints another''s text is none.';
COMMENT ON COLUMN first_release.own_source IS 'True where the statistic''s own publisher gives this value.';
COMMENT ON COLUMN first_release.confidence IS 'Highest confidence of the facts behind it.';
COMMENT ON COLUMN first_release.fact_ids IS 'The facts behind it.';
COMMENT ON COLUMN first_release.lag_days IS 'Days from the end of the period to its first mention; negative for what was said of a period before it ended.';
COMMENT ON COLUMN first_release.first_seen_late IS 'True where the first mention came more than 400 days after the period ended: the press kept here may not hold the first release.';
