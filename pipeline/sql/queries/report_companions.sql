-- One row a forecast or target of the same measure as a series among $1.
SELECT s.series_id, o.status, o.period, o.period_start AS start, o.period_end AS "end", o.value, o.low, o.high, o.published
FROM series s
JOIN (FROM vintages WHERE latest AND status IN ('estimate', 'forecast', 'target', 'plan') AND period_start IS NOT NULL) o
  ON o.indicator = s.indicator AND o.variant = s.variant AND o.statistic = s.statistic AND o.unit = s.unit AND o.entity_id = s.entity_id
 AND o.partner IS NOT DISTINCT FROM s.partner AND o.per IS NOT DISTINCT FROM s.per
WHERE s.series_id IN (SELECT unnest($1::VARCHAR[])) AND (o.basis IS NULL OR s.basis IS NULL OR o.basis = s.basis)
  AND (o.frequency = s.frequency OR o.status = 'target')
ORDER BY s.series_id, o.status, o.period_start, o.period, o.series_id;
