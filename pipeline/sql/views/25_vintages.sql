-- vintages: one row a series, period and vintage, without the facts behind it.
-- told_values(claims): one row a value told for a vintage of a point.
CREATE OR REPLACE MACRO told_values(source) AS TABLE
SELECT point, vintage, value, low, high, min(precision) AS precision,
       count(*) FILTER (new_voice AND superseded_at IS NULL)::INTEGER AS documents, count(*) FILTER (new_publisher AND superseded_at IS NULL)::INTEGER AS publishers,
       bool_or(own_source AND superseded_at IS NULL) AS own_source, bool_or(superseded_at IS NULL) AS stands, max(confidence) AS confidence, CASE WHEN bool_or(approx = 'exact') THEN 'exact' ELSE min(approx) END AS approx, min(published) AS first_told, bool_or(revision IS NOT DISTINCT FROM 'from') AS recalled, max(published) AS last_told,
       arg_min(published_precision, (published, published_precision)) AS published_precision, arg_min(entity, fact) AS entity
FROM query_table(source)
GROUP BY point, vintage, value, low, high;
COMMENT ON MACRO TABLE told_values IS 'The values that claims tell for each vintage of each point, with how many tell them.';

-- releases(claims, points): one row a vintage of a point that is no event, the value that stands for it: what the table `release` is filled with.
CREATE OR REPLACE MACRO releases(source, points) AS TABLE
WITH shown AS (
    SELECT * EXCLUDE (first_told), min(t.first_told) OVER (PARTITION BY point, vintage) AS published,
           -- No value has a date on which nobody had told it; but one that is revised away stood before anybody called it so.
           CASE WHEN recalled THEN published ELSE t.first_told END AS first_told, max(last_told) OVER (PARTITION BY point, vintage) AS last_said
    FROM told_values(source) t
    SEMI JOIN (FROM query_table(points) WHERE period IS NOT NULL AND NOT is_event(indicator, statistic, unit)) USING (point)
    QUALIFY row_number() OVER (PARTITION BY point, vintage ORDER BY stands DESC, own_source DESC, publishers DESC, documents DESC, confidence DESC, t.first_told, value, low, high) = 1
)
SELECT point, vintage, lead(vintage) OVER later IS NULL AS latest, min(published) OVER (later ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS replaced_at,
       entity, value, low, high, approx, precision, published, first_told, last_said, published_precision, documents, publishers, own_source, confidence
FROM shown
WINDOW later AS (PARTITION BY point ORDER BY vintage);
COMMENT ON MACRO TABLE releases IS 'The value that stands for each vintage of each point, from a relation of claims and one of their points.';

-- dated(releases, points): releases with the series and period of their points.
CREATE OR REPLACE MACRO dated(source, points) AS TABLE
SELECT p.series_id, r.entity, p.entity_id, p.partner, p.indicator, p.variant, p.statistic, p.basis, p.unit, p.per, p.adjustment, p.frequency, p.status,
       p.period, p.period_start, p.period_end, r.vintage, r.value, r.low, r.high, r.approx, r.first_told AS published, r.published_precision,
       r.documents, r.publishers, r.own_source, r.confidence, r.latest, r.precision, r.point
FROM query_table(source) r JOIN query_table(points) p USING (point);
COMMENT ON MACRO TABLE dated IS 'Releases with the series and the period that they are of.';

CREATE OR REPLACE VIEW vintages AS FROM dated('release', 'point');
COMMENT ON VIEW vintages IS 'observations without the list of facts, for queries over many series: the value that stands for each vintage. One after the first opens where a text says that the value was revised, or where the statistic''s own publisher, a week or more after it first told the period, gives as exact fact a value outside rounding that nobody had given and that lies within two points or a quarter of its first: what differs among the stories of one release is disputed, not revised, and so is what lies further off.';
COMMENT ON COLUMN vintages.series_id IS 'The series.';
COMMENT ON COLUMN vintages.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN vintages.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN vintages.partner IS 'The other side.';
COMMENT ON COLUMN vintages.indicator IS 'What is measured.';
COMMENT ON COLUMN vintages.variant IS 'What narrows it.';
COMMENT ON COLUMN vintages.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN vintages.basis IS 'yoy, mom, qoq, ytd, annualised or null.';
COMMENT ON COLUMN vintages.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN vintages.per IS 'Denominator.';
COMMENT ON COLUMN vintages.adjustment IS 'Seasonal adjustment.';
COMMENT ON COLUMN vintages.frequency IS 'SDMX FREQ.';
COMMENT ON COLUMN vintages.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN vintages.period IS 'ISO period.';
COMMENT ON COLUMN vintages.period_start IS 'First day.';
COMMENT ON COLUMN vintages.period_end IS 'Last day.';
COMMENT ON COLUMN vintages.vintage IS '1 for the first release, 2 for the first revision, and so on.';
COMMENT ON COLUMN vintages.value IS 'Signed value.';
COMMENT ON COLUMN vintages.low IS 'Signed lower bound.';
COMMENT ON COLUMN vintages.high IS 'Signed upper bound.';
COMMENT ON COLUMN vintages.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN vintages.published IS 'When this value was first said; of one that a revision calls the value before, when its vintage was.';
COMMENT ON COLUMN vintages.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN vintages.documents IS 'Different texts that say this value.';
COMMENT ON COLUMN vintages.publishers IS 'Independent publishers that say this value: who prints another''s text is none.';
COMMENT ON COLUMN vintages.own_source IS 'True where the statistic''s own publisher gives this value.';
COMMENT ON COLUMN vintages.confidence IS 'Highest confidence of the facts behind it.';
COMMENT ON COLUMN vintages.latest IS 'True for the last vintage of its period.';
COMMENT ON COLUMN vintages.precision IS 'Size of one unit of the last printed digit, as finely as it was printed.';
COMMENT ON COLUMN vintages.point IS 'Number of the series and period.';
