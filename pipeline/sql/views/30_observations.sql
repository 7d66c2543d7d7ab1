-- observations: one row a series, period and vintage.
-- shown(claims, day): the same from the relation `claims`, as far as it was published by a moment.
CREATE OR REPLACE MACRO shown(source, moment) AS TABLE
WITH told AS (
    SELECT point, vintage, value, low, high,
           sum(new_voice::INTEGER) AS documents, sum(new_publisher::INTEGER) AS publishers, bool_or(own_source) AS own_source,
           max(confidence) AS confidence, arg_min(approx, approx <> 'exact') AS approx, min(published) AS first_said,
           arg_min(published_precision, published) AS published_precision, arg_min(entity, fact) AS entity, list(fact ORDER BY fact) AS fact_ids,
           series_id, any_value(entity_id) AS entity_id, any_value(partner) AS partner, any_value(indicator) AS indicator,
           any_value(variant) AS variant, any_value(statistic) AS statistic, any_value(basis) AS basis, any_value(unit) AS unit,
           any_value(per) AS per, any_value(adjustment) AS adjustment, any_value(frequency) AS frequency, any_value(status) AS status,
           any_value(period) AS period, any_value(period_start) AS period_start, any_value(period_end) AS period_end
    FROM query_table(source)
    WHERE published <= moment AND period IS NOT NULL AND NOT is_event(indicator, statistic, unit)
    GROUP BY series_id, point, vintage, value, low, high
)
SELECT series_id, entity, entity_id, partner, indicator, variant, statistic, basis, unit, per, adjustment, frequency, status,
       period, period_start, period_end, vintage, value, low, high, approx,
       min(first_said) OVER (PARTITION BY series_id, point, vintage) AS published, published_precision,
       documents::INTEGER AS documents, publishers::INTEGER AS publishers, own_source, confidence, fact_ids
FROM told
QUALIFY row_number() OVER (PARTITION BY series_id, point, vintage ORDER BY own_source DESC, publishers DESC, documents DESC, confidence DESC, first_said, value) = 1;
COMMENT ON MACRO TABLE shown IS 'The value that stands for each vintage of each point, from the claims published by a moment.';

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
COMMENT ON COLUMN observations.published IS 'When the vintage was first said.';
COMMENT ON COLUMN observations.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN observations.documents IS 'Different texts that say this value.';
COMMENT ON COLUMN observations.publishers IS 'Independent publishers that say this value: one that prints another''s text adds none.';
COMMENT ON COLUMN observations.own_source IS 'True where the statistic''s own publisher gives this value.';
COMMENT ON COLUMN observations.confidence IS 'Highest confidence of the facts behind it.';
COMMENT ON COLUMN observations.fact_ids IS 'The facts behind it.';
