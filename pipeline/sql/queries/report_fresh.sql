-- One row a value of a followed series that run $1 brought (null: that was published since $2), those of the series that most texts tell first; at most $3.
WITH brought AS (
    SELECT c.point, c.vintage FROM claim c JOIN fact f ON f.rowid = c.fact
    GROUP BY c.point, c.vintage
    HAVING CASE WHEN $1::VARCHAR IS NULL THEN min(c.published) >= $2::DATE ELSE bool_and(f.run = $1) END
)
SELECT s.*, v.period, v.vintage, v.value, v.published, v.published_precision, count(*) OVER () AS total,
       (SELECT arg_max(w.value, w.vintage) FROM vintages w WHERE w.point = v.point AND w.vintage < v.vintage) AS value_replaced,
       b.value AS value_before, b.period AS period_before
FROM brought JOIN vintages v USING (point, vintage)
JOIN followed s ON s.series_id = v.series_id
LEFT JOIN (FROM vintages WHERE latest) b ON b.series_id = v.series_id AND b.period_end + 1 = v.period_start
WHERE v.latest AND v.period_start IS NOT NULL AND s.frequency NOT IN ('D', 'O')
QUALIFY row_number() OVER (PARTITION BY v.point ORDER BY b.documents DESC NULLS LAST, b.period) = 1
ORDER BY s.documents DESC, v.period_start DESC, s.series_id, v.period
LIMIT $3;
