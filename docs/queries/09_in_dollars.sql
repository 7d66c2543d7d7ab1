-- What are these amounts in US dollars?
-- By official rates, the average of the period; null where there is none, and the view `money` tells the rate, its days, its source or the reason.
SELECT series_id, period, value, unit, round(usd(value, unit, period)) AS usd
FROM latest
WHERE statistic = 'level' AND unit = 'EUR'
ORDER BY series_id, period_start;
