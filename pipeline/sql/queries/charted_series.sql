-- One row a series of actual values with at least $1 dated observations, the best supported first; whose figure it is must be known.
SELECT series_id, entity, entity_id, partner, indicator, variant, statistic, basis, unit, per, adjustment, frequency, status, points, documents
FROM series
WHERE dated >= $1 AND status = 'actual' AND indicator <> 'other' AND frequency <> 'U' AND entity_id IS NOT NULL
ORDER BY documents DESC, points DESC, series_id
LIMIT $2;
