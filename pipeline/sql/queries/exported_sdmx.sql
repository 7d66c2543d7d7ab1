-- One row an observation of `exported` that SDMX can date, under the names of SDMX-CSV 2.0; $1 is the dataflow, $2 the codes of places.
-- Codes are SDMX's where it has them: CL_FREQ, CL_OBS_STATUS, CL_CONF_STATUS, CL_UNIT_MULT, CL_ADJUSTMENT (N, S), IMF:CL_UNIT (PT, ISO 4217);
-- _T total, _X not told, _Z not applicable, _O other. Places are ISO 3166-1 alpha-3, as OECD, ILO and World Bank have them in REF_AREA.
WITH dated AS (
    SELECT *, CASE
        WHEN regexp_full_match(period, '\d{4}(-Q[1-4]|-\d{2}|-W\d{2}|-\d{2}-\d{2})?') THEN period
        WHEN frequency = 'S' AND period_start IS NOT NULL THEN concat(year(period_start), CASE WHEN month(period_start) < 7 THEN '-S1' ELSE '-S2' END)
        -- A distinct range: the first day and how long. What is open, or a fiscal year whose span no story tells, has none.
        WHEN period_start IS NOT NULL AND period_end IS NOT NULL THEN concat(period_start, '/P', CASE
            WHEN regexp_full_match(period, '\d{4}/\d{4}') THEN concat(date_diff('year', period_start, period_end) + 1, 'Y')
            WHEN day(period_start) = 1 AND period_end = last_day(period_end) THEN concat(date_diff('month', period_start, period_end) + 1, 'M')
            ELSE concat(date_diff('day', period_start, period_end) + 1, 'D') END)
        END AS time_period
    FROM exported
)
SELECT
    'dataflow' AS STRUCTURE,
    $1 AS STRUCTURE_ID,
    'I' AS ACTION,
    CASE frequency WHEN 'O' THEN '_O' ELSE frequency END AS FREQ,
    CASE WHEN list_contains($2, entity_id) THEN entity_id WHEN entity_id IS NULL THEN '_X' ELSE '_Z' END AS REF_AREA,
    CASE WHEN list_contains($2, partner) THEN partner ELSE '_Z' END AS COUNTERPART_AREA,
    CASE WHEN list_contains($2, entity_id) OR entity_id IS NULL THEN '_Z' ELSE entity_id END AS ENTITY,
    CASE WHEN list_contains($2, partner) OR partner IS NULL THEN '_Z' ELSE partner END AS COUNTERPART,
    indicator AS INDICATOR,
    CASE variant WHEN '' THEN '_T' ELSE variant END AS VARIANT,
    statistic AS STATISTIC,
    coalesce(basis, CASE WHEN statistic IN ('growth', 'change') THEN '_X' ELSE '_Z' END) AS BASIS,
    CASE unit WHEN 'percent' THEN 'PT' ELSE unit END AS UNIT_MEASURE,
    coalesce(per, '_Z') AS PER,
    CASE adjustment WHEN 'seasonally_adjusted' THEN 'S' WHEN 'unadjusted' THEN 'N' ELSE coalesce(adjustment, '_X') END AS ADJUSTMENT,
    status AS STATUS,
    time_period AS TIME_PERIOD,
    vintage AS VINTAGE,
    rtrim(rtrim(CAST(CAST(CAST(value AS VARCHAR) AS DECIMAL(38, 9)) AS VARCHAR), '0'), '.') AS OBS_VALUE,
    CASE status WHEN 'actual' THEN 'A' WHEN 'estimate' THEN 'E' WHEN 'forecast' THEN 'F' END AS OBS_STATUS,
    '0' AS UNIT_MULT,
    'F' AS CONF_STATUS, -- free: all of it has been published
    rtrim(rtrim(CAST(CAST(CAST(low AS VARCHAR) AS DECIMAL(38, 9)) AS VARCHAR), '0'), '.') AS LOW,
    rtrim(rtrim(CAST(CAST(CAST(high AS VARCHAR) AS DECIMAL(38, 9)) AS VARCHAR), '0'), '.') AS HIGH,
    approx AS APPROX,
    strftime(published, '%Y-%m-%dT%H:%M:%SZ') AS PUBLISHED,
    documents AS DOCUMENTS,
    publishers AS PUBLISHERS,
    CAST(own_source AS VARCHAR) AS OWN_SOURCE,
    confidence AS CONFIDENCE,
    series_id AS SERIES_ID,
    period AS PERIOD
FROM dated
WHERE time_period IS NOT NULL
-- A key once: where stories write one span in two ways, the first is exported.
QUALIFY row_number() OVER (PARTITION BY series_id, vintage, time_period ORDER BY period) = 1
ORDER BY series_id, period_start NULLS LAST, period, vintage;
