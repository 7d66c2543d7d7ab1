-- What are the latest values of a series?
-- `latest` has one row a period, the value that stands now. `statwire series unemployment` finds the id.
SELECT period, value, CAST(published AS DATE) AS published, vintage, documents
FROM latest
WHERE series_id = 'unemployment:USA:level:percent:M:actual'
ORDER BY period_start DESC
LIMIT 3;
