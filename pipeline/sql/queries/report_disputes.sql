-- One row a value told since $1 that differs from the one shown for its period, those of the series that most texts tell first; at most $2. Gaps of more than
-- ten times the usual step are left out: most are misreadings.
SELECT s.*, x.period, x.value_shown, x.value, x.gap, x.said_by, x.shown_by, x.documents AS texts, x.documents_shown, count(*) OVER () AS total
FROM disagreements x JOIN followed s USING (series_id)
WHERE s.frequency NOT IN ('D', 'O') AND x.first_said >= $1::DATE AND (s.usual IS NULL OR abs(x.gap) <= 10 * s.usual)
QUALIFY row_number() OVER (PARTITION BY s.series_id ORDER BY x.documents DESC, x.first_said DESC, x.period, x.value) <= 2
ORDER BY s.documents DESC, x.first_said DESC, s.series_id, x.period, x.value
LIMIT $2;
