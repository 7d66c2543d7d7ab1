-- One row a followed series whose latest step was large beside the usual one: of $1 steps or more, the latest since $2, those that most texts tell first; at
-- most $3. Steps of more than ten times the usual are left out: most are misreadings.
WITH steps AS (
    SELECT series_id, period, period_start, value, value - lag(value) OVER w AS step, lag(value) OVER w AS value_before, lag(period) OVER w AS period_before,
           lag(period_end) OVER w + 1 = period_start AS next, list(value) OVER (w ROWS 11 PRECEDING) AS spark
    FROM vintages
    WHERE latest AND period_start IS NOT NULL AND series_id IN (SELECT series_id FROM followed WHERE steps >= $1)
    WINDOW w AS (PARTITION BY series_id ORDER BY period_start, period)
    QUALIFY row_number() OVER (PARTITION BY series_id ORDER BY period_start DESC, period DESC) = 1
)
SELECT s.*, l.period, l.value, l.value_before, l.period_before, l.step, l.spark
FROM steps l JOIN followed s USING (series_id)
WHERE l.next AND l.period_start >= $2 AND abs(l.step) > 2 * s.usual AND abs(l.step) <= 10 * s.usual
ORDER BY s.documents DESC, abs(l.step) / s.usual DESC, s.series_id
LIMIT $3;
