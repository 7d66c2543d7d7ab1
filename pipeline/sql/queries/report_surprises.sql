-- One row a release of a followed series since $1 that differed from what was expected last, those of the series that most texts tell first; at most $2.
-- Surprises of more than ten times the usual step are left out: most are misreadings.
SELECT s.*, x.period, x.expected, x.released, x.surprise, x.forecasts, x.released_at, count(*) OVER () AS total
FROM surprises x JOIN followed s ON s.series_id = x.outcome_series_id
WHERE x.released_at >= $1::DATE AND s.frequency NOT IN ('D', 'O') AND x.surprise <> 0 AND (s.usual IS NULL OR abs(x.surprise) <= 10 * s.usual)
QUALIFY row_number() OVER (PARTITION BY s.series_id ORDER BY x.released_at DESC, x.forecasts DESC, x.series_id) <= 2
ORDER BY s.documents DESC, x.released_at DESC, s.series_id, x.period, x.series_id
LIMIT $2;
