-- One row a series, the five whose ids are spelled most like $1.
SELECT series_id
FROM (SELECT DISTINCT series_id FROM point)
ORDER BY jaro_winkler_similarity(lower(series_id), lower($1)) DESC, series_id
LIMIT 5;
