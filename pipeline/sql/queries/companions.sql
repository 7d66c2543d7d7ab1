-- One row a forecast or target of the same measure as series $1.
SELECT o.status, o.period, o.period_start, o.period_end, o.value, o.published
FROM latest o
JOIN series s ON s.series_id = $1
WHERE o.status IN ('forecast', 'target') AND o.indicator = s.indicator AND o.variant = s.variant AND o.statistic = s.statistic AND o.unit = s.unit
  AND o.entity_id IS NOT DISTINCT FROM s.entity_id AND o.partner IS NOT DISTINCT FROM s.partner AND o.per IS NOT DISTINCT FROM s.per
  AND (o.basis IS NULL OR s.basis IS NULL OR o.basis = s.basis) AND o.period_start IS NOT NULL
  AND (o.frequency = s.frequency OR o.status = 'target')
ORDER BY o.status, o.period_start;
