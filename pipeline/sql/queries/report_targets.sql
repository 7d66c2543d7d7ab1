-- One row a target that stands, with the latest outcome of the same measure, last said since $1, those that most texts tell first; at most $2.
SELECT s.*, t.target, t.low, t.high, t.due, t.outcome_period, t.outcome, t.distance, t.decided, t.set_at, count(*) OVER () AS total
FROM targets t JOIN followed s ON s.series_id = t.outcome_series_id
WHERE t.stands AND t.outcome IS NOT NULL AND t.last_said >= $1::DATE
QUALIFY row_number() OVER (PARTITION BY s.series_id, t.due ORDER BY t.documents DESC, t.last_said DESC, t.target) = 1
ORDER BY t.documents DESC, s.documents DESC, t.due_by DESC NULLS LAST, s.series_id, t.due, t.target
LIMIT $2;
