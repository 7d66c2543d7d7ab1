-- One row a period of one measure over places, $1 being the codes of places: of the headline rate that most of them have, or of the places that have the
-- measure of series $2; the $3 places with most values.
WITH held AS (
    SELECT *, count(DISTINCT entity_id) OVER (PARTITION BY indicator, variant, statistic, basis, unit, adjustment, frequency) AS places,
           sum(documents) OVER (PARTITION BY indicator, variant, statistic, basis, unit, adjustment, frequency) AS told
    FROM followed
    WHERE dated > 2 AND partner IS NULL AND per IS NULL AND list_contains($1::VARCHAR[], entity_id)
      AND frequency IN ('A', 'S', 'Q', 'M')
), measure AS (
    SELECT indicator, variant, statistic, basis, unit, adjustment, frequency FROM held
    WHERE CASE WHEN $2::VARCHAR IS NULL THEN unit = 'percent' AND variant = '' AND places > 2 ELSE series_id = $2 END
    ORDER BY places DESC, told DESC, series_id LIMIT 1
), chosen AS (
    SELECT h.* FROM held h JOIN measure m ON h.indicator = m.indicator AND h.variant = m.variant AND h.statistic = m.statistic AND h.unit = m.unit
       AND h.frequency = m.frequency AND h.basis IS NOT DISTINCT FROM m.basis AND h.adjustment IS NOT DISTINCT FROM m.adjustment
    ORDER BY h.dated DESC, h.series_id LIMIT $3
)
SELECT c.series_id, c.entity_id, v.period, v.period_start AS start, v.period_end AS "end", v.value
FROM chosen c JOIN vintages v USING (series_id)
WHERE v.latest AND v.period_start IS NOT NULL
ORDER BY c.dated DESC, c.series_id, v.period_start, v.period;
