-- What is missing in each series?
-- `coverage` names the periods between the first and the last of a series that have no value.
SELECT series_id, first_period, last_period, points, missing, missing_periods
FROM coverage
WHERE missing > 0
ORDER BY missing DESC, series_id;
