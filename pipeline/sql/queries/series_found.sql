-- One row a series among $1 (null: among all): those with dated points first, then those that most texts tell.
SELECT series_id, count(DISTINCT period) AS points,
       coalesce(arg_min(period, (period_start, period)), min(period)) AS first_period, coalesce(arg_max(period, (period_end, period)), max(period)) AS last_period,
       count(DISTINCT voice) AS documents, count(DISTINCT publisher) FILTER (publisher <> '' AND new_publisher) AS publishers
FROM claims
WHERE $1 IS NULL OR series_id IN (SELECT unnest($1::VARCHAR[]))
GROUP BY series_id
ORDER BY points > 0 DESC, documents DESC, points DESC, series_id;
