-- one row a run, the newest so many first, with what people look for
SELECT run, date_diff('second', started, finished) || ' s' AS took, outcome, read, new, known, rejected, facts, retired,
       array_to_string(json_keys(checks), ', ') AS failed, options
FROM run ORDER BY started DESC, run DESC LIMIT ?;
