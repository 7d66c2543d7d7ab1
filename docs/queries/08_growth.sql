-- How fast did a series grow, without jumping gaps?
-- Growth is worked out only against the value exactly a year earlier: 2018 has none, for nothing is told of 2017.
SELECT l.period, l.value, e.value AS year_before, round(100 * (l.value / e.value - 1), 1) AS growth
FROM latest l
LEFT JOIN latest e ON e.series_id = l.series_id AND e.period_start = l.period_start - INTERVAL 12 MONTHS
WHERE l.series_id = 'trade_turnover:PRK>RUS:level:USD:A:actual'
ORDER BY l.period_start;
