-- Where do publishers disagree, and by how much?
-- The value shown is never an average; what others say stands beside it, with their names.
SELECT series_id, period, value_shown, value AS also_said, gap, said_by
FROM disagreements
ORDER BY abs(gap) DESC, series_id, period, value
LIMIT 5;
