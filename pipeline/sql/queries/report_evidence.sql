-- One row a sentence behind the value that stands for one of the $2 newest periods of a series among $1, at most $3 a period, the best first.
WITH shown AS (
    SELECT series_id, period, point, vintage, value, low, high
    FROM vintages WHERE latest AND period_start IS NOT NULL AND series_id IN (SELECT unnest($1::VARCHAR[]))
    QUALIFY row_number() OVER (PARTITION BY series_id ORDER BY period_start DESC, period DESC) <= $2
)
SELECT s.series_id, s.period, f.fact, f.sentence, f.value_text, d.publisher, c.published, c.published_precision, d.title, d.url, d.licence, f.confidence,
       rule_names(f.rules) AS rules
FROM shown s
JOIN claim c USING (point, vintage, value, low, high)
JOIN fact f ON f.rowid = c.fact
JOIN document d ON d.rowid = c.document
QUALIFY row_number() OVER (PARTITION BY s.series_id, s.period ORDER BY c.superseded_at IS NOT NULL, NOT c.own_source, NOT c.new_voice, f.confidence DESC, c.published, c.fact) <= $3
ORDER BY s.series_id, s.period, c.superseded_at IS NOT NULL, NOT c.own_source, NOT c.new_voice, f.confidence DESC, c.published, c.fact;
