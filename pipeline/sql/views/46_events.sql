-- events: one row an event: a write-off, deal, fine, grant, issue or stake, each amount once a day and pair.
CREATE OR REPLACE VIEW events AS
SELECT indicator, entity, entity_id, partner, value, low, high, unit, status, min(published) AS first_said, max(published) AS last_said,
       any_value(stated_period) AS period, count(DISTINCT voice)::INTEGER AS documents, count(DISTINCT publisher)::INTEGER AS publishers,
       list(DISTINCT fact ORDER BY fact) AS fact_ids
FROM claims
WHERE is_event(indicator)
GROUP BY indicator, entity, entity_id, partner, value, low, high, unit, status;
COMMENT ON VIEW events IS 'Events are listed, never averaged and never in dispute with another event.';
COMMENT ON COLUMN events.indicator IS 'What is measured.';
COMMENT ON COLUMN events.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN events.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN events.partner IS 'The other side.';
COMMENT ON COLUMN events.value IS 'Signed value.';
COMMENT ON COLUMN events.low IS 'Signed lower bound.';
COMMENT ON COLUMN events.high IS 'Signed upper bound.';
COMMENT ON COLUMN events.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN events.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN events.first_said IS 'When it was first said.';
COMMENT ON COLUMN events.last_said IS 'When it was last said.';
COMMENT ON COLUMN events.period IS 'Its period where a story tells one.';
COMMENT ON COLUMN events.documents IS 'Different texts that tell it.';
COMMENT ON COLUMN events.publishers IS 'Publishers that tell it.';
COMMENT ON COLUMN events.fact_ids IS 'The facts behind it.';
