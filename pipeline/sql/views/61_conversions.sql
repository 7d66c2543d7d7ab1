-- conversions: one row an amount that a story tells again in another money.
CREATE OR REPLACE VIEW conversions AS
WITH converted AS (
    -- Conversions and what they convert alone: they are one fact in thirty.
    SELECT rowid AS fact_row FROM fact WHERE converts IS NOT NULL
    UNION ALL SELECT rowid FROM fact SEMI JOIN (SELECT converts AS fact, document FROM fact WHERE converts IS NOT NULL) USING (fact, document)
), readings_converted AS NOT MATERIALIZED (
    SELECT *, rowid AS fact_row FROM fact WHERE rowid IN (FROM converted)
), amounts AS (
    SELECT * EXCLUDE (sentence), regexp_replace(value_text, '\s+', ' ', 'g') AS printed, CAST(least(abs(low), abs(high)) AS DOUBLE) AS least, CAST(greatest(abs(low), abs(high)) AS DOUBLE) AS most,
           CAST(precision AS DOUBLE) / 2 AS half
    FROM numbered_among('readings_converted', TIMESTAMPTZ 'infinity')
), told AS (
    -- Of ranges the lower ends are compared; what is allowed reaches from the lower end of one to the upper end of the other, for one may be told of either.
    SELECT f.document, f.story, f.publisher, f.published, f.fact, f.fact_row, f.printed, f.unit, o.fact AS original, o.printed AS original_printed, o.unit AS original_unit,
           f.least / nullif(o.least, 0) AS implied,
           greatest(f.least - f.half, 0) / nullif(o.most + o.half, 0) AS implied_low,
           (f.most + f.half) / nullif(greatest(o.least - o.half, 0), 0) AS implied_high,
           period_first(left(f.published, 10), NULL) AS begins, period_last(left(f.published, 10), NULL) AS ends,
           -- How far the day's market, or that of some day of a month or year, may lie from the official rate or its average.
           CASE f.published_precision WHEN 'year' THEN 1.15 WHEN 'month' THEN 1.06 ELSE 1.03 END AS leeway,
           o.period_start, o.period_end
    FROM amounts f JOIN amounts o ON o.fact = f.converts AND o.document = f.document
    WHERE f.unit <> o.unit
), rated AS (
    SELECT t.*, a.rate / b.rate AS official, coalesce(a.last, b.last) AS official_day,
           CASE WHEN t.published IS NULL THEN 'the story has no date' ELSE coalesce(a.reason, b.reason) END AS reason,
           coalesce(implied_high * leeway >= official AND implied_low <= official * leeway, FALSE) AS fits
    FROM told t, LATERAL usd_rate(t.original_unit, t.begins, t.ends, 'price') a, LATERAL usd_rate(t.unit, t.begins, t.ends, 'price') b
), judged AS (
    SELECT r.*, a.rate / b.rate AS of_period, CASE
        WHEN fits THEN 'agrees'
        WHEN implied IS NULL THEN 'unknown'
        WHEN implied_high * 1.06 >= of_period AND implied_low <= of_period * 1.06 THEN 'period'
        WHEN official IS NULL THEN 'unknown'
        WHEN implied_high * leeway >= 1 / official AND implied_low <= leeway / official THEN 'inverted'
        WHEN implied_high >= official * 0.75 AND implied_low <= official * 1.25 THEN 'near'
        ELSE 'wrong' END AS finding
    -- An amount of another time ("the 844 million pounds ($1.6 billion) bid in August") is told at the rate of that time.
    FROM (SELECT *, CASE WHEN NOT fits THEN period_start END AS earlier_start, CASE WHEN NOT fits THEN period_end END AS earlier_end FROM rated) r,
         LATERAL usd_rate(r.original_unit, r.earlier_start, r.earlier_end, 'flow') a, LATERAL usd_rate(r.unit, r.earlier_start, r.earlier_end, 'flow') b
)
SELECT document, story, publisher, published, original, original_printed, original_unit, fact, printed, unit,
       implied, implied_low, implied_high, official, official_day, implied / official - 1 AS gap, finding,
       original_printed || ' told as ' || printed || ': ' || coalesce(printf('%.5g', implied), 'no') || ' ' || unit || ' for one ' || original_unit
       || coalesce('; the official rate of ' || official_day || ' is ' || printf('%.5g', official), '') || CASE finding
           WHEN 'agrees' THEN ': they agree within what is printed'
           WHEN 'period' THEN '; ' || printf('%.5g', of_period) || ' was that of ' || CASE WHEN period_start = period_end THEN period_end::VARCHAR ELSE period_start || ' to ' || period_end END || ', which the amount is about'
           WHEN 'inverted' THEN ': the rate is upside down'
           WHEN 'near' THEN printf(': %+.0f', 100 * (implied / official - 1)) || ' percent off, perhaps the rate of another day'
           WHEN 'wrong' THEN printf(': %.3g', greatest(implied / official, official / implied)) || ' times too ' || CASE WHEN implied > official THEN 'high' ELSE 'low' END || ', which cannot be right'
           ELSE '; not compared: ' || coalesce(reason, 'the amount is nil') END AS words,
       sentence
FROM judged JOIN (SELECT rowid AS fact_row, sentence FROM fact) USING (fact_row); -- at the end: nobody who does not ask for it reads it
COMMENT ON VIEW conversions IS 'One row an amount that a story tells again in another money, with the rate that the two imply and the official one of the story''s day.';
COMMENT ON COLUMN conversions.document IS 'Key of the document.';
COMMENT ON COLUMN conversions.story IS 'The source''s id of the story.';
COMMENT ON COLUMN conversions.publisher IS 'Who published it.';
COMMENT ON COLUMN conversions.published IS 'Publication date as known.';
COMMENT ON COLUMN conversions.original IS 'The fact that was told again.';
COMMENT ON COLUMN conversions.original_printed IS 'Its amount as printed.';
COMMENT ON COLUMN conversions.original_unit IS 'Its money.';
COMMENT ON COLUMN conversions.fact IS 'The fact that tells it again.';
COMMENT ON COLUMN conversions.printed IS 'Its amount as printed.';
COMMENT ON COLUMN conversions.unit IS 'Its money.';
COMMENT ON COLUMN conversions.implied IS 'Units of the second money for one of the first, by the two amounts; of ranges by the lower ends.';
COMMENT ON COLUMN conversions.implied_low IS 'The least that the printed digits of both allow.';
COMMENT ON COLUMN conversions.implied_high IS 'The most; null where they set no bound.';
COMMENT ON COLUMN conversions.official IS 'The same by official rates: of the story''s day, or the average of its month or year where no more is known. Null where there is none.';
COMMENT ON COLUMN conversions.official_day IS 'The day of the official rate, the last one of an average.';
COMMENT ON COLUMN conversions.gap IS 'Implied over official, less one.';
COMMENT ON COLUMN conversions.finding IS 'agrees: within the printed digits and 3 percent (6 for a month, 15 for a year); period: it agrees with the rate of the period that the amount is about; near: within a quarter; inverted: it is one over the rate; wrong: neither; unknown: nothing to compare.';
COMMENT ON COLUMN conversions.words IS 'The finding in words.';
COMMENT ON COLUMN conversions.sentence IS 'The sentence that says it.';
