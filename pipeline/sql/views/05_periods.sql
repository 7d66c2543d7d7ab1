-- frequency, period_first, period_last: macros over one ISO 8601 period.
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
