-- What was known on a day?
-- `as_of` shows the warehouse as it could have been read at the end of that day: October 2009 was revised to 10.1 in January 2010.
SELECT period, value, CAST(published AS DATE) AS published, vintage
FROM as_of(DATE '2009-12-31')
WHERE series_id = 'unemployment:USA:level:percent:M:actual'
ORDER BY period_start DESC
LIMIT 3;
