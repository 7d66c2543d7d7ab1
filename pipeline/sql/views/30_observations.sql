-- observations: one row a series, period and vintage.
CREATE OR REPLACE VIEW observations AS
WITH sourced AS (
    -- The statistic's own publisher is the one that a story names for the figure.  A week or more after it first gave one, another
    -- value of its, which nobody had said before, replaces that one, though no story says "revised".
    SELECT *,
        coalesce(revision = 'to' OR (
            revision IS NULL AND approx = 'exact' AND status = 'actual'
            AND attribution IS NOT NULL AND published >= min(CASE WHEN published > period_end THEN published END) OVER source + INTERVAL 7 DAY
            AND published = min(published) OVER (PARTITION BY series_id, period, value)
            AND abs(value - arg_min(value, CASE WHEN published > period_end THEN published END) OVER source) > precision * 0.5000001
        ), FALSE) AS anew
    FROM claims
    WHERE period IS NOT NULL
      AND indicator NOT IN ('debt_relief', 'deal_value', 'fine', 'aid', 'debt_issue', 'share_issue', 'stake', 'investment')
    WINDOW source AS (PARTITION BY series_id, period, attribution)
), ordered AS (
    -- A "from" figure speaks for the vintage that stood before its own story; it can open the first one, never a later one.
    SELECT *,
        row_number() OVER (PARTITION BY series_id, period ORDER BY published, anew, fact, document) AS place,
        sum(CASE WHEN anew THEN 1 ELSE 0 END) OVER (PARTITION BY series_id, period ORDER BY published, anew, fact, document) AS revised
    FROM sourced
), opened AS (
    SELECT *, revised - min(revised) OVER (PARTITION BY series_id, period) AS step,
           min(published) OVER (PARTITION BY series_id, period, revised) AS opened_at,
           min(CASE WHEN anew THEN value END) OVER (PARTITION BY series_id, period, revised) AS said
    FROM ordered
), steps AS (
    -- The same revision told again opens nothing: steps whose value is that of the one before are one vintage.
    SELECT series_id, period, revised, any_value(step) AS step, min(opened_at) AS opened_at, min(said) AS said
    FROM opened GROUP BY series_id, period, revised
), vintages AS (
    SELECT series_id, period, revised,
           sum(CASE WHEN previous IS NOT DISTINCT FROM said AND said IS NOT NULL THEN 0 ELSE 1 END)
               OVER (PARTITION BY series_id, period ORDER BY revised) AS vintage
    FROM (SELECT *, lag(said) OVER (PARTITION BY series_id, period ORDER BY revised) AS previous FROM steps)
), grouped AS (
    SELECT o.*, v.vintage, min(o.published) OVER (PARTITION BY o.series_id, o.period, v.vintage) AS vintage_at
    FROM opened o JOIN vintages v USING (series_id, period, revised)
), voices AS (
    SELECT series_id, period, vintage, value, low, high,
           any_value(vintage_at) AS vintage_at,
           count(DISTINCT text_sha256) AS documents,
           count(DISTINCT publisher) AS publishers,
           max(confidence) AS confidence,
           arg_min(approx, approx <> 'exact') AS approx,
           min(published) AS first_said,
           arg_min(published_precision, published) AS published_precision,
           list(DISTINCT fact ORDER BY fact) AS fact_ids,
           arg_min(struct_pack(entity, entity_id, partner, indicator, variant, statistic, basis, unit, per, adjustment, frequency, status, period_start, period_end), fact) AS key
    FROM grouped
    GROUP BY series_id, period, vintage, value, low, high
)
SELECT series_id, key.entity AS entity, key.entity_id AS entity_id, key.partner AS partner, key.indicator AS indicator,
       key.variant AS variant, key.statistic AS statistic, key.basis AS basis, key.unit AS unit, key.per AS per,
       key.adjustment AS adjustment, key.frequency AS frequency, key.status AS status,
       period, key.period_start AS period_start, key.period_end AS period_end,
       vintage::INTEGER AS vintage, value, low, high, approx,
       vintage_at AS published, published_precision,
       documents::INTEGER AS documents, publishers::INTEGER AS publishers, confidence, fact_ids
FROM voices
QUALIFY row_number() OVER (PARTITION BY series_id, period, vintage ORDER BY publishers DESC, documents DESC, confidence DESC, first_said, value) = 1;
COMMENT ON VIEW observations IS 'One row a series, period and vintage. The value shown is that of most independent publishers, then most documents, then highest confidence; never an average. Events are not here but in events.';
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
COMMENT ON COLUMN observations.publishers IS 'Publishers that say this value.';
COMMENT ON COLUMN observations.confidence IS 'Highest confidence of the facts behind it.';
COMMENT ON COLUMN observations.fact_ids IS 'The facts behind it.';
