-- One row a series whose id is $1, or else is $1 but for capitals, or else begins with $1.
SELECT series_id
FROM (SELECT DISTINCT series_id, CASE WHEN series_id = $1 THEN 1 WHEN lower(series_id) = lower($1) THEN 2 ELSE 3 END AS likeness
      FROM point WHERE starts_with(lower(series_id), lower($1)))
QUALIFY likeness = min(likeness) OVER ()
ORDER BY series_id;
