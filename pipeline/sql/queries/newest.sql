-- one row: when the newest story was published, as far as it was here by then, and when the newest run that published ended; null for none
SELECT (SELECT max(least(published_at, recorded_at)) FROM document) AS story, -- a date without a time counts to its end, which may lie ahead
       (SELECT max(finished) FROM run WHERE outcome = 'published') AS run;
