-- One row a series of actual values with at least $1 observations, the best supported first.
SELECT series_id, entity, entity_id, partner, indicator, variant, statistic, basis, unit, per, adjustment, frequency, status, points, documents
FROM series
WHERE points >= $1 AND status = 'actual' AND indicator <> 'other' AND frequency <> 'U'
ORDER BY documents DESC, points DESC, series_id
LIMIT $2;
