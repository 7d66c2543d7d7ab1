-- rebase(id, base): one row a period of series `id`, as an index that is 100 in the period `base`.
CREATE OR REPLACE MACRO rebase(id, base) AS TABLE
SELECT v.period, v.period_start, v.period_end, v.value, 100 * v.value / b.value AS "index"
FROM vintages v
LEFT JOIN (SELECT value FROM vintages WHERE series_id = id AND period = spelled(base) AND latest AND value > 0) b ON TRUE
WHERE v.series_id = id AND v.latest AND v.statistic = 'level'
ORDER BY v.period_start, v.period;
COMMENT ON MACRO TABLE rebase IS 'A level series as an index, 100 in its base period. Null throughout where the base is missing, zero or negative: nothing is put in its place.';
