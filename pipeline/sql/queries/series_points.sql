-- One row a dated period of series $1 (a fiscal year whose span no story tells has no date): first and latest value, and the sentence of one fact behind the latest.
SELECT l.period, l.period_start, l.period_end, l.value, l.low, l.high, l.approx, l.published, l.published_precision, l.documents, l.publishers, l.vintage,
       f.value AS first_value, e.sentence, e.publisher, e.published AS said_on, e.title, e.licence, e.value_text
FROM latest l
JOIN first_release f USING (series_id, period)
LEFT JOIN facts e ON list_contains(l.fact_ids, e.fact)
WHERE l.series_id = $1 AND l.period_start IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY l.period ORDER BY e.published_at, e.document) = 1
ORDER BY l.period_start, l.period;
