-- One row a series among $1: the publishers and the number of different texts behind its points.
SELECT p.series_id, coalesce(list(DISTINCT c.publisher ORDER BY c.publisher) FILTER (c.publisher <> ''), []) AS publishers, count(DISTINCT c.voice) AS documents
FROM claim c JOIN point p USING (point)
WHERE p.series_id IN (SELECT unnest($1::VARCHAR[]))
GROUP BY p.series_id;
