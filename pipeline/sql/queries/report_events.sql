-- One row an event first told since $1, those that most texts tell first; at most $2.
SELECT event, indicator, '' AS variant, entity, entity_id, partner, value, unit, per, statistic, status, period, first_said, documents, publishers,
       list_sort(list_distinct(list_transform(history, lambda told: told.publisher))) AS said_by, count(*) OVER () AS total
FROM events
WHERE entity_id IS NOT NULL AND first_said >= $1::DATE AND value <> 0
ORDER BY documents DESC, abs(value) DESC, first_said DESC, entity_id, indicator
LIMIT $2;
