-- A value about a thousand times its series' median is a scale misread more often than news.
SELECT series_id, period, value, middle
FROM (SELECT *, median(abs(value)) OVER (PARTITION BY series_id) AS middle, count(*) OVER (PARTITION BY series_id) AS points FROM vintages WHERE latest AND statistic = 'level')
WHERE points >= 4 AND middle > 0 AND (abs(value) >= 500 * middle OR abs(value) * 500 <= middle) AND value <> 0;
