-- One row a series among $1.
SELECT series_id, entity, entity_id, partner, indicator, variant, statistic, basis, unit, per, adjustment, frequency, status, points, dated, documents
FROM series WHERE series_id IN (SELECT unnest($1::VARCHAR[]));
