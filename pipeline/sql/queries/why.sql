-- One row a fact that speaks for series $1 in period $2, the value shown first.
SELECT c.published, f.publisher, c.value, c.revision, coalesce(list_contains(o.fact_ids, c.fact), FALSE) AS shown, f.sentence, f.story, left(f.fact, 8) AS fact, f.correction
FROM claims c
JOIN facts f ON f.fact = c.fact AND f.document = c.document
LEFT JOIN latest o ON o.series_id = c.series_id AND o.period = c.period
WHERE c.series_id = $1 AND c.period = $2
ORDER BY shown DESC, c.published, f.story, f.start;
