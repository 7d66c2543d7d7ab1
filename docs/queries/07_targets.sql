-- How far are outcomes from their targets?
-- The distance is outcome less target; a target without a due date is set against the latest outcome.
SELECT series_id, target, due, outcome_period, outcome, round(distance, 6) AS distance
FROM targets
ORDER BY series_id, due;
