-- frequency, period_first, period_last, period_kind, period_number, period_at, period_months: macros over one ISO 8601 period.
-- By length and place of the letters: six regular expressions a row were a quarter of all work.
CREATE OR REPLACE MACRO frequency(p) AS CASE
    WHEN p IS NULL THEN 'U'
    WHEN starts_with(p, 'FY') THEN 'A'
    WHEN contains(p, '/') THEN CASE WHEN length(p) = 15 AND p[5:] IN (concat('-01/', p[:4], '-06'), concat('-07/', p[:4], '-12')) THEN 'S' ELSE 'O' END
    ELSE CASE length(p)
        WHEN 4 THEN 'A'
        WHEN 7 THEN CASE p[6] WHEN 'Q' THEN 'Q' WHEN 'H' THEN 'S' ELSE 'M' END
        WHEN 8 THEN 'W'
        WHEN 10 THEN 'D'
        ELSE 'O' END
    END;
COMMENT ON MACRO frequency IS 'SDMX FREQ of an ISO period: A, S, Q, M, W, D, O for other spans, U where there is none.';

-- The same months in two spellings are one period.
CREATE OR REPLACE MACRO spelled(p) AS CASE WHEN length(p) = 15 AND p[:4] = p[9:12] THEN CASE concat(p[6:7], p[14:15])
    WHEN '0112' THEN p[:4] WHEN '0106' THEN concat(p[:4], '-H1') WHEN '0712' THEN concat(p[:4], '-H2')
    WHEN '0103' THEN concat(p[:4], '-Q1') WHEN '0406' THEN concat(p[:4], '-Q2') WHEN '0709' THEN concat(p[:4], '-Q3') WHEN '1012' THEN concat(p[:4], '-Q4')
    ELSE p END ELSE p END;
COMMENT ON MACRO spelled IS 'A period; where it is told by its first and last month and they are those of a year, half-year or quarter, as that.';

-- Bounds are stored for what a story tells; only a reference date, which stood in for a period, has none.
CREATE OR REPLACE MACRO period_first(p, known) AS coalesce(known, CASE WHEN frequency(p) IN ('A', 'M', 'D') THEN
    CASE length(p) WHEN 4 THEN try_cast(concat(p, '-01-01') AS DATE) WHEN 7 THEN try_cast(concat(p, '-01') AS DATE) WHEN 10 THEN try_cast(p AS DATE) END END);
COMMENT ON MACRO period_first IS 'First day of a period: as stored, else worked out for a year, month or day.';

CREATE OR REPLACE MACRO period_last(p, known) AS coalesce(known, CASE WHEN frequency(p) IN ('A', 'M', 'D') THEN
    CASE length(p) WHEN 4 THEN try_cast(concat(p, '-12-31') AS DATE) WHEN 7 THEN last_day(try_cast(concat(p, '-01') AS DATE)) WHEN 10 THEN try_cast(p AS DATE) END END);
COMMENT ON MACRO period_last IS 'Last day of a period: as stored, else worked out for a year, month or day.';

-- Periods that can be counted off: years, fiscal years, half-years, quarters, months, weeks, and spans of whole months ("2007-04/2008-03").
CREATE OR REPLACE MACRO span_months(p) AS (p[9:12]::INTEGER - p[:4]::INTEGER) * 12 + p[14:15]::INTEGER - p[6:7]::INTEGER + 1;
COMMENT ON MACRO span_months IS 'Months of a period of the form YYYY-MM/YYYY-MM.';

