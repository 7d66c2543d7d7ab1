-- frequency, period_first, period_last: macros over one ISO 8601 period.
CREATE OR REPLACE MACRO frequency(p) AS CASE
    WHEN p IS NULL THEN 'U'
    WHEN regexp_full_match(p, '\d{4}') OR p LIKE 'FY%' THEN 'A'
    WHEN regexp_full_match(p, '\d{4}-Q[1-4]') THEN 'Q'
    WHEN regexp_full_match(p, '\d{4}-H[12]') OR regexp_full_match(p, '\d{4}-(01/\d{4}-06|07/\d{4}-12)') THEN 'S'
    WHEN regexp_full_match(p, '\d{4}-\d{2}') THEN 'M'
    WHEN regexp_full_match(p, '\d{4}-W\d{2}') THEN 'W'
    WHEN regexp_full_match(p, '\d{4}-\d{2}-\d{2}') THEN 'D'
    ELSE 'O' END;
COMMENT ON MACRO frequency IS 'SDMX FREQ of an ISO period: A, S, Q, M, W, D, O for other spans, U where there is none.';

CREATE OR REPLACE MACRO period_first(p, known) AS coalesce(known, CASE
    WHEN regexp_full_match(p, '\d{4}') THEN make_date(p::INTEGER, 1, 1)
    WHEN regexp_full_match(p, '\d{4}-\d{2}') THEN CAST(p || '-01' AS DATE)
    WHEN regexp_full_match(p, '\d{4}-\d{2}-\d{2}') THEN CAST(p AS DATE) END);
COMMENT ON MACRO period_first IS 'First day of a period: as stored, else worked out for a year, month or day.';

CREATE OR REPLACE MACRO period_last(p, known) AS coalesce(known, CASE
    WHEN regexp_full_match(p, '\d{4}') THEN make_date(p::INTEGER, 12, 31)
    WHEN regexp_full_match(p, '\d{4}-\d{2}') THEN last_day(CAST(p || '-01' AS DATE))
    WHEN regexp_full_match(p, '\d{4}-\d{2}-\d{2}') THEN CAST(p AS DATE) END);
COMMENT ON MACRO period_last IS 'Last day of a period: as stored, else worked out for a year, month or day.';
