-- observations: one row a series, period and vintage.
CREATE OR REPLACE VIEW observations AS
SELECT v.* EXCLUDE (point, latest, precision), s.fact_ids
FROM vintages v
JOIN evidence s USING (series_id, point, vintage, value, low, high); -- series_id: a query of one series then reads no claims of others
COMMENT ON VIEW observations IS 'One row a series, period and vintage. The value shown is that of the statistic''s own publisher, else of most independent publishers, then most documents, then highest confidence; never an average. Events are not here but in events.';
COMMENT ON COLUMN observations.series_id IS 'The series.';
COMMENT ON COLUMN observations.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN observations.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN observations.partner IS 'The other side.';
COMMENT ON COLUMN observations.indicator IS 'What is measured.';
COMMENT ON COLUMN observations.variant IS 'What narrows it.';
COMMENT ON COLUMN observations.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN observations.basis IS 'yoy, mom, qoq, ytd, annualised or null.';
COMMENT ON COLUMN observations.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN observations.per IS 'Denominator.';
COMMENT ON COLUMN observations.adjustment IS 'Seasonal adjustment.';
COMMENT ON COLUMN observations.frequency IS 'SDMX FREQ.';
COMMENT ON COLUMN observations.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN observations.period IS 'ISO period.';
COMMENT ON COLUMN observations.period_start IS 'First day.';
COMMENT ON COLUMN observations.period_end IS 'Last day.';
COMMENT ON COLUMN observations.vintage IS '1 for the first release, 2 for the first revision, and so on.';
COMMENT ON COLUMN observations.value IS 'Signed value.';
COMMENT ON COLUMN observations.low IS 'Signed lower bound.';
COMMENT ON COLUMN observations.high IS 'Signed upper bound.';
COMMENT ON COLUMN observations.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN observations.published IS 'When this value was first said; of one that a revision calls the value before, when its vintage was.';
COMMENT ON COLUMN observations.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN observations.documents IS 'Different texts that say this value.';
COMMENT ON COLUMN observations.publishers IS 'Independent publishers that say this value: one that prints another''s text adds none.';
COMMENT ON COLUMN observations.own_source IS 'True where the statistic''s own publisher gives this value.';
COMMENT ON COLUMN observations.confidence IS 'Highest confidence of the facts behind it.';
COMMENT ON COLUMN observations.fact_ids IS 'The facts behind it.';
