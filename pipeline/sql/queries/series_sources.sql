-- One row: the publishers and the number of different texts behind the points of series $1.
SELECT coalesce(list(DISTINCT publisher ORDER BY publisher) FILTER (publisher <> ''), []) AS publishers, count(DISTINCT voice) AS documents
FROM claims
WHERE series_id = $1;
