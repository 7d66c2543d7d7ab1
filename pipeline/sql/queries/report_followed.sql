-- One row a series that reports follow: of actual values, of a known measure and owner, of known periods; with `usual`, the median size of its steps
-- from one period to the very next (null where there are fewer than three, or where it is dated by days).
-- Shares of those who were asked are left out: each answers a question of its own, which no series names.
WITH steps AS (
    SELECT series_id, abs(value - lag(value) OVER w) AS step, lag(period_end) OVER w + 1 = period_start AS next
    FROM vintages
    WHERE latest AND status = 'actual' AND indicator <> 'other' AND entity_id IS NOT NULL AND period_start IS NOT NULL AND frequency IN ('A', 'S', 'Q', 'M', 'W')
    WINDOW w AS (PARTITION BY series_id ORDER BY period_start, period)
), sizes AS (
    SELECT series_id, median(step) AS usual, count(*) AS steps FROM steps WHERE next GROUP BY series_id HAVING count(*) > 2
)
SELECT s.series_id, s.entity, s.entity_id, s.partner, s.indicator, s.variant, s.statistic, s.basis, s.unit, s.per, s.adjustment, s.frequency, s.status, s.points, s.dated,
       s.documents, z.usual, coalesce(z.steps, 0) AS steps
FROM main.series s LEFT JOIN sizes z USING (series_id)
WHERE s.status = 'actual' AND s.indicator <> 'other' AND s.frequency <> 'U' AND s.entity_id IS NOT NULL
  AND NOT (s.indicator = 'confidence' AND s.statistic = 'share');
