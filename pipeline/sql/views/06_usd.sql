-- usd_rates: one row a currency and day.
-- usd_rate(currency, first, last, kind): one row, the rate of an amount of a currency and span. usd(value, currency, period[, kind]): the amount in US dollars.
CREATE OR REPLACE VIEW usd_rates AS
SELECT c.currency, c.day, CAST(u.per_eur AS DOUBLE) / CAST(c.per_eur AS DOUBLE) AS usd, c.source
FROM rate c
JOIN rate u ON u.day = c.day AND u.currency = 'USD';
COMMENT ON VIEW usd_rates IS 'One row a currency and day: what one unit was worth in US dollars, by the rates of both against the euro.';
COMMENT ON COLUMN usd_rates.currency IS 'ISO 4217 code, the euro included.';
COMMENT ON COLUMN usd_rates.day IS 'The day of the rate.';
COMMENT ON COLUMN usd_rates.usd IS 'US dollars for one unit.';
COMMENT ON COLUMN usd_rates.source IS 'Who sets the rates, and the package that their history came with.';

CREATE OR REPLACE MACRO part_first(p) AS CASE
    WHEN p LIKE '____' THEN try_strptime(p, '%Y')
    WHEN p LIKE '____-Q_' THEN try_strptime(p[:4], '%Y') + to_months(3 * (TRY_CAST(p[7:] AS INTEGER) - 1))
    WHEN p LIKE '____-H_' THEN try_strptime(p[:4], '%Y') + to_months(6 * (TRY_CAST(p[7:] AS INTEGER) - 1))
    WHEN p LIKE '____-W__' THEN try_strptime(p || '-1', '%G-W%V-%u')
    WHEN p LIKE '____-__' THEN try_strptime(p, '%Y-%m')
    ELSE try_strptime(p, '%Y-%m-%d') END;
COMMENT ON MACRO part_first IS 'Start of a year, half, quarter, month, week or day in ISO 8601; null of anything else.';

CREATE OR REPLACE MACRO part_next(p) AS part_first(p) + CASE
    WHEN p LIKE '____' THEN INTERVAL 12 MONTHS
    WHEN p LIKE '____-Q_' THEN INTERVAL 3 MONTHS
    WHEN p LIKE '____-H_' THEN INTERVAL 6 MONTHS
    WHEN p LIKE '____-W__' THEN INTERVAL 7 DAYS
    WHEN p LIKE '____-__' THEN INTERVAL 1 MONTH
    ELSE INTERVAL 1 DAY END;
COMMENT ON MACRO part_next IS 'Start of the year, half, quarter, month, week or day after one in ISO 8601; null of anything else.';

-- The bank sets rates on its working days, never more than five days apart: a day without one has a rate at most four days old.
-- Averages are taken of decimals: their sum does not hang on the order of adding.  The arguments are bound first, apart: where the caller's column is called `day`, it must not become the day of a rate.
CREATE OR REPLACE MACRO usd_rate(money, begins, ends, sort) AS TABLE
SELECT CASE WHEN basis = 'same' THEN 1.0::DOUBLE WHEN basis = 'average' THEN mean WHEN basis IS NOT NULL THEN last_rate END AS rate,
       basis,
       CASE basis WHEN 'average' THEN first_used WHEN 'end' THEN last_used WHEN 'day' THEN last_used END AS first,
       CASE WHEN basis <> 'same' THEN last_used END AS last,
       CASE WHEN basis <> 'same' THEN origin END AS source,
       reason
FROM (
    SELECT *, CASE WHEN reason IS NOT NULL THEN NULL WHEN g.currency = 'USD' THEN 'same' WHEN g.kind = 'stock' AND g.first IS DISTINCT FROM g.last THEN 'end'
                   WHEN g.first = g.last OR used = 0 THEN 'day' ELSE 'average' END AS basis
    FROM (
        SELECT *, CASE
            WHEN g.kind NOT IN ('flow', 'stock', 'price', 'ratio') THEN error('usd: the kind is flow, stock, price or ratio, not ' || g.kind)
            WHEN g.kind = 'ratio' THEN 'a rate between two moneys is no amount of money'
            WHEN g.currency = 'USD' THEN NULL
            WHEN g.currency = 'XXX' THEN 'the story does not tell which currency'
            WHEN opens IS NULL THEN 'the European Central Bank has no rate for ' || g.currency
            WHEN g.last IS NULL OR (g.first IS NULL AND g.kind <> 'stock') THEN 'the period is open, or no story tells its span'
            WHEN g.last < opens OR (g.kind <> 'stock' AND g.first < opens - 4) THEN 'official rates of ' || g.currency || ' begin on ' || opens
            WHEN g.last > closes + 4 THEN 'official rates of ' || g.currency || ' end on ' || closes
            WHEN last_used IS NULL OR last_used < g.last - 4 OR (g.kind <> 'stock' AND used < working) THEN 'official rates of ' || g.currency || ' do not cover the period'
            END AS reason
        FROM (SELECT money AS currency, CAST(begins AS DATE) AS first, CAST(ends AS DATE) AS last, CAST(coalesce(begins, ends) AS DATE) - 4 AS since, sort AS kind) g,
             LATERAL (SELECT count(*) FILTER (r.day >= g.first) AS used, avg(CAST(r.usd AS DECIMAL(18, 15))) FILTER (r.day >= g.first) AS mean,
                             min(r.day) FILTER (r.day >= g.first) AS first_used, max(r.day) AS last_used,
                             arg_max(r.usd, r.day) AS last_rate, max(r.source) AS origin
                      FROM usd_rates r WHERE r.currency = g.currency AND r.day BETWEEN g.since AND g.last),
             LATERAL (SELECT count(*) AS working FROM rate r WHERE r.currency = 'USD' AND r.day BETWEEN g.first AND g.last),
             LATERAL (SELECT min(r.day) AS opens, max(r.day) AS closes FROM rate r WHERE r.currency = g.currency)
    ) g
);
COMMENT ON MACRO TABLE usd_rate IS 'US dollars for one unit of a currency from a first to a last day: on the last day for a stock, else the average of the days (of one day: its rate). With basis (average, end, day, same), first and last day of the rates used, source, and where there is no rate, the reason in words.';

CREATE OR REPLACE MACRO usd(value, currency, period, kind) AS
    CAST(value AS DOUBLE) * (SELECT r.rate FROM usd_rate(currency, part_first(split_part(CAST(period AS VARCHAR), '/', 1)), part_next(split_part(CAST(period AS VARCHAR), '/', -1)) - INTERVAL 1 DAY, kind) r)
, (value, currency, period) AS
    CAST(value AS DOUBLE) * (SELECT r.rate FROM usd_rate(currency, part_first(split_part(CAST(period AS VARCHAR), '/', 1)), part_next(split_part(CAST(period AS VARCHAR), '/', -1)) - INTERVAL 1 DAY, 'flow') r);
COMMENT ON MACRO usd IS 'An amount in US dollars by official rates: the average of the period, with kind ''stock'' the rate at its end; of one day its rate. Null where no official rate exists; usd_rate and the view money tell why.';
