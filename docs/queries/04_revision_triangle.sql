-- How was each period revised, vintage by vintage?
-- A revision triangle: a row a period, its vintages across, the sum of the changes at the end.
SELECT period,
       max(value) FILTER (vintage = 1) AS first, max(value) FILTER (vintage = 2) AS second, max(value) FILTER (vintage = 3) AS third,
       round(arg_max(value, vintage) - arg_min(value, vintage), 6) AS revised_by
FROM observations
WHERE series_id = 'gdp:USA:growth.annualised:percent:Q:actual'
GROUP BY period
ORDER BY period;
