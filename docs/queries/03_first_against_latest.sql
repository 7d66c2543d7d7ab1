-- Which first releases no longer stand?
-- Both views have one row a series and period, so they join on the two.
SELECT series_id, period, f.value AS first_value, CAST(f.published AS DATE) AS first_said, l.value AS latest_value, CAST(l.published AS DATE) AS latest_said
FROM first_release f
JOIN latest l USING (series_id, period)
WHERE l.value <> f.value
ORDER BY series_id, period;
