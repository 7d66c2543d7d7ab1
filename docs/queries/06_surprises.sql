-- How far was each release from what had been expected?
-- `surprises` sets the forecast told before, or with, a release beside the first value released.
SELECT period, expected, released, round(surprise, 6) AS surprise, CAST(released_at AS DATE) AS released_on
FROM surprises
WHERE outcome_series_id = 'gdp:USA:growth.annualised:percent:Q:actual'
ORDER BY period;