CREATE OR REPLACE MACRO period_kind(p) AS CASE
    WHEN p IS NULL OR contains(p, '..') THEN NULL
    WHEN starts_with(p, 'FY') THEN CASE length(p) WHEN 6 THEN 'FY' WHEN 9 THEN 'FY/' END
    WHEN length(p) = 15 AND p[8] = '/' AND p[5] = '-' AND p[6] IN ('0', '1') THEN CASE
        WHEN frequency(p) = 'S' THEN 'S'
        WHEN span_months(p) > 1 THEN concat('P', span_months(p), 'M', (p[:4]::INTEGER * 12 + p[6:7]::INTEGER - 1) % span_months(p) + 1) END
    WHEN contains(p, '/') THEN NULL
    WHEN frequency(p) IN ('A', 'S', 'Q', 'M', 'W') THEN frequency(p) END;
COMMENT ON MACRO period_kind IS 'Which regular sequence a period belongs to: A, S, Q, M, W; FY for fiscal years called by one year, FY/ by two; P12M4 for twelve months each from April on. Null for days and for what is no part of a sequence.';

CREATE OR REPLACE MACRO period_number(p) AS CASE period_kind(p)
    WHEN 'A' THEN p::INTEGER
    WHEN 'FY' THEN p[3:6]::INTEGER
    WHEN 'FY/' THEN p[3:6]::INTEGER
    WHEN 'S' THEN p[:4]::INTEGER * 2 + CASE WHEN p[6:7] IN ('H2', '07') THEN 1 ELSE 0 END
    WHEN 'Q' THEN p[:4]::INTEGER * 4 + p[7]::INTEGER - 1
    WHEN 'M' THEN p[:4]::INTEGER * 12 + p[6:7]::INTEGER - 1
    -- Weeks from Monday 1899-12-25 on; the fourth of January is in the first week of its year.
    WHEN 'W' THEN date_diff('day', DATE '1899-12-25', date_trunc('week', make_date(p[:4]::INTEGER, 1, 4))::DATE) // 7 + p[7:8]::INTEGER - 1
    ELSE CASE WHEN period_kind(p) IS NOT NULL THEN (p[:4]::INTEGER * 12 + p[6:7]::INTEGER - 1) // span_months(p) END END;
COMMENT ON MACRO period_number IS 'Place of a period in the sequence of its kind: one that follows another has the next number. Null where period_kind is.';

CREATE OR REPLACE MACRO month_at(n) AS concat(lpad((n // 12)::VARCHAR, 4, '0'), '-', lpad((n % 12 + 1)::VARCHAR, 2, '0'));
COMMENT ON MACRO month_at IS 'The month of a number of months since the year 0.';

CREATE OR REPLACE MACRO period_months(kind) AS CASE kind
    WHEN 'A' THEN 12 WHEN 'FY' THEN 12 WHEN 'FY/' THEN 12 WHEN 'S' THEN 6 WHEN 'Q' THEN 3 WHEN 'M' THEN 1 WHEN 'W' THEN NULL
    ELSE nullif(split_part(kind[2:], 'M', 1), '')::INTEGER END;
COMMENT ON MACRO period_months IS 'Months of a kind of period; null for weeks.';

CREATE OR REPLACE MACRO period_at(kind, n) AS CASE kind
    WHEN 'A' THEN lpad(n::VARCHAR, 4, '0')
    WHEN 'FY' THEN concat('FY', n)
    WHEN 'FY/' THEN concat('FY', n, '/', lpad(((n + 1) % 100)::VARCHAR, 2, '0'))
    WHEN 'S' THEN concat(n // 2, '-H', n % 2 + 1)
    WHEN 'Q' THEN concat(n // 4, '-Q', n % 4 + 1)
    WHEN 'M' THEN month_at(n)
    WHEN 'W' THEN strftime(DATE '1899-12-25' + (7 * n)::INTEGER, '%G-W%V')
    ELSE concat(month_at(n * period_months(kind) + split_part(kind, 'M', 2)::INTEGER - 1), '/', month_at((n + 1) * period_months(kind) + split_part(kind, 'M', 2)::INTEGER - 2)) END;
COMMENT ON MACRO period_at IS 'The period of a kind and a number: the other way round from period_number. Half-years are written YYYY-Hn.';
