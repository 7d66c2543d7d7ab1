-- Growths and changes have a direction, nothing else has.
SELECT fact, document, statistic, direction FROM readings()
WHERE retired_at IS NULL AND (statistic IN ('growth', 'change')) <> (direction IS NOT NULL);
