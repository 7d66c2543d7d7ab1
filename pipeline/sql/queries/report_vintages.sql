-- One row a series, period and vintage that a report shows. What is told as done of a time that had not begun when it was told is a misreading.
FROM main.vintages WHERE status <> 'actual' OR period_start IS NULL OR period_start <= CAST(published AS DATE);
