-- One row a dated period of a series among $1 (a fiscal year whose span no story tells has no date): its first and its latest value.
SELECT l.series_id, l.period, l.period_start AS start, l.period_end AS "end", l.value, coalesce(f.value, l.value) AS first_value, l.low, l.high,
       l.vintage AS vintages, l.documents, l.publishers, l.published, l.published_precision
FROM vintages l
LEFT JOIN vintages f ON f.point = l.point AND f.vintage = 1
WHERE l.latest AND l.period_start IS NOT NULL AND l.series_id IN (SELECT unnest($1::VARCHAR[]))
ORDER BY l.series_id, l.period_start, l.period;
