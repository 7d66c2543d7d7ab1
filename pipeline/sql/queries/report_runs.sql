-- One row a run that changed what is published, the newest two first.
SELECT run FROM run WHERE outcome = 'published' AND (new > 0 OR facts > 0 OR coalesce(retired, 0) > 0) ORDER BY started DESC, run DESC LIMIT 2;
