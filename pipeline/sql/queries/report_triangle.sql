-- One row a period and vintage of the series, among $1 or (null) all followed ones, with most revised periods; of each the 24 newest.
WITH revised AS (
    SELECT v.series_id, v.point, any_value(period_start) AS period_start, any_value(period) AS period FROM vintages v JOIN followed s USING (series_id)
    WHERE period_start IS NOT NULL AND ($1::VARCHAR[] IS NULL AND v.frequency NOT IN ('D', 'O') OR v.series_id IN (SELECT unnest($1::VARCHAR[])))
    GROUP BY v.series_id, v.point
    HAVING max(v.vintage) > 1 AND min(v.value) <> max(v.value)
       AND (any_value(s.usual) IS NULL OR max(v.value) - min(v.value) <= 10 * any_value(s.usual))
), most AS (
    SELECT series_id FROM revised GROUP BY series_id HAVING count(*) > 1 OR $1 IS NOT NULL ORDER BY count(*) DESC, series_id LIMIT CASE WHEN $1 IS NULL THEN 1 ELSE 1000 END
), newest AS (
    FROM revised SEMI JOIN most USING (series_id) QUALIFY row_number() OVER (PARTITION BY series_id ORDER BY period_start DESC, period DESC) <= 24
)
SELECT v.series_id, v.period, v.vintage, v.value, v.published
FROM vintages v SEMI JOIN newest n ON n.point = v.point
ORDER BY v.series_id, v.period_start, v.period, v.vintage;
