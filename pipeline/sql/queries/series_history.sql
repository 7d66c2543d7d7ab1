-- One row a period and vintage of series $1, for events one an amount: the value shown, and the fact that said it first.
WITH shown AS (
    SELECT period, vintage, value, low, high, approx, own_source, confidence, documents, publishers FROM observations WHERE series_id = $1
    UNION ALL
    SELECT period, vintage, value, low, high, CASE WHEN bool_or(approx = 'exact') THEN 'exact' ELSE min(approx) END, bool_or(own_source), max(confidence),
           sum(new_voice::INTEGER)::INTEGER, sum(new_publisher::INTEGER)::INTEGER
    FROM claims WHERE series_id = $1 AND superseded_at IS NULL AND is_event(indicator, statistic, unit) GROUP BY period, vintage, value, low, high
), disputed AS (
    SELECT period, vintage, list({value: value, gap: round(gap, 9), said_by: said_by} ORDER BY value) AS others FROM disagreements WHERE series_id = $1 GROUP BY period, vintage
)
SELECT c.series_id, c.period, c.period_start, c.period_end, s.vintage, s.value, s.low, s.high, s.approx, c.unit, c.per, s.own_source, s.confidence,
       s.documents, s.publishers, coalesce(d.others, []) AS others, left(f.published, 10) AS published, f.publisher, f.story, f.value_text, f.sentence, c.fact
FROM shown s
JOIN claims c ON c.series_id = $1 AND c.period = s.period AND c.vintage = s.vintage AND c.value = s.value AND c.low = s.low AND c.high = s.high
JOIN facts f ON f.fact = c.fact AND f.document = c.document
LEFT JOIN disputed d ON d.period = s.period AND d.vintage = s.vintage
QUALIFY row_number() OVER (PARTITION BY c.period, s.vintage, s.value, s.low, s.high ORDER BY c.published, c.new_voice DESC, f.story, f.start, c.document) = 1
ORDER BY c.period_start NULLS LAST, c.period, s.vintage, s.value;
