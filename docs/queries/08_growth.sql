-- How fast did a series grow, without jumping gaps?
-- `growth` goes by the calendar: 2018 has none, for nothing is told of 2017. Twelve months are a year earlier, whatever the frequency.
SELECT period, value, period_before, value_before, round(growth, 1) AS growth
FROM growth('trade_turnover:PRK>RUS:level:USD:A:actual', 12)
ORDER BY period_start;
