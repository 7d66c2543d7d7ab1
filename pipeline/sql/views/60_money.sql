-- money: one row an observation in money.
CREATE OR REPLACE VIEW money AS
SELECT o.series_id, o.entity, o.entity_id, o.partner, o.indicator, o.variant, o.statistic, o.per, o.frequency, o.status,
       o.period, o.period_start, o.period_end, o.vintage, o.value, o.unit, o.value * r.rate AS usd, o.kind,
       r.rate, r.basis AS rate_basis, r.first AS rate_first, r.last AS rate_last, r.source AS rate_source, r.reason, o.published, o.fact_ids
FROM (
    -- What a stock changed by flowed in or out over the period.
    SELECT o.*, CASE WHEN k.kind = 'stock' AND o.statistic = 'change' THEN 'flow' ELSE coalesce(k.kind, 'flow') END AS kind
    FROM observations o LEFT JOIN indicator_kind k USING (indicator)
    WHERE regexp_full_match(o.unit, '[A-Z]{3}')
) o, LATERAL usd_rate(o.unit, o.period_start, o.period_end, o.kind) r;
COMMENT ON VIEW money IS 'One row an observation in money, in US dollars by official rates: the average of the period for flows, its end for stocks, the day for prices and whatever is dated to a day.';
COMMENT ON COLUMN money.series_id IS 'The series.';
COMMENT ON COLUMN money.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN money.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN money.partner IS 'The other side.';
COMMENT ON COLUMN money.indicator IS 'What is measured.';
COMMENT ON COLUMN money.variant IS 'What narrows it.';
COMMENT ON COLUMN money.statistic IS 'level or change.';
COMMENT ON COLUMN money.per IS 'Denominator; usd is for one of it too.';
COMMENT ON COLUMN money.frequency IS 'SDMX FREQ.';
COMMENT ON COLUMN money.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN money.period IS 'ISO period.';
COMMENT ON COLUMN money.period_start IS 'First day.';
COMMENT ON COLUMN money.period_end IS 'Last day.';
COMMENT ON COLUMN money.vintage IS '1 for the first release, 2 for the first revision, and so on.';
COMMENT ON COLUMN money.value IS 'Signed value in unit.';
COMMENT ON COLUMN money.unit IS 'ISO 4217 code of the money it was told in.';
COMMENT ON COLUMN money.usd IS 'Signed value in US dollars; null where no official rate exists.';
COMMENT ON COLUMN money.kind IS 'flow, stock, price or ratio: the indicator''s kind; a change of a stock is a flow.';
COMMENT ON COLUMN money.rate IS 'US dollars for one unit.';
COMMENT ON COLUMN money.rate_basis IS 'average of the period, end of the period, day, or same (told in US dollars).';
COMMENT ON COLUMN money.rate_first IS 'First day whose rate went into it.';
COMMENT ON COLUMN money.rate_last IS 'Last such day.';
COMMENT ON COLUMN money.rate_source IS 'Who set the rates, and the package that their history came with.';
COMMENT ON COLUMN money.reason IS 'Why usd is null, in words; else null.';
COMMENT ON COLUMN money.published IS 'When this value was first said; of one that a revision calls the value before, when its vintage was.';
COMMENT ON COLUMN money.fact_ids IS 'The facts behind it.';
