-- One row an observation of `exported`, as CSV prints it: numbers without exponent, times in UTC, facts apart by a space.
SELECT * REPLACE (
    -- By way of text: a DOUBLE cast to DECIMAL shows digits beyond those it holds.
    rtrim(rtrim(CAST(CAST(CAST(value AS VARCHAR) AS DECIMAL(38, 9)) AS VARCHAR), '0'), '.') AS value,
    rtrim(rtrim(CAST(CAST(CAST(low AS VARCHAR) AS DECIMAL(38, 9)) AS VARCHAR), '0'), '.') AS low,
    rtrim(rtrim(CAST(CAST(CAST(high AS VARCHAR) AS DECIMAL(38, 9)) AS VARCHAR), '0'), '.') AS high,
    strftime(published, '%Y-%m-%dT%H:%M:%SZ') AS published,
    CAST(own_source AS VARCHAR) AS own_source,
    array_to_string(fact_ids, ' ') AS fact_ids)
FROM exported
ORDER BY series_id, period_start NULLS LAST, period, vintage;
