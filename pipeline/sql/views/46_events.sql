-- events: one row an event: a write-off, deal, fine, grant, issue, investment or stake, however often and in whatever words it is told.
CREATE OR REPLACE MACRO standing(status) AS
    CASE status WHEN 'actual' THEN 1 WHEN 'estimate' THEN 2 WHEN 'plan' THEN 3 WHEN 'target' THEN 4 WHEN 'forecast' THEN 5 ELSE 6 END;
COMMENT ON MACRO standing IS 'How settled a status is: 1 for what is done.';

CREATE OR REPLACE VIEW events AS
WITH told AS (
    SELECT c.* REPLACE (f.fact AS fact), c.fact AS n, p.entity_id, p.partner, p.indicator, p.statistic, p.unit, p.per, p.status, p.series_id
    FROM claim c JOIN point p USING (point) JOIN fact f ON f.rowid = c.fact
    WHERE c.event IS NOT NULL
), amounts AS (
    SELECT event, status, value, low, high, bool_or(own_source) AS own_source, min(precision) AS precision, CASE WHEN bool_or(approx = 'exact') THEN 'exact' ELSE min(approx) END AS approx,
           count(DISTINCT publisher) FILTER (new_publisher) AS publishers, count(DISTINCT voice) AS documents, max(confidence) AS confidence, arg_min(stated_period, (stated_period IS NULL, published, n)) AS period
    FROM told WHERE superseded_at IS NULL GROUP BY event, status, value, low, high
), shown AS (
    SELECT * FROM amounts
    QUALIFY row_number() OVER (PARTITION BY event ORDER BY standing(status), own_source DESC, approx <> 'exact', precision, publishers DESC, documents DESC, confidence DESC, value) = 1
), gathered AS (
    SELECT event, any_value(indicator) AS indicator, any_value(statistic) AS statistic, any_value(unit) AS unit, any_value(per) AS per,
           -- The sides as the telling has them that names both, and of these the first.
           arg_min({'entity': entity, 'entity_id': entity_id, 'partner': partner}, (entity_id IS NULL, partner IS NULL, published, n)) AS sides,
           min(published) AS first_said, max(published) AS last_said,
           min(published) FILTER (status <> 'actual') AS planned_at, min(published) FILTER (status = 'actual') AS done_at,
           count(DISTINCT voice)::INTEGER AS documents, count(DISTINCT publisher) FILTER (new_publisher)::INTEGER AS publishers,
           list(DISTINCT value ORDER BY value) FILTER (superseded_at IS NULL) AS amounts_told,
           list({'published': published, 'status': status, 'value': value, 'approx': approx, 'publisher': publisher, 'fact': fact} ORDER BY published, n) FILTER (new_voice) AS history,
           list(DISTINCT fact ORDER BY fact) AS fact_ids
    FROM told GROUP BY event
)
SELECT g.event, g.indicator, g.sides.entity AS entity, g.sides.entity_id AS entity_id, g.sides.partner AS partner,
       s.value, s.low, s.high, s.approx, g.statistic, g.unit, g.per, s.status, s.period, g.first_said, g.last_said, g.planned_at, g.done_at,
       g.documents, g.publishers, g.amounts_told, g.history, g.fact_ids,
       s.value * r.rate AS usd, r.rate, r.basis AS rate_basis, r.first AS rate_first, r.last AS rate_last, r.source AS rate_source, CASE WHEN regexp_full_match(g.unit, '[A-Z]{3}') THEN r.reason ELSE 'a stake in percent is no amount of money' END AS reason
FROM gathered g JOIN shown s USING (event)
-- What is done is worth the average of its period where a story tells one; else, and where it is to come, an amount is worth what it was on the day of its telling.
JOIN LATERAL (
    SELECT coalesce(g.done_at, g.first_said)::DATE AS told, s.status = 'actual' AND part_first(split_part(s.period, '/', 1)) IS NOT NULL AND part_first(split_part(s.period, '/', -1)) IS NOT NULL AS dated
) d ON TRUE
JOIN LATERAL usd_rate(g.unit, CASE WHEN d.dated THEN part_first(split_part(s.period, '/', 1)) ELSE d.told END,
                              CASE WHEN d.dated THEN part_next(split_part(s.period, '/', -1)) - INTERVAL 1 DAY ELSE d.told END, 'flow') r ON TRUE;
COMMENT ON VIEW events IS 'Events are listed each once, never averaged and never in dispute with another event. The amount shown is of the most settled status told (done before planned), then of who it concerns, then the most finely printed, then that of most publishers.';
COMMENT ON COLUMN events.event IS 'Number of the event, the least number of a fact that tells it; another one where an earlier telling turns up to be the same.';
COMMENT ON COLUMN events.indicator IS 'debt_relief, deal_value, fine, aid, debt_issue, share_issue, stake or investment.';
COMMENT ON COLUMN events.entity IS 'Whose event it is, as printed where both sides are named.';
COMMENT ON COLUMN events.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN events.partner IS 'Key of the other side.';
COMMENT ON COLUMN events.value IS 'The amount, signed.';
COMMENT ON COLUMN events.low IS 'Signed lower bound.';
COMMENT ON COLUMN events.high IS 'Signed upper bound.';
COMMENT ON COLUMN events.approx IS 'How near the amount is meant.';
COMMENT ON COLUMN events.statistic IS 'level, or share for a stake.';
COMMENT ON COLUMN events.unit IS 'percent for a stake, else ISO 4217.';
COMMENT ON COLUMN events.per IS 'Denominator: share for a price a share.';
COMMENT ON COLUMN events.status IS 'The most settled status told: actual, estimate, plan, target, forecast, hypothetical.';
COMMENT ON COLUMN events.period IS 'Its period where a story tells one.';
COMMENT ON COLUMN events.first_said IS 'When it was first said.';
COMMENT ON COLUMN events.last_said IS 'When it was last said.';
COMMENT ON COLUMN events.planned_at IS 'When it was first said as something to come; null where it never was.';
COMMENT ON COLUMN events.done_at IS 'When it was first said as done; null where it never was.';
COMMENT ON COLUMN events.documents IS 'Different texts that tell it.';
COMMENT ON COLUMN events.publishers IS 'Independent publishers that tell it: who prints another''s text is none.';
COMMENT ON COLUMN events.amounts_told IS 'The different amounts told for it, least first.';
COMMENT ON COLUMN events.history IS 'How it was told, in order: published, status, value, approx, publisher, fact; a text that repeats itself once.';
COMMENT ON COLUMN events.fact_ids IS 'The facts behind it.';
COMMENT ON COLUMN events.usd IS 'The amount in US dollars by official rates: what is done by the average of its period where a story tells one, else by the day on which it was first told as done, or first told; null where no official rate exists, and for a stake in percent.';
COMMENT ON COLUMN events.rate IS 'US dollars for one unit.';
COMMENT ON COLUMN events.rate_basis IS 'average of the period, day, or same (told in US dollars).';
COMMENT ON COLUMN events.rate_first IS 'First day whose rate went into it.';
COMMENT ON COLUMN events.rate_last IS 'Last such day.';
COMMENT ON COLUMN events.rate_source IS 'Who set the rates, and the package that their history came with.';
COMMENT ON COLUMN events.reason IS 'Why usd is null, in words; else null.';
