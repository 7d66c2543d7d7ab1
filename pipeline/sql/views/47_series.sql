-- series: one row a series.
CREATE OR REPLACE VIEW series AS
SELECT series_id, arg_max(entity, (v.documents, published, entity)) AS entity, any_value(entity_id) AS entity_id, any_value(partner) AS partner, any_value(indicator) AS indicator,
       any_value(variant) AS variant, any_value(statistic) AS statistic, any_value(basis) AS basis, any_value(unit) AS unit, any_value(per) AS per,
       any_value(adjustment) AS adjustment, any_value(frequency) AS frequency, any_value(status) AS status,
       count(*)::INTEGER AS points, count(period_start)::INTEGER AS dated, min(period_start) AS first_period, max(period_end) AS last_period,
       any_value(texts)::INTEGER AS documents, max(v.publishers)::INTEGER AS publishers
FROM vintages v
JOIN (SELECT series_id, count(DISTINCT voice) AS texts FROM claim JOIN point USING (point) GROUP BY series_id) USING (series_id)
WHERE latest
GROUP BY series_id;
COMMENT ON VIEW series IS 'The series, with their span.';
COMMENT ON COLUMN series.series_id IS 'The series.';
COMMENT ON COLUMN series.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN series.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN series.partner IS 'The other side.';
COMMENT ON COLUMN series.indicator IS 'What is measured.';
COMMENT ON COLUMN series.variant IS 'What narrows it.';
COMMENT ON COLUMN series.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN series.basis IS 'yoy, mom, qoq, ytd, annualised or null.';
COMMENT ON COLUMN series.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN series.per IS 'Denominator.';
COMMENT ON COLUMN series.adjustment IS 'Seasonal adjustment.';
COMMENT ON COLUMN series.frequency IS 'SDMX FREQ.';
COMMENT ON COLUMN series.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN series.points IS 'Periods with a value.';
COMMENT ON COLUMN series.dated IS 'Of these, those with a date; a fiscal year whose span no story tells has none.';
COMMENT ON COLUMN series.first_period IS 'First day of the first period.';
COMMENT ON COLUMN series.last_period IS 'Last day of the last period.';
COMMENT ON COLUMN series.documents IS 'Different texts behind its points.';
COMMENT ON COLUMN series.publishers IS 'Most publishers behind one point.';
