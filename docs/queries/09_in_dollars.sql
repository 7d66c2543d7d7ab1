-- What are these amounts in US dollars?
-- Only amounts of one currency are set beside each other.
SELECT series_id, period, value, unit
FROM latest
WHERE indicator = 'exports' AND statistic = 'level' AND unit = 'USD'
ORDER BY series_id, period_start;
