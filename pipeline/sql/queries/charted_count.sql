-- One row: how many series have at least $1 dated observations and a known owner.
SELECT count(*) AS series
FROM series
WHERE dated >= $1 AND status = 'actual' AND indicator <> 'other' AND frequency <> 'U' AND entity_id IS NOT NULL;
