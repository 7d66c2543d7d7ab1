-- One row an observation of the view `source` that is exported: of the series $1, or of each whose id holds every word of $1; in the order of the files.
SELECT series_id, indicator, variant, entity, entity_id, partner, statistic, basis, unit, per, adjustment, frequency, status,
       period, period_start, period_end, vintage, value, low, high, approx, published, published_precision,
       documents, publishers, own_source, confidence, fact_ids
FROM source
WHERE series_id = $1
   OR (len(list_filter(string_split(lower($1), ' '), lambda word: NOT contains(lower(series_id), word))) = 0
       AND NOT EXISTS (SELECT 1 FROM series WHERE series_id = $1))
ORDER BY series_id, period_start NULLS LAST, period, vintage;
